/** Opens an XLSX workbook: its visible sheets, each with its table. */
import * as errors from './errors';
import { type WorkbookInfo, workbookInfo } from './ooxml';
import { rowsOf, sampleRows } from './rows';
import { type SheetPart, sheetRows } from './sheets';
import type { OpenOptions, SourceFile, SourceSheet, SourceWarning } from './source';
import { findTable, type RawRow } from './table';
import { type Archive, openArchive } from './zip';

const defaultMaxCells = 50_000_000;

/**
 * Opens a workbook. Hidden sheets are not read but reported, empty ones too.
 * @throws SourceError also for a zip that is no workbook
 */
export async function openWorkbook(
  path: string,
  file: string,
  opts: OpenOptions,
  lookedAt: number,
): Promise<SourceFile> {
  const book = await readBook(path, file);
  const warnings: SourceWarning[] = [];
  const sheets: SourceSheet[] = [];
  for (const info of book.sheets) {
    if (info.hidden) {
      warnings.push(note('hidden_sheet', info.name, '是隐藏的，没有读取', 'is hidden and was not read'));
      continue;
    }
    const part: SheetPart = {
      path,
      file,
      name: info.name,
      part: info.part,
      book,
      maxCells: opts.maxCells ?? defaultMaxCells,
    };
    const sheet = await openSheet(part, lookedAt);
    if (sheet) sheets.push(sheet);
    else warnings.push(note('empty_sheet', info.name, '是空的', 'is empty'));
  }
  if (sheets.length === 0) throw errors.noRows(file);
  return {
    file,
    path,
    format: 'xlsx',
    encoding: null,
    separator: null,
    epoch1904: book.epoch1904,
    sheets,
    warnings,
    regular: null,
    scanning: null,
  };
}

function note(code: SourceWarning['code'], sheet: string, zh: string, en: string): SourceWarning {
  return { code, sheet, line: null, zh: `工作表「${sheet}」${zh}。`, en: `The sheet "${sheet}" ${en}.` };
}

async function readBook(path: string, file: string): Promise<WorkbookInfo> {
  const archive = await openArchive(path, file);
  try {
    refuseOthers(archive, file);
    return await workbookInfo(archive, file);
  } finally {
    archive.close();
  }
}

function refuseOthers(archive: Archive, file: string): void {
  if (archive.has('xl/workbook.bin')) throw errors.binaryXlsx(file);
  if (archive.has('word/document.xml'))
    throw errors.notATable(file, { zh: ' Word 文档', en: 'a Word document' });
  if (archive.has('ppt/presentation.xml'))
    throw errors.notATable(file, { zh: '演示文稿', en: 'a presentation' });
  if (archive.has('content.xml')) {
    throw errors.notATable(file, { zh: ' OpenDocument 文件（.ods）', en: 'an OpenDocument file (.ods)' });
  }
  if (!archive.has('[Content_Types].xml'))
    throw errors.notATable(file, { zh: '压缩包', en: 'a compressed archive' });
}

async function openSheet(part: SheetPart, lookedAt: number): Promise<SourceSheet | null> {
  const rows: RawRow[] = [];
  // Warnings of the sample come again when the sheet is read; here they would be said twice.
  for await (const batch of sheetRows(part, [])) {
    for (const row of batch) rows.push(row);
    if (rows.length >= lookedAt) break;
  }
  rows.length = Math.min(rows.length, lookedAt);
  if (rows.every((r) => r.cells.every((c) => c === null || c.trim() === ''))) return null;
  const table = findTable(rows);
  const sheet: SourceSheet = {
    sheet: part.name,
    headerLine: table.headerLine,
    header: table.header,
    sample: [],
    skipped: table.skipped,
    stopped: null,
  };
  rowsOf.set(sheet, { kind: 'xlsx', part, consumed: table.consumed, aboveData: table.skipped.slice() });
  sampleRows(sheet, rows.slice(table.consumed), false);
  return sheet;
}
