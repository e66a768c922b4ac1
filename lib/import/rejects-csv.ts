/** Rejected rows as a file to mend and load again. */
import { stringify } from 'csv-stringify/sync';
import { REASON_HEADER } from './load/choose';

export interface RejectedMistake {
  line: number;
  cells: readonly (string | null)[];
  why: string;
}

/**
 * CSV (UTF-8 with BOM): the file's own header and cells, and why in a last column. A row with several mistakes
 * is one row with several sentences.
 */
export function rejectsCsv(header: readonly string[], mistakes: readonly RejectedMistake[]): Uint8Array {
  const byLine = new Map<number, { cells: readonly (string | null)[]; why: string[] }>();
  for (const m of mistakes) {
    const line = byLine.get(m.line) ?? { cells: m.cells, why: [] };
    line.why.push(m.why);
    byLine.set(m.line, line);
  }
  const inOrder = [...byLine].sort(([a], [b]) => a - b).map(([, l]) => [...l.cells, l.why.join(' ')]);
  return new TextEncoder().encode(stringify([[...header, REASON_HEADER], ...inOrder], { bom: true }));
}
