/** Why nothing of a file or sheet was loaded: codes with sentences that name the remedy. */
import type { Column, Kind } from '../kind';
import type { Question } from '../recognise/plan';
import type { Refusal } from './job';

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(readonly refusal: Refusal) {
    super(refusal.en);
  }
}

export const dateUndecided = (c: Column): Refusal => ({
  code: 'date_order',
  zh: `「${c.zh}」中有 3/4/2016 这样的日期，整列都看不出先写月还是先写日。请在映射中选定日期顺序，或把日期写成 2016-03-04。`,
  en: `"${c.name}" has dates such as 3/4/2016, and nothing in the column proves whether the month or the day comes first. Choose the order in a mapping, or write the dates as 2016-03-04.`,
});

export const datesContradict = (c: Column): Refusal => ({
  code: 'date_order_mixed',
  zh: `「${c.zh}」中有的日期先写月，有的先写日，无法确定 3/4/2016 是哪一天。请把这一列统一成 2016-03-04 的写法。`,
  en: `"${c.name}" has dates with the month first and dates with the day first, so 3/4/2016 cannot be told. Write the whole column as 2016-03-04.`,
});

export const missingColumns = (kind: Kind, names: readonly string[]): Refusal => {
  const columns = kind.columns.filter((c) => names.includes(c.name));
  return {
    code: 'missing_column',
    zh: `文件识别为「${kind.zh}」，但缺少必需的列：${columns.map((c) => c.zh).join('、')}。请补上这些列，或在映射中指明它们。`,
    en: `The file looks like "${kind.en}", but it lacks required columns: ${columns.map((c) => c.name).join(', ')}. Add them, or name them in a mapping.`,
  };
};

export const unknownKind: Refusal = {
  code: 'unknown_kind',
  zh: '无法从表头判断这是哪一类数据。请选择类别，或用映射指明各列。',
  en: 'The headers do not tell what kind of data this is. Choose the kind, or name the columns in a mapping.',
};

export const noHeader: Refusal = {
  code: 'no_header',
  zh: '没有找到表头行。请在第一行写上各列的名称后再导入。',
  en: 'No header row was found. Write the names of the columns in the first row, and load the file again.',
};

export const secondTable = (line: number): Refusal => ({
  code: 'second_table',
  zh: `第 ${line} 行又开始了一张表头不同的表。请把两张表拆成两个文件，分别导入。`,
  en: `Another table with a different header begins in line ${line}. Split the two into files of their own.`,
});

export const asked = (q: Question): Refusal => ({ code: `ask_${q.about}`, zh: q.zh, en: q.en });

export const workerDied = (why: 'time' | 'memory' | 'crash'): Refusal => {
  const reasons = {
    time: ['读取超过了时限', 'Reading it took longer than the time limit'],
    memory: ['读取时内存超出上限', 'Reading it needed more memory than the limit'],
    crash: ['读取时程序意外中止', 'The reader stopped unexpectedly while reading it'],
  } as const;
  const [zh, en] = reasons[why];
  return {
    code: `reader_${why}`,
    zh: `${zh}，这个文件没有导入任何内容。请另存为 UTF-8 的 CSV，或拆成较小的文件后再试。`,
    en: `${en}; nothing of this file was loaded. Save it as a UTF-8 CSV, or split it into smaller files, and try again.`,
  };
};
