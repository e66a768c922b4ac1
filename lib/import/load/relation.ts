/** A sheet's rows as a DuckDB relation of text columns c0 … cN. */
import type { SourceFile, SourceSheet } from '../read/source';
import type { Spool } from './spool';
import { literal } from './sql/quote';

/** A row may hold a long note, but not a book. */
const MAX_ROW_BYTES = 16_000_000;

/** Read at once. By itself the engine takes sixteen of the longest rows, which is slower by a seventh to fill. */
const BUFFER_BYTES = 2 * MAX_ROW_BYTES;

function readCsv(path: string, columns: readonly string[], options: Record<string, string>): string {
  const struct = columns.map((c) => `${literal(c)}: 'VARCHAR'`).join(', ');
  const more = Object.entries(options).map(([k, v]) => `, ${k} = ${v}`);
  return `read_csv(${literal(path)}, auto_detect = false, header = false, columns = {${struct}}, max_line_size = ${MAX_ROW_BYTES}, buffer_size = ${BUFFER_BYTES}${more.join('')})`;
}

const cellNames = (width: number) => Array.from({ length: width }, (_, i) => `c${i}`);

/**
 * The file itself, read by DuckDB. What it finds counts only where one scan proves that every record is one
 * line; until that is known, any file may have quotes.
 */
export function directRelation(source: SourceFile, sheet: SourceSheet): string {
  const quote = source.regular?.quoted === false ? `''` : literal('"');
  return readCsv(source.path, cellNames(sheet.header.length), {
    skip: String(sheet.headerLine),
    delim: literal(source.separator ?? ','),
    quote,
    escape: quote,
    nullstr: `''`,
  });
}

/** The spooled rows, with their line and raggedness. */
export function spooledRelation(spool: Spool, width: number): string {
  const inner = readCsv(spool.path, ['_line_text', '_ragged_text', ...cellNames(width)], {
    delim: literal(','),
    quote: literal('"'),
    escape: literal('"'),
    new_line: literal('\\n'),
    nullstr: `''`,
    parallel: spool.multiline ? 'false' : 'true',
  });
  return `(select _line_text::integer as _n, _ragged_text = '1' as _ragged, * exclude (_line_text, _ragged_text) from ${inner})`;
}
