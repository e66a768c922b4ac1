/** A report's answer as JSON: the declared columns in their order (`spec` of the reports). */
import { reportNamed } from '@/lib/reports/registry';
import { declaredRows, type ReportResult } from '@/lib/reports/run';

export function toJson(result: ReportResult): string {
  const rows = declaredRows(reportNamed(result.report), result.rows);
  return `${JSON.stringify({ ...result, rows }, null, 1)}\n`;
}
