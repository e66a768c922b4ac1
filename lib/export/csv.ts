/** A report's answer as CSV: UTF-8 with BOM, header row, the declared columns. */
import { stringify } from 'csv-stringify/sync';
import { reportNamed } from '@/lib/reports/registry';
import type { Cell } from '@/lib/reports/report';
import { declaredRows, type ReportResult } from '@/lib/reports/run';
import { harmless } from './harmless';

export function toCsv(result: ReportResult): string {
  const report = reportNamed(result.report);
  const typed = new Set(report.columns.filter((c) => numeric.has(c.type)).map((c) => c.name));
  const rows = declaredRows(report, result.rows).map((row) =>
    report.columns.map((c) => written(row[c.name] ?? null, typed.has(c.name))),
  );
  return stringify([report.columns.map((c) => c.name), ...rows], { bom: true, record_delimiter: '\r\n' });
}

const numeric = new Set(['integer', 'money', 'points', 'decimal', 'rate', 'number']);

function written(value: Cell, isNumber: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  return isNumber ? text : harmless(text);
}
