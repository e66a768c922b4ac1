import type { Row, TableColumn } from './columns';
import type { DataTableProps } from './DataTable';

type Shown = Pick<DataTableProps, 'rows' | 'rowKey' | 'groupBy' | 'opens'> & {
  columns: readonly TableColumn[];
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
