/** Why a row was rejected, in a sentence that the person who keeps the file understands and can act on. */
import type { Column, ColumnType, Kind } from '../kind';

export interface Sentence {
  zh: string;
  en: string;
}

const grains = {
  month: ['2026-03', '2026-03'],
  quarter: ['2026Q1', '2026Q1'],
  half: ['2026H1', '2026H1'],
  year: ['2026', '2026'],
} as const;

/** What a column's type expects, told by an example or its codes. */
function expected(type: ColumnType): Sentence {
  switch (type.is) {
    case 'date':
      return { zh: '日期，例如 2026-03-05', en: 'a date such as 2026-03-05' };
    case 'instant':
      return { zh: '日期和时间，例如 2026-03-05 09:30', en: 'a date and time such as 2026-03-05 09:30' };
    case 'boolean':
      return { zh: '「是」或「否」', en: '"yes" or "no"' };
    case 'integer':
      return { zh: '整数', en: 'a whole number' };
    case 'decimal':
      return {
        zh: `数字，小数最多 ${type.scale} 位`,
        en: `a number with at most ${type.scale} decimal places`,
      };
    case 'period': {
      const examples = type.of.map((g) => grains[g][0]);
      return { zh: `期间，例如 ${examples.join('、')}`, en: `a period such as ${examples.join(', ')}` };
    }
    case 'code':
      return {
        zh: `以下之一：${type.codes.map((c) => c.zh).join('、')}`,
        en: `one of: ${type.codes.map((c) => c.code).join(', ')}`,
      };
    case 'text':
      return { zh: '文字', en: 'text' };
  }
}

const shown = (value: string | null) =>
  value === null ? '' : value.length > 60 ? `${value.slice(0, 60)}…` : value;

/** A finer code for an unreadable value: what is wrong with it. */
export function refinedCode(column: Column, value: string | null): string {
  const text = (value ?? '').normalize('NFKC').replace(/[\s,¥元]/g, '');
  switch (column.type.is) {
    case 'code':
      return 'unknown_code';
    case 'integer':
      return /^[-+]?\d+\.\d+$/.test(text) ? 'fraction' : 'no_number';
    case 'decimal':
      if (/^[-+]?\d*\.\d+$/.test(text)) return 'too_many_decimals';
      return /^[-+]?\d{10,}(\.\d+)?$/.test(text) ? 'too_large' : 'no_number';
    case 'date':
    case 'instant':
      return isShortDate(value) ? 'date_order' : 'no_date';
    case 'period':
      return 'no_period';
    case 'boolean':
      return 'no_boolean';
    case 'text':
      return 'unreadable';
  }
}

/** A date such as 3/4/2016: which part is the day must be known. */
export const isShortDate = (value: string | null): boolean =>
  /^\s*\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}(\D|$)/.test((value ?? '').normalize('NFKC'));

/** The sentence of a rejected row. @param code as `Reject.code` has it */
export function rejectSentence(
  kind: Kind,
  columnName: string | null,
  code: string,
  value: string | null,
): Sentence {
  const column = kind.columns.find((c) => c.name === columnName);
  const zhName = column ? `「${column.zh}」` : '';
  const enName = column ? `"${column.name}"` : '';
  const v = shown(value);
  if (code.startsWith('rule:')) {
    const rule = kind.rules.find((r) => code === `rule:${r.name}`);
    if (rule) return { zh: rule.zh, en: rule.en };
  }
  switch (code) {
    case 'ragged':
      return {
        zh: '这一行的列数与表头不同，可能有未加引号的分隔符。请补齐或删去多出的列。',
        en: 'This row has more or fewer fields than the header, perhaps an unquoted separator. Fill in or remove fields until they agree.',
      };
    case 'missing':
      return { zh: `${zhName}不能为空。请补上。`, en: `${enName} is required. Fill it in.` };
    case 'date_order':
      return {
        zh: `${zhName}的值「${v}」不符合这一列的年月日顺序。请写成 2026-03-05 的形式。`,
        en: `${enName} is "${v}", which does not fit the order of day and month of this column. Write it as 2026-03-05.`,
      };
    case 'too_many_decimals':
    case 'fraction':
      return {
        zh: `${zhName}的值「${v}」小数位数过多，应为${column ? expected(column.type).zh : '数字'}。请按制度取整后再写，系统不代为舍入。`,
        en: `${enName} is "${v}": it should be ${column ? expected(column.type).en : 'a number'}. Round it yourself; the import does not round for you.`,
      };
    case 'too_large':
      return {
        zh: `${zhName}的值「${v}」位数过多。请核对。`,
        en: `${enName} is "${v}", which is too large. Check it.`,
      };
    case 'below':
    case 'above': {
      const bound = column && 'min' in column.type && code === 'below' ? column.type.min : undefined;
      const top = column && 'max' in column.type && code === 'above' ? column.type.max : undefined;
      return {
        zh: `${zhName}的值「${v}」超出范围${bound === undefined ? '' : `，不能小于 ${bound}`}${top === undefined ? '' : `，不能大于 ${top}`}。请核对。`,
        en: `${enName} is "${v}", out of range${bound === undefined ? '' : `: it cannot be below ${bound}`}${top === undefined ? '' : `: it cannot be above ${top}`}. Check it.`,
      };
    }
    case 'name_unknown':
      return {
        zh: `登记表中没有名称为「${v}」的记录，无法找到${zhName}。请填写编号，或先导入登记表。`,
        en: `No record in the register bears the name "${v}", so ${enName} cannot be found. Give the number, or load the register first.`,
      };
    case 'name_ambiguous':
      return {
        zh: `登记表中有不止一条名称为「${v}」的记录，无法确定${zhName}。请填写编号。`,
        en: `More than one record in the register bears the name "${v}", so ${enName} is not certain. Give the number.`,
      };
    case 'no_points':
      return {
        zh: '已完成的任务既没有点数，工作类型在完成日也没有生效的系数。请填「点数」，或在工作系数表中补上该工作类型。',
        en: 'A finished job has neither points nor a work type with a coefficient in force on the day it finished. Fill in "points", or add the work type to the coefficient table.',
      };
    default: {
      const what = column ? expected(column.type) : { zh: '可读的值', en: 'a readable value' };
      return {
        zh: `${zhName}的值「${v}」无法识别，应为${what.zh}。请改正。`,
        en: `${enName} is "${v}", which cannot be read: it should be ${what.en}. Correct it.`,
      };
    }
  }
}
