/**
 * Times quota, what-if, trend and review of one department, and one customer's page, on 200,000 customers and about
 * 10,000,000 ledger rows (`BENCH_CUSTOMERS`, `BENCH_SALES`: about 2.2 ledger rows a sale).
 */
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
import { openWarehouse } from '@/lib/warehouse/warehouse';
import { makeLarge } from './large';

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 200_000);
const SALES = Number(process.env.BENCH_SALES ?? 4_500_000);
const RUNS = 5;

const day = { as_of: ['2026-08-31'] };
const department = { department: ['销售1部'] };
const one = { ...day, customer_id: ['C000001'] };
const cases: [string, string, Record<string, string[]>][] = [
  ['quota, one department', 'quota', { ...day, ...department }],
  ['quota by product', 'quota', { ...day, by: ['product'] }],
  ['customers of a department', 'quota_customers', { ...day, ...department }],
  ['review, one department', 'review', { period: ['2026H1'], ...department }],
  [
    'what if, one department',
    'quota_what_if',
    { ...day, ...department, move: ['C000001:vip', 'C000002:drop'] },
  ],
  ['trend, one department', 'quota_trend', { ...day, ...department }],
  ['ahead', 'quota_ahead', day],
  ['customer: file', 'customer_file', one],
  ['customer: ledger by year', 'customer_ledger', { ...one, by: ['year'] }],
  ['customer: timeline', 'customer_timeline', one],
  ['customer: scores', 'customer_scores', one],
  ['customers by name', 'customer_list', { find: ['000123'] }],
];

const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

export async function benchQuotaLarge(): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-bench-'));
  const db = await openWarehouse(dir);
  try {
    await makeLarge(db, CUSTOMERS, SALES);
    const policy = new PolicyBook();
    const ctx: ReportContext = {
      db,
      viewer: soleViewer,
      policy,
      calendar: makeCalendar(policy.on('2026-01-01')),
    };
    console.log(`${CUSTOMERS} customers, ${SALES} sales`);
    for (const [title, name, given] of cases) {
      const report = reportNamed(name);
      const params = readParams(report.params, given);
      const times: number[] = [];
      const work: number[] = [];
      let rows = 0;
      for (let i = 0; i <= RUNS; i++) {
        forgetResults();
        const [start, before] = [performance.now(), process.cpuUsage()];
        rows = (await rowsOf(report, ctx, params)).length;
        // The first run is cold.
        if (i === 0) continue;
        times.push(performance.now() - start);
        const { user, system } = process.cpuUsage(before);
        work.push((user + system) / 1000);
      }
      console.log(
        `${title.padEnd(28)}${String(rows).padStart(8)} rows ${median(times).toFixed(0).padStart(6)} ms ${median(work).toFixed(0).padStart(6)} ms cpu`,
      );
    }
  } finally {
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
