/** What benches of reports have in common: a warehouse of their own, and how a question is timed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import '@/lib/reports/all';
import type { PageContext } from '@/app/_lib/context';
import type { SearchParams } from '@/app/_lib/url';
import { forgetResults } from '@/lib/reports/cache';
import { readParams } from '@/lib/reports/params';
import { reportNamed } from '@/lib/reports/registry';
import type { ReportContext } from '@/lib/reports/report';
import { rowsOf } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import { makeCalendar } from '@/lib/rules/calendar';
import { PolicyBook } from '@/lib/rules/policy';
import { openWarehouse, type Warehouse } from '@/lib/warehouse/warehouse';

/** What is printed, the report, its parameters. */
export type Case = readonly [title: string, report: string, given: Record<string, string[]>];

/** What is printed, all that a page asks for, the address of the page. */
export type PageCase = readonly [
  title: string,
  page: (ctx: PageContext, search: SearchParams) => Promise<unknown>,
  search: Record<string, string>,
];

const AS_OF = '2026-08-31';

export const median = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

/**
 * Prints of each question its rows, its first run, and the median of warm runs that are not answered from memory, then
 * the same of whole pages with the processor time that they take; on a warehouse in a folder of its own, which is
 * removed again.
 */
export async function timeReports(
  head: string,
  make: (db: Warehouse) => Promise<void>,
  cases: readonly Case[],
  runs: number,
  pages: readonly PageCase[] = [],
): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-bench-'));
  const db = await openWarehouse(dir);
  try {
    await make(db);
    const policy = new PolicyBook();
    const calendar = makeCalendar(policy.on('2026-01-01'));
    const ctx: ReportContext = { db, viewer: soleViewer, policy, calendar };
    line(head, 'rows', 'cold ms', 'warm ms');
    for (const [title, name, given] of cases) {
      const report = reportNamed(name);
      const params = readParams(report.params, given);
      const { result, cold, warm } = await timed(runs, () => rowsOf(report, ctx, params));
      line(title, result.length, cold, warm);
    }
    if (pages.length === 0) return;
    const data = { through: AS_OF, days: 0, loadedAt: null, stale: false };
    line('whole pages', 'cold ms', 'warm ms', 'cpu ms');
    for (const [title, page, search] of pages) {
      const of = { ...ctx, today: AS_OF, defaultAsOf: AS_OF, data };
      const { cold, warm, processor } = await timed(runs, () => page(of, search));
      line(title, cold, warm, processor);
    }
  } finally {
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** The first run and the median of `runs` more, each with nothing remembered; milliseconds. */
async function timed<T>(runs: number, work: () => Promise<T>) {
  const times: number[] = [];
  const processor: number[] = [];
  let result = await once();
  for (let i = 0; i < runs; i++) result = await once();
  const [cold = Number.NaN, ...warm] = times;
  return { result, cold, warm: median(warm), processor: median(processor.slice(1)) };

  async function once(): Promise<T> {
    forgetResults();
    const used = process.cpuUsage();
    const start = performance.now();
    const answer = await work();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
    return answer;
  }
}

const line = (title: string, ...cells: (string | number)[]) =>
  console.log(title.padEnd(34), ...cells.map((c) => (typeof c === 'number' ? c.toFixed(0) : c).padStart(8)));
