import type { Json, Row, TableColumn } from './columns';
import type { DataTableProps } from './DataTable';

type Shown = Pick<DataTableProps, 'rowKey' | 'groupBy' | 'opens'> & {
  columns: readonly TableColumn[];
  rows: readonly Row[];
};

const inTemplate = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** Columns of the row that a cell names beside its own: a number, a limit, where it leads. */
function besides({ cell }: TableColumn): string[] {
  if (!cell) return [];
  const { kind: _, ...told } = cell;
  return Object.values(told).flatMap((value) =>
    typeof value === 'string' ? [value, ...inTemplate(value)] : [],
  );
}

/**
 * The rows with what the table shows, sorts by or leads to, and nothing else: a report has more columns than a page,
 * and every row is sent with the page.
 */
export function carried({ columns, rows, rowKey, groupBy, opens }: Shown): Row[] {
  const wanted = new Set(['name', rowKey, ...columns.flatMap((c) => [c.name, ...besides(c)])]);
  if (groupBy) wanted.add(groupBy.column);
  if (typeof opens === 'object')
    for (const name of 'column' in opens ? [opens.column] : inTemplate(opens.href)) wanted.add(name);
  return rows.map((row) => {
    const kept: Record<string, Row[string]> = {};
    for (const name of wanted) {
      const value = row[name];
      if (value !== undefined) kept[name] = value;
    }
    return kept;
  });
}

/**
 * Rows as one text: names once, then the values of each row. What a page sends is looked at value by value, which took
 * longer for two thousand rows than asking for them; one text is sent as it is.
 */
export function packed(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return JSON.stringify([names, rows.map((row) => names.map((name) => row[name] ?? null))]);
}

/** The rows of such a text. */
export function unpacked(text: string): Row[] {
  const [names, values] = JSON.parse(text) as [string[], Json[][]];
  return values.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
}
