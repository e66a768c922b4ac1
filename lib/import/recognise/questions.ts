/** What a person has to say, because the file does not: found in the sample, never guessed. */
import type { Column, Kind } from '../kind';
import type { FoldedHeader } from './fold';
import type { RecognisedColumn } from './kind';
import { yearColumn } from './months';
import type { PlanUnpivot, Question } from './plan';
import { foreignCurrencies, localAmount, voidRows } from './traps';
import { codesOf, foldValue } from './vocabulary';

const few = (values: readonly string[]) => [...new Set(values)].slice(0, 5);

/** Several kinds fit the headers alike, or none does. */
export interface KindFit {
  of: Kind;
  /** Its required columns that the file lacks. */
  missing: readonly string[];
}

/** @param options kinds, best first; @param equal they fit alike and lack nothing, else they are only the nearest ones */
export function kindQuestion(options: readonly KindFit[], equal: boolean): Question {
  const [best] = options;
  const asked = {
    about: 'kind',
    column: null,
    header: null,
    examples: [] as string[],
    blocking: true,
  } as const;
  const names = options.map((o) => o.of.name);
  if (!best) {
    const zh = '无法从表头判断这是哪一类数据。请选择类别，并指明各列。';
    const en = 'The headers do not tell what kind of data this is. Choose the kind and name its columns.';
    return { ...asked, options: names, zh, en };
  }
  const lacks = best.of.columns.filter((c) => best.missing.includes(c.name));
  const zhLacks = lacks.map((c) => c.zh).join('、');
  const enLacks = lacks.map((c) => c.name).join(', ');
  if (!equal) {
    return {
      ...asked,
      options: names,
      zh: `无法从表头判断这是哪一类数据。最接近的是「${best.of.zh}」，但缺少必需的列：${zhLacks}。请选择类别并指明各列，或补上这些列。`,
      en: `The headers do not tell what kind of data this is. The nearest is "${best.of.en}", but it lacks required columns: ${enLacks}. Choose the kind and name its columns, or add these.`,
    };
  }
  return {
    ...asked,
    options: names,
    zh: `表头同样符合${options.map((o) => `「${o.of.zh}」`).join('、')}。请选择类别，或在文件名里写上类别的名称。`,
    en: `The headers fit ${options.map((o) => `"${o.of.en}"`).join(' and ')} alike. Choose the kind, or put its name into the name of the file.`,
  };
}

/** A comma that is no thousands separator: `1052,75`, `1.052,75`, `1,5`. Units around it do not matter. */
const decimalComma = /^[^\d]*\d+(?:\.\d{3})*,(?:\d{1,2}|\d{4,})(?!\d|,)/;

export function hasDecimalComma(value: string): boolean {
  return decimalComma.test(value.trim());
}

export function decimalCommaQuestion(
  column: string,
  header: string,
  values: readonly string[],
): Question | null {
  const examples = few(values.filter(hasDecimalComma));
  if (examples.length === 0) return null;
  return {
    about: 'decimal_comma',
    column,
    header,
    options: ['decimal', 'reject'],
    examples,
    zh: `「${header}」里的逗号是小数点吗？例如 ${examples[0]}。`,
    en: `Is the comma in "${header}" a decimal point? For example ${examples[0]}.`,
    blocking: true,
  };
}

const slashDate = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;

/** Null when the sample proves an order, or has no such dates. */
export function dateOrderQuestion(
  column: string,
  header: string,
  values: readonly string[],
): Question | null {
  const dates = values.flatMap((v) => {
    const m = v.match(slashDate);
    return m ? [{ v, a: Number(m[1]), b: Number(m[2]) }] : [];
  });
  if (dates.length === 0 || dates.some((d) => d.a > 12 || d.b > 12)) return null;
  const examples = few(dates.map((d) => d.v));
  return {
    about: 'date_order',
    column,
    header,
    options: ['dmy', 'mdy'],
    examples,
    zh: `「${header}」里的 ${examples[0]} 是先日后月，还是先月后日？`,
    en: `In "${header}", does ${examples[0]} begin with the day or with the month?`,
    blocking: false,
  };
}

/** Values of a code column that no code bears; `named` are those that a mapping names (folded). */
export function valueQuestion(
  column: Column,
  header: string,
  values: readonly string[],
  named: ReadonlySet<string> = new Set(),
): Question | null {
  const lookup = codesOf(column.type);
  if (!lookup || column.type.is !== 'code') return null;
  const examples = few(values.filter((v) => !lookup.has(foldValue(v)) && !named.has(foldValue(v))));
  if (examples.length === 0) return null;
  return {
    about: 'value',
    column: column.name,
    header,
    options: column.type.codes.map((c) => c.code),
    examples,
    zh: `「${header}」里有不认识的值：${examples.join('、')}。`,
    en: `"${header}" has values that are not known: ${examples.join(', ')}.`,
    blocking: false,
  };
}

function yearQuestion(header: string): Question {
  return {
    about: 'year',
    column: null,
    header,
    options: [],
    examples: [header],
    zh: `「${header}」是哪一年的？`,
    en: `Which year does "${header}" belong to?`,
    blocking: true,
  };
}

function monthUnitQuestion(unpivot: PlanUnpivot): Question {
  const headers = unpivot.months.map((m) => m.header);
  return {
    about: 'header',
    column: unpivot.valueColumn,
    header: headers[0] ?? null,
    options: [],
    examples: headers.slice(0, 5),
    zh: '各月份列的单位不一致，请在文件里统一后再导入。',
    en: 'The month columns have different units; please make them one in the file and import it again.',
    blocking: true,
  };
}

/** Voided documents and foreign money would go into the figures unseen. */
function documentQuestions(
  kind: Kind,
  header: readonly string[],
  folded: readonly FoldedHeader[],
  values: readonly string[][],
  columns: readonly RecognisedColumn[],
): Question[] {
  const used = new Set(columns.map((c) => c.from));
  const found: Question[] = voidRows(folded, values)
    .filter((v) => !used.has(v.index))
    .map((v) => ({
      about: 'header',
      column: null,
      header: header[v.index] ?? '',
      options: ['drop', 'keep'],
      examples: v.values,
      zh: `「${header[v.index]}」为 ${v.values.join('、')} 的行要导入吗？`,
      en: `Should rows be loaded whose "${header[v.index]}" is ${v.values.join(', ')}?`,
      blocking: true,
    }));
  const money = columns.find((c) => c.column === 'amount');
  const foreign = kind.name === 'ledger' && money ? foreignCurrencies(folded, values) : null;
  if (foreign && money && money.from !== localAmount(folded)) {
    found.push({
      about: 'header',
      column: 'amount',
      header: header[foreign.index] ?? '',
      options: header.filter((_, i) => i === localAmount(folded) || i === money.from),
      examples: foreign.values.slice(0, 5),
      zh: `金额里有外币（${foreign.values.slice(0, 3).join('、')}）。请选择以人民币计的那一列。`,
      en: `Some amounts are in foreign money (${foreign.values.slice(0, 3).join(', ')}). Choose the column in yuan.`,
      blocking: true,
    });
  }
  return found;
}

export function questionsOf(
  kind: Kind,
  header: readonly string[],
  folded: readonly FoldedHeader[],
  values: readonly string[][],
  columns: readonly RecognisedColumn[],
  unpivot: PlanUnpivot | null,
  missing: readonly string[],
): Question[] {
  const found: (Question | null)[] = [];
  for (const c of columns) {
    const column = kind.columns.find((k) => k.name === c.column);
    const name = header[c.from] ?? '';
    const own = values[c.from] ?? [];
    if (!column) continue;
    const type = column.type.is;
    if (type === 'decimal' || type === 'integer') found.push(decimalCommaQuestion(c.column, name, own));
    else if (type === 'date' || type === 'instant') found.push(dateOrderQuestion(c.column, name, own));
    else if (type === 'code') found.push(valueQuestion(column, name, own));
    else if (type === 'period' && own.some((v) => !/20\d{2}/.test(v)) && yearColumn(folded) < 0)
      found.push(yearQuestion(name));
  }
  if (unpivot && unpivot.year === null) {
    const bare = unpivot.months.find((m) => m.year === null);
    if (bare) found.push(yearQuestion(bare.header));
  }
  const scales = new Set(unpivot?.months.map((m) => folded[m.index]?.scale));
  if (unpivot && scales.size > 1) found.push(monthUnitQuestion(unpivot));
  if (missing.length === 0) found.push(...documentQuestions(kind, header, folded, values, columns));
  return found.filter((q) => q !== null);
}
