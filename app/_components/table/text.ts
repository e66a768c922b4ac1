import {
  minute,
  moneyInColumn,
  NONE,
  number,
  pay,
  plain,
  points,
  rate,
  ratePoints,
  shortDate,
  signed,
  ZERO,
} from '@/lib/format';
import type { Json, WordedColumn } from './columns';

/** Words a table needs beside its columns. */
export interface TableWords {
  locale: string;
  unassigned: string;
  never: string;
  yes: string;
  no: string;
}

const isNumeric = (value: Json): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

function numeric(value: string | number, column: WordedColumn, locale: string): string {
  if (column.cell?.kind === 'delta') {
    return column.type === 'rate' ? ratePoints(Number(value), locale) : signed(value, column.digits);
  }
  switch (column.type) {
    case 'money':
      return column.unit === 'wan' ? moneyInColumn(value, locale) : pay(value);
    case 'points':
      return points(value);
    case 'rate':
      return rate(Number(value), column.digits);
    case 'integer':
      return number(value);
    default:
      return column.digits === undefined ? plain(value) : number(value, column.digits);
  }
}

const numbers = new Set(['integer', 'money', 'points', 'decimal', 'number', 'rate']);

/** A value in words, as its cell shows it: none `—`, zero `·` where the column asks, codes by their vocabulary. */
export function cellText(value: Json | undefined, column: WordedColumn, words: TableWords): string {
  if (value === null || value === undefined || value === '') {
    if (column.cell?.kind === 'owner') return words.unassigned;
    return column.cell?.kind === 'when' ? words.never : NONE;
  }
  if (Array.isArray(value)) {
    const text = value.map((one) => column.codes[String(one)] ?? String(one));
    return text.length === 0 ? NONE : text.join(words.locale === 'en' ? ', ' : '、');
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (!isNumeric(value)) return JSON.stringify(value);
  if (numbers.has(column.type)) {
    if (Number(value) === 0 && column.zero === 'dot') return ZERO;
    if (Number(value) === 0 && column.cell?.kind === 'late') return NONE;
    return numeric(value, column, words.locale);
  }
  if (column.type === 'date') return shortDate(String(value), column.year);
  if (column.type === 'instant') return minute(String(value));
  return column.codes[String(value)] ?? String(value);
}

/** The exact value, for the title of a cell whose text is rounded or shortened. */
export function exactText(value: Json | undefined, column: WordedColumn): string | undefined {
  if (!isNumeric(value ?? null)) return undefined;
  if (column.type === 'money' && column.unit === 'wan') return pay(String(value));
  if (column.type === 'rate') return `${plain(`${value}e2`, 4)}%`;
  return column.type === 'date' && column.year !== undefined ? String(value) : undefined;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Ascending: numbers by size, codes in the order of their vocabulary, text as Chinese dictionaries do. */
export function compare(a: Json, b: Json, column: WordedColumn): number {
  if (numbers.has(column.type)) return Number(a) - Number(b);
  if (column.type === 'code' && typeof a === 'string' && typeof b === 'string') {
    const order = Object.keys(column.codes);
    const [i, j] = [order.indexOf(a), order.indexOf(b)];
    if (i >= 0 && j >= 0) return i - j;
  }
  if (column.type === 'date' || column.type === 'instant')
    return String(a) < String(b) ? -1 : a === b ? 0 : 1;
  return collator.compare(String(a), String(b));
}

/** `/customers/{customer_id}` with the values of a row; null where one of them is missing. */
export function fill(template: string, row: Readonly<Record<string, Json>>): string | null {
  let whole = true;
  const href = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = row[name];
    if (value === null || value === undefined) whole = false;
    return encodeURIComponent(String(value));
  });
  return whole ? href : null;
}
