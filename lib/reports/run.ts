/** Runs a report for a viewer: the one way to its rows, for pages, files, JSON and the command line alike. */
import { makeCalendar } from '@/lib/rules/calendar';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { mirrorInto } from '@/lib/work/mirror';
import { openWorkStore, policyBook } from '@/lib/work/store';
import { readParams } from './params';
import { reportNamed } from './registry';
import type { Cell, Report, ReportContext } from './report';
import './all';
import { rowsOf } from './rows';
import type { Viewer } from './viewer';

export { rowsOf };

export interface ReportResult {
  report: string;
  params: Record<string, unknown>;
  data_version: number;
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  generated_at: string;
  rows: Record<string, Cell>[];
}

/** What a report needs to judge: the company's policy, its calendar, and who asks. */
export async function reportContext(db: Warehouse, viewer: Viewer, today: string): Promise<ReportContext> {
  const store = await openWorkStore(db.dir);
  const [policy] = await Promise.all([policyBook(store), mirrorInto(db, store)]);
  return { db, viewer, policy, calendar: makeCalendar(policy.on(today)) };
}

/**
 * Runs a named report with parameters given as text.
 * @param given each parameter with its values, as a URL or a command line has them
 * @param now the instant to stamp the answer with
 * @throws BadParameterError, NotInForceError, QueryError
 */
export async function runReport(
  db: Warehouse,
  viewer: Viewer,
  name: string,
  given: Readonly<Record<string, readonly string[]>>,
  now: Date = new Date(),
): Promise<ReportResult> {
  const report = reportNamed(name);
  const params = readParams(report.params, given) as Record<string, unknown>;
  const context = await reportContext(db, viewer, now.toISOString().slice(0, 10));
  const rows = (await rowsOf(report, context, params)) as Record<string, Cell>[];
  return {
    report: name,
    params,
    data_version: db.dataVersion(),
    generated_at: `${now.toISOString().slice(0, 19)}Z`,
    rows,
  };
}

/** Picks the declared columns in their order: what files and JSON contain, and nothing else. */
export function declaredRows(report: Report, rows: readonly Record<string, Cell>[]): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(report.columns.map((c) => [c.name, row[c.name] ?? null])));
}
