/** A report: a named, parameterised table. Page, file, JSON and command line are views of the same run. */
import { z } from 'zod';
import type { WorkCalendar } from '@/lib/rules/calendar';
import type { PolicyBook } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import type { ReportColumn } from './columns';
import type { Viewer } from './viewer';

export interface ReportContext {
  db: Warehouse;
  viewer: Viewer;
  policy: PolicyBook;
  calendar: WorkCalendar;
}

export type Cell = string | number | boolean | null | readonly string[];

export interface Report<S extends z.ZodObject = z.ZodObject, R extends object = object> {
  name: string;
  params: S;
  columns: readonly ReportColumn[];
  /** The rules that its figures rest on. */
  rules: readonly string[];
  run(ctx: ReportContext, params: z.infer<S>): Promise<R[]>;
}

/**
 * Declares a report. Each column of the row type is one of `columns`, in their order.
 * `run` throws NotInForceError and QueryError; it never answers with an empty table instead.
 */
export function defineReport<P extends z.ZodRawShape, R extends object>(
  report: Omit<Report<z.ZodObject<P>, R>, 'params'> & { params: P },
): Report<z.ZodObject<P>, R> {
  return { ...report, params: z.strictObject(report.params) };
}
