/** Records of a CSV as text with the physical line on which each begins. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { bomLength, decoderLabel } from './encoding';
import * as errors from './errors';
import type { Encoding, Separator } from './source';

export interface RawRecord {
  line: number;
  cells: string[];
}

export interface CsvShape {
  path: string;
  file: string;
  encoding: Encoding;
  separator: Separator;
  /** Lines end in a bare CR: the file has no LF. */
  bareCr: boolean;
}

const chunkBytes = 1 << 18;

/** The decoded text in chunks, without the BOM. */
export async function* decodedChunks(shape: Pick<CsvShape, 'path' | 'encoding'>): AsyncGenerator<string> {
  const decoder = new TextDecoder(decoderLabel(shape.encoding), { fatal: true });
  const stream = createReadStream(shape.path, {
    start: bomLength(shape.encoding),
    highWaterMark: chunkBytes,
  });
  for await (const part of stream) yield decoder.decode(part as Buffer, { stream: true });
  yield decoder.decode();
}

/** A record of more characters than this is an unclosed quote, not a record. */
const maxRecordChars = 4 << 20;
const batchRows = 2_000;
/** A chunk is parsed whole before its first record is seen: who wants a few records reads short ones. */
const fewBytes = 1 << 15;

/**
 * Reads records in batches, blank lines included (one empty cell). Memory is bounded by a batch.
 * @param few only so many are wanted: the size of a batch
 * @throws SourceError `unclosed_quote` when a quote is never closed or has swallowed lines of the table
 */
export async function* csvRecords(shape: CsvShape, few?: number): AsyncGenerator<RawRecord[]> {
  const parser = parse({
    delimiter: shape.separator,
    record_delimiter: shape.bareCr ? ['\r'] : ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRecordChars,
  });
  const text: Readable =
    shape.encoding === 'utf-8' || shape.encoding === 'utf-8-bom'
      ? createReadStream(shape.path, {
          start: bomLength(shape.encoding),
          highWaterMark: few === undefined ? chunkBytes : fewBytes,
        })
      : Readable.from(decodedChunks(shape));
  // A failing source must end the parser too: pipe() alone would leave it waiting for ever.
  text.on('error', (e) => parser.destroy(e));
  text.pipe(parser);
  let line = 1;
  let width = 0;
  let batch: RawRecord[] = [];
  try {
    for await (const record of parser) {
      const cells = record as string[];
      batch.push({ line, cells: cells.map(unwrapped) });
      // The parser's own count takes a CRLF within quotes for two lines, so the lines are counted here.
      line += 1 + newlinesWithin(cells, shape, line, width);
      width = cells.length;
      if (batch.length >= (few ?? batchRows)) {
        yield batch;
        batch = [];
      }
    }
  } catch (cause) {
    if (
      cause instanceof CsvError &&
      (cause.code === 'CSV_QUOTE_NOT_CLOSED' || cause.code === 'CSV_MAX_RECORD_SIZE')
    ) {
      throw errors.unclosedQuote(shape.file, line, cause);
    }
    throw cause;
  } finally {
    text.destroy();
    parser.destroy();
  }
  if (batch.length > 0) yield batch;
}

/** `="00123"` is how exports keep Excel from cutting zeros off: the text is meant. */
function unwrapped(cell: string): string {
  return cell.startsWith('="') && cell.endsWith('"') && cell.length > 2 ? cell.slice(2, -1) : cell;
}

/** `width`: fields of the record before. */
function newlinesWithin(cells: readonly string[], shape: CsvShape, line: number, width: number): number {
  let count = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    const lines = cell.split(shape.bareCr ? '\r' : '\n');
    count += lines.length - 1;
    // Whole rows within one cell, and nothing else: a quote that was never closed has eaten them.
    const inner = lines.slice(1, -1);
    const eaten = inner.length >= 2 && inner.every((l) => l.split(shape.separator).length === width);
    if (width > 2 && eaten) throw errors.unclosedQuote(shape.file, line);
  }
  return count;
}
