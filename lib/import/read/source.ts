/**
 * What is known of a file before any kind is known: its bytes, its sheets, where the header is, and its rows
 * as text. Cells are text or null; nothing is cast here.
 */

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';
export type Separator = ',' | ';' | '\t' | '|';

/** Why a line is no data row. */
export type SkipReason = 'title' | 'blank' | 'total' | 'repeated_header' | 'unit_row';

export interface SkippedLine {
  line: number;
  why: SkipReason;
  /** The line's cells joined by a space, at most 200 characters. */
  text: string;
}

/** Something that loads, but that the keeper of the file should know. */
export interface SourceWarning {
  /** `error_cell`: an Excel error read as empty; `formula_without_value`: never calculated, read as empty. */
  code: 'error_cell' | 'formula_without_value' | 'hidden_sheet' | 'empty_sheet';
  sheet: string | null;
  line: number | null;
  zh: string;
  en: string;
}

export interface SourceRow {
  /** The physical line of the file on which the record begins, or the row number of the sheet; 1-based. */
  line: number;
  /** As many as the header has: trimmed of nothing, empty text is null, missing cells are null. */
  cells: (string | null)[];
  /** The record has fewer or more fields than the header. Nothing is shifted; what is too much is in `extra`. */
  ragged?: true;
  extra?: string[];
}

export interface SourceSheet {
  /** The sheet's name; null for CSV. */
  sheet: string | null;
  /** 1-based physical line (CSV) or row number (XLSX) of the header; 0 = no header row was found. */
  headerLine: number;
  /** As written (trimmed), made unique ("金额", "金额 (2)"); empty ones are "column 5". */
  header: string[];
  /** The first 200 data rows. */
  sample: SourceRow[];
  /**
   * Lines that are no data. Those above the header and within the sample are here after `openSource`; the
   * others are added while `readRows` or `readBatches` runs, which starts again from a clean list.
   */
  skipped: SkippedLine[];
  /**
   * Set where a second table with another header begins: reading ends before that line and the keeper must
   * split the file. Null after `openSource` unless it lies within the sample; complete when reading is done.
   */
  stopped: { line: number; why: 'second_header'; header: string[] } | null;
}

/** What DuckDB needs to read a CSV by itself. */
export interface RegularCsv {
  /** Physical lines of the file, the header and the lines above it included. */
  lines: number;
  /** True when at least one field is in quotes. */
  quoted: boolean;
  /** Lines below the header that are no data (a unit row, a total at the foot): leave them out by their number. */
  exclude: number[];
}

export interface SourceFile {
  /** The name shown to people. */
  file: string;
  /** Where the bytes are. */
  path: string;
  format: 'csv' | 'xlsx';
  /** Null for XLSX. */
  encoding: Encoding | null;
  separator: Separator | null;
  epoch1904: boolean;
  /** Visible sheets that have any cell; one of a null name for CSV. */
  sheets: SourceSheet[];
  warnings: SourceWarning[];
  /**
   * Set when DuckDB may read the bytes itself: UTF-8 (with or without BOM), no newline within quotes, no bare
   * CR, no blank line between records, every record one physical line with as many fields as the header;
   * proven by one scan of the whole file. So line = headerLine + number of the record.
   */
  regular: RegularCsv | null;
  /** While the scan for `regular` is still under way (`scanLater`); then it sets `regular`, and is null. */
  scanning: Promise<void> | null;
}

export interface OpenOptions {
  /** Come back before the scan for `regular` is done: `scanning` says when. */
  scanLater?: boolean;
  /** The name shown to people, when the path is a temporary one. */
  name?: string;
  maxBytes: number;
  /** Cells of a workbook, all sheets together; default 50,000,000. */
  maxCells?: number;
}

export type SourceErrorCode =
  | 'empty'
  | 'not_a_table'
  | 'old_xls'
  | 'encrypted'
  | 'broken_xlsx'
  | 'too_large'
  | 'zip_bomb'
  | 'too_many_cells'
  | 'encoding'
  | 'unclosed_quote'
  | 'no_rows'
  | 'no_header';

/**
 * A file that cannot be read: nothing of it loads. `zh` and `en` say why and what to do, for the person who
 * keeps the file.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  constructor(
    readonly code: SourceErrorCode,
    readonly file: string,
    readonly zh: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${en}`, options);
  }
}
