/**
 * One scan over the bytes of a UTF-8 CSV that proves whether DuckDB may read it by itself: then line =
 * headerLine + number of the record, and nothing is read otherwise than our own reader would.
 */
import { chunksOf } from './chunks';
import type { Judge } from './judge';
import type { RegularCsv, Separator, SkippedLine } from './source';
import { skippedLine } from './table';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const hints = ['计', 'tota', 'Tota', 'TOTA'].map((w) => Buffer.from(w));
/** More lines than this to leave out: our own reader takes the file. */
const mostExcluded = 1_000;
/** Bytes of a line; a longer one is our own reader's. */
const longestLine = 4 << 20;

interface ScanInput {
  path: string;
  /** Bytes of the BOM. */
  start: number;
  separator: Separator;
  /** The last line above the data: the header or the unit row below it. */
  lastHeadLine: number;
  headerLine: number;
  fields: number;
  judge: Judge;
}

/** Null when the file is not regular. `skipped` are the lines below the header that are no data. */
export async function scanRegular(
  input: ScanInput,
): Promise<{ regular: RegularCsv; skipped: SkippedLine[] } | null> {
  const scan = new LineScan(input);
  for await (const chunk of chunksOf(input.path, input.start)) {
    const { bytes } = chunk;
    if (chunk.last) {
      if (bytes.length > 0 && !scan.lines(Buffer.concat([bytes, Buffer.from('\n')]), bytes.length + 1))
        return null;
      break;
    }
    const end = bytes.lastIndexOf(LF) + 1;
    if (!scan.lines(bytes, end)) return null;
    chunk.keep = bytes.length - end;
    if (chunk.keep > longestLine) return null;
  }
  // A unit row below the header is no data, though it is above it all.
  const units = Array.from(
    { length: input.lastHeadLine - input.headerLine },
    (_, i) => input.headerLine + 1 + i,
  );
  return {
    regular: {
      lines: scan.line,
      quoted: scan.quoted,
      exclude: [...units, ...scan.skipped.map((s) => s.line)],
    },
    skipped: scan.skipped,
  };
}

class LineScan {
  line = 0;
  quoted = false;
  readonly skipped: SkippedLine[] = [];
  private readonly separator: number;
  private emptySeen = false;

  constructor(private readonly input: ScanInput) {
    this.separator = input.separator.charCodeAt(0);
  }

  /** Scans whole lines; false as soon as one is irregular. */
  lines(chunk: Buffer, end: number): boolean {
    const suspects = this.suspects(chunk, end);
    let next = 0;
    let at = 0;
    while (at < end) {
      const stop = this.scanLine(chunk, at);
      if (stop < 0) return false;
      while (next < suspects.length && (suspects[next] ?? 0) < at) next++;
      const hinted = next < suspects.length && (suspects[next] ?? 0) < stop;
      if (this.line > this.input.lastHeadLine && !this.judgeLine(chunk, at, stop, hinted)) return false;
      at = stop + 1;
    }
    return true;
  }

  private suspects(chunk: Buffer, end: number): number[] {
    const found: number[] = [];
    for (const hint of hints) {
      for (let i = chunk.indexOf(hint); i >= 0 && i < end; i = chunk.indexOf(hint, i + hint.length))
        found.push(i);
    }
    return found.sort((a, b) => a - b);
  }

  private fields = 0;
  private onlySeparators = true;
  private empty = true;

  /** The position of the line's LF, or -1. */
  private scanLine(chunk: Buffer, from: number): number {
    let fields = 1;
    let onlySeparators = true;
    let fieldStart = true;
    let i = from;
    this.line++;
    const { separator } = this;
    for (; ; i++) {
      let c = chunk[i] as number;
      // Nearly every byte is a letter, a digit or part of a Hanzi; a bar or a semicolon may separate.
      if (c > 44 && c !== separator) {
        onlySeparators = false;
        fieldStart = false;
        do c = chunk[++i] as number;
        while (c > 44 && c !== separator);
      }
      if (c === LF) break;
      if (c === separator) {
        fields++;
        fieldStart = true;
        continue;
      }
      if (c === CR) {
        if (chunk[i + 1] !== LF) return -1;
        continue;
      }
      if (c === QUOTE) {
        if (!fieldStart) return -1;
        i = this.closingQuote(chunk, i + 1);
        if (i < 0) return -1;
        this.quoted = true;
        onlySeparators = false;
        fieldStart = false;
        continue;
      }
      if (c !== 32) onlySeparators = false;
      fieldStart = false;
    }
    this.fields = fields;
    this.onlySeparators = onlySeparators;
    this.empty = i === from || (i === from + 1 && chunk[from] === CR);
    return i;
  }

  /** The quote that ends the field, followed by a separator or the line's end; -1 when there is none on the line. */
  private closingQuote(chunk: Buffer, from: number): number {
    for (let i = from; ; i++) {
      const c = chunk[i] as number;
      if (c === LF || c === CR) return -1;
      if (c !== QUOTE) continue;
      const next = chunk[i + 1] as number;
      if (next === QUOTE) i++;
      else return next === this.separator || next === LF || next === CR ? i : -1;
    }
  }

  private judgeLine(chunk: Buffer, from: number, stop: number, hinted: boolean): boolean {
    if (this.empty) {
      this.emptySeen = true;
      return true;
    }
    if (this.emptySeen || this.fields !== this.input.fields) return false;
    if (this.onlySeparators) return this.leaveOut(this.row(chunk, from, stop), 'blank');
    if (!hinted && !this.mayRepeatHeader(chunk, from)) return true;
    const row = this.row(chunk, from, stop);
    const verdict = this.input.judge.judge(row);
    if (verdict === 'second_header') return false;
    return verdict === 'data' || this.leaveOut(row, verdict);
  }

  private headerStart: Buffer | null = null;

  /** The line begins as the header does. */
  private mayRepeatHeader(chunk: Buffer, from: number): boolean {
    this.headerStart ??= Buffer.from(this.input.judge.firstHeader.slice(0, 2));
    const h = this.headerStart;
    const at = chunk[from] === QUOTE ? from + 1 : from;
    for (let i = 0; i < h.length; i++) if (chunk[at + i] !== h[i]) return false;
    return h.length > 0;
  }

  private leaveOut(row: { line: number; cells: (string | null)[] }, why: SkippedLine['why']): boolean {
    this.skipped.push(skippedLine(row, why));
    return this.skipped.length <= mostExcluded;
  }

  private row(chunk: Buffer, from: number, stop: number) {
    const text = chunk.toString('utf8', from, stop).replace(/\r$/, '');
    return { line: this.line, cells: splitLine(text, this.input.separator) };
  }
}

/** Fields of one regular line. */
function splitLine(text: string, separator: string): (string | null)[] {
  const cells: (string | null)[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"'))
        end += text[end] === '"' ? 2 : 1;
      cells.push(text.slice(at + 1, end).replaceAll('""', '"') || null);
      at = end + 2;
    } else {
      const end = text.indexOf(separator, at);
      cells.push(text.slice(at, end < 0 ? text.length : end) || null);
      if (end < 0) break;
      at = end + 1;
    }
    if (at === text.length + 1) break;
  }
  return cells;
}
