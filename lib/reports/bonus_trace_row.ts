/** A row of a trace: what one source adds to one figure. The effects of a figure sum to it. */

export interface Source {
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
}

export interface TraceRow extends Source {
  /** Column of the statement. */
  figure: string;
  rule: string;
  /** A kind of export; `figure` for another figure of the statement, `parameter`, `rule` for the floor of B-04. */
  source_kind: string;
  source_id: string;
  date: string | null;
  /** What the source says: points, `coefficient × quantity`, an amount. */
  value: string | null;
  /**
   * Exact and not yet rounded, with its sign as it enters the figure; 0 where the row is only listed; null
   * where nobody can say (a job without points or coefficient).
   */
  effect: string | null;
  /** Why the row counts as it does. */
  note: string | null;
}

const nowhere: Source = { source_import: null, source_file: null, source_sheet: null, source_line: null };

export const sourceOf = (row: Source): Source => ({
  source_import: row.source_import,
  source_file: row.source_file,
  source_sheet: row.source_sheet,
  source_line: row.source_line,
});

type Derived = Pick<TraceRow, 'figure' | 'rule' | 'source_id' | 'value' | 'effect'>;
const derived =
  (source_kind: string) =>
  (row: Derived): TraceRow => ({
    ...row,
    source_kind,
    date: null,
    note: null,
    ...nowhere,
  });

export const fromFigure = derived('figure');
export const fromParameter = derived('parameter');
export const fromRule = derived('rule');

/** The sign of a figure's effect on another one. */
export const minus = (text: string | null): string | null =>
  text === null ? null : /^-?0(\.0+)?$/.test(text) ? '0' : text.startsWith('-') ? text.slice(1) : `-${text}`;
