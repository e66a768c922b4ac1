/** Judges each row below the header: data, or a blank, a total, a repeated header, another table. */
import { foldHeader } from '../recognise/fold';
import { isKnownHeader } from '../recognise/headers';
import { filled, isBlank, looksDate, looksNumeric, looksValue } from './cells';
import type { SourceRow } from './source';
import type { RawRow } from './table';

export type Verdict = 'data' | 'blank' | 'total' | 'repeated_header' | 'second_header';

const totalWord =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|总合计|本页合计|本月合计|本年累计|累\s*计|合计金额|(?:grand |sub ?)?totals?)\s*(?:[:：]|[(（]\d+[)）])?$/i;
const totalPhrase = /^(?:grand |sub ?)?total\b.+/i;
const totalHint = /计|tota/i;

/**
 * A total row: a cell says so and every other filled one is a number. An English word must leave a cell empty
 * besides: "Total" is a company too, and one with a number or a date of its own is data.
 */
export function isTotalRow(cells: readonly (string | null)[]): boolean {
  const texts = filled(cells);
  const word = texts.find((c) => totalHint.test(c));
  if (word === undefined) return false;
  const others = texts.filter((c) => c !== word);
  const chinese = word.includes('计');
  if (!others.every(looksNumeric) || (!chinese && texts.length === cells.length)) return false;
  if (totalWord.test(word)) return others.length > 0 || texts.length < cells.length;
  return totalPhrase.test(word) && texts[0] === word && others.length > 0 && texts.length <= cells.length / 2;
}

/** One judge reads one sheet once, in order. */
export class Judge {
  private readonly stems: readonly string[];
  private readonly named: number;
  /** Columns whose values in the sample are numbers or dates. */
  private readonly typed: readonly number[];
  private afterGap = false;

  constructor(
    private readonly header: readonly string[],
    hasHeader: boolean,
    sample: readonly RawRow[],
  ) {
    this.stems = hasHeader ? header.map((h) => foldHeader(h).stem) : [];
    this.named = hasHeader ? header.length : 0;
    this.typed = hasHeader ? typedColumns(header.length, sample) : [];
  }

  /** The text with which a repeated header row would begin. */
  get firstHeader(): string {
    return this.header[0] ?? '';
  }

  judge(row: RawRow): Verdict {
    const cells = row.cells;
    let texts = 0;
    for (const c of cells) if (!isBlank(c)) texts++;
    if (texts === 0) {
      this.afterGap = true;
      return 'blank';
    }
    if (cells.some((c) => c !== null && totalHint.test(c)) && isTotalRow(cells)) return 'total';
    const gap = this.afterGap;
    // A section title stands alone in its row; the table goes on, or another begins, below it.
    this.afterGap = texts === 1 && this.named > 3;
    if (this.named === 0 || texts < 2) return 'data';
    if (this.repeats(cells)) return 'repeated_header';
    return this.isAnotherHeader(row, texts, gap) ? 'second_header' : 'data';
  }

  private repeats(cells: readonly (string | null)[]): boolean {
    const first = cells.findIndex((c) => !isBlank(c));
    const cell = cells[first] ?? '';
    // Folding costs; a cell with a digit, as most keys have, is compared as it stands.
    if (/\d/.test(cell) ? cell.trim() !== this.header[first] : foldHeader(cell).stem !== this.stems[first])
      return false;
    return cells.every((c, i) => isBlank(c) || foldHeader(c ?? '').stem === this.stems[i]);
  }

  private isAnotherHeader(row: RawRow, texts: number, gap: boolean): boolean {
    if (texts < 3 && this.named >= 3) return false;
    let broken = 0;
    for (const i of this.typed) {
      const c = row.cells[i];
      if (isBlank(c) || looksNumeric(c as string) || looksDate(c as string)) continue;
      broken++;
    }
    if (this.typed.length > 0 && broken === 0) return false;
    const cells = filled(row.cells);
    if (cells.some(looksValue) || new Set(cells).size < cells.length) return false;
    const stems = cells.map((c) => foldHeader(c).stem);
    const shared = stems.filter((s) => s !== '' && this.stems.includes(s)).length;
    const known = cells.filter(isKnownHeader).length;
    const wordy = shared >= Math.max(2, cells.length / 2) || known >= Math.max(2, cells.length * 0.6);
    return wordy || (gap && broken >= 2) || (row.cells.length !== this.named && broken >= 2);
  }
}

function typedColumns(width: number, sample: readonly RawRow[]): number[] {
  const typed: number[] = [];
  for (let i = 0; i < width; i++) {
    const values = sample.slice(0, 50).flatMap((r) => (isBlank(r.cells[i]) ? [] : [r.cells[i] as string]));
    const ok = values.filter((v) => looksNumeric(v) || looksDate(v)).length;
    if (values.length >= 2 && ok >= values.length * 0.9) typed.push(i);
  }
  return typed;
}

/** A raw row laid under the header: padded with null, what is too much kept apart, nothing shifted. */
export function layRow(row: RawRow, header: readonly string[], csv: boolean): SourceRow {
  const width = header.length;
  const cells: (string | null)[] = Array.from({ length: width }, (_, i) => {
    const c = row.cells[i];
    return c === undefined || c === '' ? null : c;
  });
  const extra = row.cells.slice(width).flatMap((c) => (isBlank(c) ? [] : [c as string]));
  // A workbook has no fields that could be missing; a column without a name is missed by nobody.
  const missing =
    csv && header.slice(row.cells.length).some((h, i) => h !== `column ${row.cells.length + i + 1}`);
  const laid: SourceRow = { line: row.line, cells };
  if (extra.length > 0) laid.extra = extra;
  if (extra.length > 0 || missing) laid.ragged = true;
  return laid;
}
