import type { ReportColumn } from '@/lib/reports/columns';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Row = Readonly<Record<string, Json>>;

/** How a cell is drawn where its type alone does not say it. Other columns of the row are named by their name. */
export type CellKind =
  | { kind: 'grade' }
  /** A name of at most 176 px, its number after it in grey. */
  | { kind: 'name'; id?: string }
  /** A person or null; null is said in amber, not as a dash. */
  | { kind: 'owner' }
  /** A bar of this column's value; `max` defaults to the largest of all rows. */
  | { kind: 'bar'; max?: number; limit?: number; color?: string }
  /** A number over a light bar, 0 to `max` (100). */
  | { kind: 'score'; max?: number }
  | { kind: 'quota-cells' | 'quota-bar'; held: string; places: string; warns?: true }
  /** Points against the base. */
  | { kind: 'points-bar'; base: number }
  /** A code as a word with a tone: `{ over: 'over', full: 'full', ok: 'ok' }`; as a tag where `tag`. */
  | { kind: 'status'; tones: Readonly<Record<string, 'over' | 'full' | 'ok'>>; tag?: true }
  | { kind: 'tags' }
  /** `23 / 16`: this column's value and another's. */
  | { kind: 'fraction'; of: string }
  /** `VIP → 合格`: this column's code and another's; only the first where they are equal or the second is null. */
  | { kind: 'move'; to: string }
  /** A signed number; a rate in points. */
  | { kind: 'delta' }
  /** A day and how it came about, `08-15 外访`: the other column is a code of this one's vocabulary. None is never. */
  | { kind: 'when'; how: string }
  /** Red where it is above zero, none where it is zero or null. */
  | { kind: 'late' }
  /** Days left: red under a bound, and below zero. */
  | { kind: 'left'; under: number }
  /** A day, red where it is before another: what should have been done by then. */
  | { kind: 'due'; before: string }
  /** Leads to an address: `/customers/{customer_id}`, or the one that stands in another column. */
  | { kind: 'link'; href: string }
  | { kind: 'link'; column: string };

/** What a page says about a column beside its type; all of it plain data. */
export interface ColumnUi {
  /** A column of the report; with `as` the same column may stand twice (number and bar). */
  name: string;
  /** An identity of its own where the column stands twice. */
  as?: string;
  /** Key of the header in `columns`, if not the name; '' for none. */
  header?: string;
  /** Key of the unit in `columns.units`; money is in yuan, `wan` makes it 万元 / CNY k. */
  unit?: string;
  /** The unit stands beside the table's title, where several columns share it and none has room for it. */
  unitIn?: 'title';
  /** Pixels; the table shares what is left in proportion. */
  width?: number;
  align?: 'left' | 'right';
  cell?: CellKind;
  digits?: number;
  /** Zero as `·`: columns that are mostly empty. */
  zero?: 'dot';
  weight?: 'strong' | 'quiet';
  /** The year shown: dates in it lose it. */
  year?: string;
  /** Left out in narrow tables, until chosen, or anywhere but on a phone. */
  hide?: 'narrow' | 'start' | 'wide';
  /** Its place in the two lines of a phone; without one it is left out there. */
  phone?: 'title' | 'value' | 'meta' | 'note';
}

export type TableColumn = Omit<ReportColumn, 'name'> & ColumnUi;

/** The columns a page shows, in its order, with the types that the report gives them. @throws Error on a name it has not */
export function tableColumns(report: readonly ReportColumn[], shown: readonly ColumnUi[]): TableColumn[] {
  return shown.map((ui) => {
    const column = report.find((c) => c.name === ui.name);
    if (!column) throw new Error(`The report has no column "${ui.name}"`);
    return { ...column, ...ui };
  });
}

/** A column with everything worded, as the client gets it. */
export interface WordedColumn extends TableColumn {
  id: string;
  label: string;
  unitLabel: string;
  /** Codes of its vocabulary in words, in their order. */
  codes: Readonly<Record<string, string>>;
}

const drawn = new Set<CellKind['kind']>([
  'bar',
  'quota-cells',
  'quota-bar',
  'points-bar',
  'grade',
  'tags',
  'move',
]);
const right = new Set<TableColumn['type']>([
  'integer',
  'money',
  'points',
  'decimal',
  'number',
  'rate',
  'date',
  'instant',
]);

export const alignOf = (column: TableColumn): 'left' | 'right' =>
  column.align ??
  (!(column.cell && drawn.has(column.cell.kind)) && right.has(column.type) ? 'right' : 'left');

/**
 * The places of columns in the two lines of a phone. Where the page names none: the first column is the title,
 * the last number the value, what stands before the value is told after the title, what stands after it beside.
 */
export function withPhone(columns: readonly WordedColumn[]): WordedColumn[] {
  if (columns.some((c) => c.phone)) return [...columns];
  const told = (c: WordedColumn) =>
    c.label !== '' && !(c.cell && drawn.has(c.cell.kind) && c.cell.kind !== 'grade');
  const value = columns.findLastIndex(
    (c, i) => i > 0 && told(c) && right.has(c.type) && !c.type.startsWith('date'),
  );
  return columns.map((column, i) => {
    if (i === 0) return { ...column, phone: 'title' };
    if (!told(column)) return column;
    if (i === value) return { ...column, phone: 'value' };
    return { ...column, phone: i < value || value < 0 ? 'meta' : 'note' };
  });
}
