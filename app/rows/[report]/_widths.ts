/** Columns of a report that no page arranged: as wide as their headers and values, so that no word is cut. */
import type { Json, Row, TableColumn } from '@/app/_components/table/columns';
import { textWidth } from '@/app/_components/table/widths';

/** Rows that are looked at. */
const LOOKED_AT = 2000;
/** Pixels: longer texts are cut, their whole stands in the title. */
const WIDEST = 270;
const PADDING = 14;
/** Of a header also the arrow of its order. */
const HEADER = 24;

/** Pixels of what is no word; numbers that need more take it (`numberWidths`). */
const others: Partial<Record<TableColumn['type'], number>> = {
  date: 92,
  instant: 128,
  money: 80,
  points: 76,
};
const OTHER = 60;

const worded = new Set<TableColumn['type']>(['text', 'code', 'list', 'boolean']);

interface Words {
  header(name: string): string;
  code(vocabulary: string | undefined, value: string): string;
  unassigned: string;
  yuan: string;
  join: string;
}

function valueText(value: Json | undefined, column: TableColumn, words: Words): string {
  if (value === null || value === undefined || value === '')
    return column.cell?.kind === 'owner' ? words.unassigned : '';
  const one = (v: Json) => words.code(column.vocabulary, String(v));
  return Array.isArray(value) ? value.map(one).join(words.join) : one(value as Json);
}

/** Gives a width to each column that has none. */
export function fitted(columns: readonly TableColumn[], rows: readonly Row[], words: Words): TableColumn[] {
  return columns.map((column) => {
    if (column.width !== undefined) return column;
    const unit = column.type === 'money' ? ` ${words.yuan}` : '';
    const header = textWidth(words.header(column.header ?? column.name) + unit) + HEADER;
    if (!worded.has(column.type) || column.cell?.kind === 'grade')
      return { ...column, width: Math.ceil(Math.max(header, others[column.type] ?? OTHER)) };
    const seen = new Set(rows.slice(0, LOOKED_AT).map((row) => valueText(row[column.name], column, words)));
    const value = [...seen].reduce((px, text) => Math.max(px, textWidth(text)), 0) + PADDING;
    return { ...column, width: Math.ceil(Math.max(header, Math.min(value, WIDEST))) };
  });
}
