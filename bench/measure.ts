/** What benches of reports have in common: a warehouse of their own, and how a question is timed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import '@/lib/reports/all';
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

export const median = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

/**
 * Prints of each question its rows, its first run, and the median of warm runs that are not answered from memory, on a
 * warehouse in a folder of its own, which is removed again.
 */
export async function timeReports(
  head: string,
  make: (db: Warehouse) => Promise<void>,
  cases: readonly Case[],
  runs: number,
): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-bench-'));
  const db = await openWarehouse(dir);
  try {
    await make(db);
    const policy = new PolicyBook();
    const calendar = makeCalendar(policy.on('2026-01-01'));
    const ctx: ReportContext = { db, viewer: soleViewer, policy, calendar };
    console.log(head.padEnd(34), ...['rows', 'cold ms', 'warm ms'].map((h) => h.padStart(8)));
    for (const [title, name, given] of cases) {
      const report = reportNamed(name);
      const params = readParams(report.params, given);
      const times: number[] = [];
      let rows = 0;
      for (let i = 0; i <= runs; i++) {
        forgetResults();
        const start = performance.now();
        rows = (await rowsOf(report, ctx, params)).length;
        times.push(performance.now() - start);
      }
      const [cold = Number.NaN, ...warm] = times;
      console.log(title.padEnd(34), ...[rows, cold, median(warm)].map((v) => v.toFixed(0).padStart(8)));
    }
  } finally {
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
