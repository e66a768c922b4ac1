/** A report's answer in the formats that files come in. */
import type { ReportResult } from '@/lib/reports/run';
import { toCsv } from './csv';
import { toJson } from './json';
import { toXlsx } from './xlsx';

export const formats = ['json', 'csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

export const contentTypes: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The bytes of a report in a format. @param by who asks: named in workbooks */
export async function writeReport(result: ReportResult, format: Format, by: string): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return new TextEncoder().encode(toJson(result));
    case 'csv':
      return new TextEncoder().encode(toCsv(result));
    case 'xlsx':
      return toXlsx(result, by);
  }
}
