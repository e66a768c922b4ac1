import type { Json, Row } from './columns';

interface Group {
  value: string | null;
  label: string;
  note?: string;
  /** How many there are, where not all of them are among the rows. */
  count?: number;
}

/** Rows under headings: by the value of a column, headings worded by the page. */
export interface GroupBy {
  column: string;
  /** Headings in their order; values that are not named come after, as they are. */
  groups?: readonly Group[];
  /** Values that stand in the heading's own cells, by group value ('' for null): subtotals. */
  totals?: Readonly<Record<string, Row>>;
  /** Without count, where the subtotals say it. */
  count?: false;
}

export type Line =
  | { kind: 'group'; key: string; label: string; note?: string; count?: number; totals?: Row }
  | { kind: 'row'; key: string; row: Row };

const nameOf = (value: Json | undefined) => (value === null || value === undefined ? '' : String(value));

/**
 * The lines of a table: its rows in order, or the groups in theirs, each with its rows in order.
 * @param filtered some rows are left out by the quick filter: headings count those that are left
 */
export function linesOf(rows: readonly Row[], rowKey: string, by?: GroupBy, filtered = false): Line[] {
  const line = (row: Row): Line => ({ kind: 'row', key: nameOf(row[rowKey]), row });
  if (!by) return rows.map(line);
  const buckets = new Map<string, Row[]>((by.groups ?? []).map((group) => [nameOf(group.value), []]));
  for (const row of rows) {
    const name = nameOf(row[by.column]);
    const bucket = buckets.get(name);
    if (bucket) bucket.push(row);
    else buckets.set(name, [row]);
  }
  return [...buckets].flatMap(([name, members]): Line[] => {
    if (members.length === 0) return [];
    const group = by.groups?.find((g) => nameOf(g.value) === name);
    return [
      {
        kind: 'group',
        key: `group:${name}`,
        label: group?.label ?? name,
        note: group?.note,
        count: by.count === false ? undefined : ((filtered ? undefined : group?.count) ?? members.length),
        totals: by.totals?.[name],
      },
      ...members.map(line),
    ];
  });
}
