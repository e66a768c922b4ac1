/** A report's answer as a workbook: real numbers and dates, and a sheet that says where the figures are from. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import type { ReportColumn } from '@/lib/reports/columns';
import { reportNamed } from '@/lib/reports/registry';
import type { Cell } from '@/lib/reports/report';
import { declaredRows, type ReportResult } from '@/lib/reports/run';

export const formats: Partial<Record<ReportColumn['type'], string>> = {
  money: '#,##0.00',
  points: '0.000',
  rate: '0.0%',
  integer: '0',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};

/** @param by who made it: stands on the sheet */
export async function toXlsx(result: ReportResult, by: string): Promise<Uint8Array> {
  const report = reportNamed(result.report);
  const stream = new PassThrough();
  const whole = buffer(stream);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(result.report.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = report.columns.map((c) => ({
    header: c.name,
    key: c.name,
    width: c.type === 'text' ? 22 : 14,
    style: formats[c.type] ? { numFmt: formats[c.type] } : {},
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of declaredRows(report, result.rows)) {
    sheet
      .addRow(Object.fromEntries(report.columns.map((c) => [c.name, cellOf(row[c.name] ?? null, c)])))
      .commit();
  }
  sheet.commit();
  const about = book.addWorksheet('about');
  for (const line of [
    ['report', result.report],
    ['parameters', JSON.stringify(result.params)],
    ['rules', report.rules.join(' ')],
    ['data_version', result.data_version],
    ['generated_at', result.generated_at],
    ['made_by', by],
    ['rows', result.rows.length],
  ]) {
    about.addRow(line).commit();
  }
  about.commit();
  await book.commit();
  return whole;
}

/** Decimals become numbers here and nowhere else: a spreadsheet has no other kind. */
export function cellOf(value: Cell, column: ReportColumn): ExcelJS.CellValue {
  if (value === null) return null;
  switch (column.type) {
    case 'money':
    case 'points':
    case 'decimal':
    case 'integer':
    case 'rate':
    case 'number':
      return Number(value);
    case 'date':
      return new Date(`${String(value)}T00:00:00Z`);
    case 'instant':
      return new Date(`${String(value).replace(' ', 'T')}Z`);
    case 'boolean':
      return Boolean(value);
    default:
      return Array.isArray(value) ? value.join(' ') : String(value);
  }
}
