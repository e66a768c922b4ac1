/** Files and rejected rows as the preview and the page of an import show them alike. */
import { kindOf } from '@/lib/import/kinds';
import { recogniseKind } from '@/lib/import/recognise';

export interface FileLine {
  /** Number of the file within the page's address. */
  key: string;
  file: string;
  sheet: string | null;
  kind: string | null;
  mapping: string | null;
  encoding: string | null;
  separator: string | null;
  headerLine: number;
  header: string[];
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  dropped: number;
  unknown: string[];
  skipped: { line: number; why: string; text: string }[];
  refused: { code: string; zh: string; en: string } | null;
}

export interface Totals {
  files: number;
  refused: number;
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  warnings: number;
}

export function totalsOf(lines: readonly FileLine[]): Totals {
  const sum = (of: (l: FileLine) => number) => lines.reduce((n, l) => n + of(l), 0);
  return {
    files: new Set(lines.map((l) => l.file)).size,
    refused: lines.filter((l) => l.refused).length,
    read: sum((l) => l.read),
    new: sum((l) => l.new),
    changed: sum((l) => l.changed),
    unchanged: sum((l) => l.unchanged),
    rejected: sum((l) => l.rejected),
    warnings: sum((l) => l.warnings),
  };
}

export interface Mistake {
  line: number;
  column: string | null;
  value: string | null;
  code: string;
  cells: (string | null)[];
  zh: string;
  en: string;
}

export interface RejectedLine {
  line: number;
  cells: (string | null)[];
  /** Positions in the header. */
  wrong: number[];
  mistakes: Mistake[];
}

/** Where in the header a column of ours is read from; none where nobody knows. */
export type PlaceOf = (mistake: Mistake) => number;

/** Mistakes of a row under one another. */
export function rejectedLines(mistakes: readonly Mistake[], placeOf: PlaceOf): RejectedLine[] {
  const byLine = new Map<number, RejectedLine>();
  for (const m of mistakes) {
    const line = byLine.get(m.line) ?? { line: m.line, cells: m.cells, wrong: [], mistakes: [] };
    const place = placeOf(m);
    if (place >= 0) line.wrong.push(place);
    line.mistakes.push(m);
    byLine.set(m.line, line);
  }
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

/** For a file whose plan was not kept: the cell that bears the value, else the header that means the column. */
export function placesByHeader(file: FileLine): PlaceOf {
  const found = file.kind === null ? null : recogniseKind(file.header, [], file.file, [kindOf(file.kind)]);
  return (m) => {
    const bearing = m.value === null ? [] : m.cells.flatMap((c, i) => (c === m.value ? [i] : []));
    const byHeader = found?.columns.find((c) => c.column === m.column)?.from ?? -1;
    if (bearing.length === 1 || (bearing.length > 1 && !bearing.includes(byHeader))) return bearing[0] ?? -1;
    return byHeader;
  };
}

/** Columns shown of a wide file: the wrong ones, and the first others that say which row it is. */
export function shownColumns(file: FileLine, rows: readonly RejectedLine[], most = 9): number[] {
  const wrong = new Set(rows.flatMap((r) => r.wrong));
  const others = file.header.map((_, i) => i).filter((i) => !wrong.has(i));
  const kept = [...wrong, ...others.slice(0, Math.max(0, most - wrong.size))];
  return kept.sort((a, b) => a - b);
}
