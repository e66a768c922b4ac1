/** What is filed to the marketing division: one workbook for a department's review, one for a blacklist. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import type { ReportColumn } from '@/lib/reports/columns';
import type { Cell } from '@/lib/reports/report';
import { cellOf, formats } from './xlsx';

/** Words of the workbook, in the language of who makes it. */
export interface FilingWords {
  /** A column's header. */
  header: (column: string) => string;
  /** A code in words. */
  code: (vocabulary: string, code: string) => string;
}

export interface FilingSheet {
  name: string;
  columns: readonly ReportColumn[];
  rows: readonly Readonly<Record<string, Cell>>[];
}

export interface FilingBook {
  /** First line of each sheet. */
  title: string;
  sheets: readonly FilingSheet[];
  /** The state, who signed, and where the figures are from: label and value. */
  about: { name: string; lines: readonly (readonly [string, string])[] };
}

const words = (value: Cell, column: ReportColumn, say: FilingWords): ExcelJS.CellValue => {
  if (value === null) return null;
  if (column.type === 'code' && column.vocabulary) return say.code(column.vocabulary, String(value));
  return cellOf(value, column);
};

/** The bytes of the workbook: real numbers and dates, headers and codes in words. */
export async function filingBook(book: FilingBook, say: FilingWords): Promise<Uint8Array> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  for (const { name, columns, rows } of book.sheets) {
    const sheet = writer.addWorksheet(name.slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 2 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    sheet.columns = columns.map((c) => ({
      key: c.name,
      width: c.type === 'text' ? 22 : 13,
      style: formats[c.type] ? { numFmt: formats[c.type] } : {},
    }));
    const title = sheet.addRow([book.title]);
    title.font = { bold: true, size: 14 };
    title.commit();
    const head = sheet.addRow(columns.map((c) => say.header(c.name)));
    head.font = { bold: true };
    head.commit();
    for (const row of rows) sheet.addRow(columns.map((c) => words(row[c.name] ?? null, c, say))).commit();
    sheet.commit();
  }
  const about = writer.addWorksheet(book.about.name.slice(0, 31));
  about.columns = [{ width: 22 }, { width: 60 }];
  for (const [label, value] of book.about.lines) about.addRow([label, value]).commit();
  about.commit();
  await writer.commit();
  return whole;
}
