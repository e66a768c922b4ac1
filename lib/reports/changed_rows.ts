/** Two states of a report's rows held against each other. */
import type { Cell, Report } from './report';

/** A row that is new or gone (`field` empty), or a value that differs. */
export interface Change {
  fate: 'new' | 'gone' | 'changed';
  /** The values that tell the row from others, joined by ` / `. */
  key: string;
  name: string | null;
  /** The column that differs. */
  field: string | null;
  before: string | null;
  after: string | null;
}

type Cells = Record<string, Cell>;

const text = (value: Cell | undefined): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join(', ') : String(value);

/** Every change from one state to the other, new rows first, then gone, then changed; in the report's order. */
export function changesOf(
  report: Pick<Report, 'columns'>,
  keys: readonly string[],
  before: readonly object[],
  now: readonly object[],
): Change[] {
  const keyOf = (row: Cells) => keys.map((k) => text(row[k]) ?? '').join(' / ');
  const nameOf = (row: Cells) => text(row.name ?? row.group);
  const was = new Map((before as Cells[]).map((row) => [keyOf(row), row]));
  const is = new Map((now as Cells[]).map((row) => [keyOf(row), row]));
  const whole = (fate: 'new' | 'gone', key: string, row: Cells): Change => ({
    fate,
    key,
    name: nameOf(row),
    field: null,
    before: null,
    after: null,
  });
  const fields = report.columns.map((c) => c.name).filter((c) => !keys.includes(c));
  const changed = [...is].flatMap(([key, row]) => {
    const old = was.get(key);
    if (!old) return [];
    return fields.flatMap((field): Change[] => {
      const [from, to] = [text(old[field]), text(row[field])];
      return from === to ? [] : [{ fate: 'changed', key, name: nameOf(row), field, before: from, after: to }];
    });
  });
  return [
    ...[...is].filter(([key]) => !was.has(key)).map(([key, row]) => whole('new', key, row)),
    ...[...was].filter(([key]) => !is.has(key)).map(([key, row]) => whole('gone', key, row)),
    ...changed,
  ];
}
