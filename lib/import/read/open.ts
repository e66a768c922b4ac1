/** Opens a file for import: proves what its bytes are and finds its tables, before any kind is known. */
import { open as openFile } from 'node:fs/promises';
import path from 'node:path';
import { containerOf } from './bytes';
import { type CsvShape, csvRecords, decodedChunks } from './csv';
import { bomLength, detectEncoding } from './encoding';
import * as errors from './errors';
import { Judge } from './judge';
import { scanRegular } from './regular';
import { rowsOf, sampleRows } from './rows';
import { findSeparator } from './separator';
import type { OpenOptions, SourceFile, SourceSheet } from './source';
import { findTable, type RawRow } from './table';

/** Rows looked at to find the header and to fill the sample. */
const lookedAt = 280;

/**
 * Opens a file. The whole file is read once, for its encoding and its regularity; nothing is kept in memory
 * but samples.
 * @throws SourceError with a sentence for the keeper of the file
 */
export async function openSource(filePath: string, opts: OpenOptions): Promise<SourceFile> {
  const file = opts.name ?? path.basename(filePath);
  const { head, size, directory } = await readHead(filePath);
  if (size > opts.maxBytes) throw errors.tooLarge(file, size, opts.maxBytes);
  if (containerOf(head, directory, file) === 'zip') {
    const { openWorkbook } = await import('./workbook');
    return openWorkbook(filePath, file, opts, lookedAt);
  }
  const opened = await openCsv(filePath, file, head);
  if (!opts.scanLater) await opened.scanning;
  return opened;
}

async function readHead(filePath: string): Promise<{ head: Buffer; size: number; directory: Buffer }> {
  const handle = await openFile(filePath, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(Math.min(size, 65_536));
    await handle.read(head, 0, head.length, 0);
    // The directory of an OLE2 file, where the names of its streams are, begins at any sector.
    const sector = head.length >= 512 && head.readUInt32LE(0) === 0xe011cfd0 ? head.readUInt32LE(48) : -1;
    const directory = Buffer.alloc(4_096);
    if (sector >= 0) await handle.read(directory, 0, directory.length, (sector + 1) * 512);
    return { head, size, directory };
  } finally {
    await handle.close();
  }
}

async function openCsv(filePath: string, file: string, head: Buffer): Promise<SourceFile> {
  const encoding = await detectEncoding(filePath, file, head);
  const text = await firstText({ path: filePath, encoding });
  if (text.trim() === '') throw errors.empty(file);
  const bareCr = text.includes('\r') && !text.includes('\n');
  const separator = findSeparator(text);
  const shape: CsvShape = { path: filePath, file, encoding, separator, bareCr };
  const rows = await firstRows(csvRecords(shape, lookedAt));
  const table = findTable(rows);
  const sheet: SourceSheet = {
    sheet: null,
    headerLine: table.headerLine,
    header: table.header,
    sample: [],
    skipped: table.skipped,
    stopped: null,
  };
  const aboveData = table.skipped.slice();
  rowsOf.set(sheet, { kind: 'csv', shape, consumed: table.consumed, aboveData });
  sampleRows(sheet, rows.slice(table.consumed), true);
  const source: SourceFile = {
    file,
    path: filePath,
    format: 'csv',
    encoding,
    separator,
    epoch1904: false,
    sheets: [sheet],
    warnings: [],
    regular: null,
    scanning: null,
  };
  if (table.headerLine > 0 && encoding.startsWith('utf-8') && !bareCr && sheet.stopped === null) {
    source.scanning = scanRegular({
      path: filePath,
      start: bomLength(encoding),
      separator,
      headerLine: table.headerLine,
      lastHeadLine: rows[table.consumed - 1]?.line ?? table.headerLine,
      fields: table.header.length,
      judge: new Judge(table.header, true, rows.slice(table.consumed)),
    }).then((scanned) => {
      source.scanning = null;
      if (!scanned) return;
      source.regular = scanned.regular;
      sheet.skipped = [...aboveData, ...scanned.skipped];
    });
    // Whoever awaits it hears of a failure; until then it is no unhandled one.
    source.scanning.catch(() => {});
  }
  return source;
}

async function firstText(shape: { path: string; encoding: CsvShape['encoding'] }): Promise<string> {
  let text = '';
  for await (const chunk of decodedChunks(shape)) {
    text += chunk;
    if (text.length >= 262_144) break;
  }
  return text;
}

async function firstRows(batches: AsyncIterable<{ line: number; cells: string[] }[]>): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length >= lookedAt) break;
  }
  return rows.slice(0, lookedAt);
}
