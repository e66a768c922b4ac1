/**
 * Times quota, what-if, trend and review of one department, the pages of both, and one customer's page, on 200,000
 * customers and about 10,000,000 ledger rows (`BENCH_CUSTOMERS`, `BENCH_SALES`: about 2.2 ledger rows a sale).
 * Warm runs remember no answer, only what the ledger says of a half-year and of the year up to a day, which the server
 * keeps by data version; what reading a half-year takes stands apart.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import '@/lib/reports/all';
import { quotasModel } from '@/app/quotas/_model';
import { reviewsModel } from '@/app/reviews/_model';
import { forgetResults } from '@/lib/reports/cache';
import { readParams } from '@/lib/reports/params';
import { reportNamed } from '@/lib/reports/registry';
import type { ReportContext } from '@/lib/reports/report';
import { periodNamed, review } from '@/lib/reports/review';
import { forgetMeasures, reviewMeasures } from '@/lib/reports/review_measures';
import { decideReview } from '@/lib/reports/review-round';
import { reportContext, rowsOf } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import { makeCalendar } from '@/lib/rules/calendar';
import { PolicyBook } from '@/lib/rules/policy';
import { openWarehouse } from '@/lib/warehouse/warehouse';
import { openWorkStore } from '@/lib/work/store';
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
  ['demotions, one department', 'demotions', { ...day, ...department }],
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

interface Spent {
  /** Milliseconds on the clock, and of processor time, all threads together. */
  wall: number;
  work: number;
}

async function timed(run: () => Promise<unknown>): Promise<Spent> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, work: (user + system) / 1000 };
}

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
    const show = (title: string, rows: number, spent: readonly Spent[]) =>
      console.log(
        `${title.padEnd(44)}${String(rows).padStart(8)} rows ${median(spent.map((s) => s.wall))
          .toFixed(0)
          .padStart(6)} ms ${median(spent.map((s) => s.work))
          .toFixed(0)
          .padStart(6)} ms cpu`,
      );
    /** The first run is cold, and left out. */
    const repeat = async (title: string, work: () => Promise<number>, before = forgetResults) => {
      const spent: Spent[] = [];
      let rows = 0;
      for (let i = 0; i <= RUNS; i++) {
        before();
        spent.push(
          await timed(async () => {
            rows = await work();
          }),
        );
      }
      show(title, rows, spent.slice(1));
    };
    for (const [title, name, given] of cases) {
      const report = reportNamed(name);
      const params = readParams(report.params, given);
      await repeat(title, async () => (await rowsOf(report, ctx, params)).length);
    }
    const forgetAll = () => {
      forgetResults();
      forgetMeasures();
    };
    const half = periodNamed('2026H1');
    const departments = department.department;
    const readAnew = (of: string[] | null) => async () => {
      await reviewMeasures(ctx, half, of);
      return 0;
    };
    await repeat('a half-year read from the ledger, department', readAnew(departments), forgetAll);
    await repeat('a half-year read from the ledger, company', readAnew(null), forgetAll);
    const data = { through: '2026-08-31', days: 1, loadedAt: null, stale: false };
    const page = { ...(await reportContext(db, soleViewer, '2026-09-01')), today: '2026-09-01', data };
    const pageContext = { ...page, defaultAsOf: '2026-08-31' };
    const reviews = async () => (await reviewsModel(pageContext, { department: '销售1部' })).all.length;
    const quotas = async () => (await quotasModel(pageContext, { department: '销售1部' })).rows.length;
    await repeat('page of reviews, one department', reviews);
    await repeat('page of quotas, one department', quotas);
    // Every product's bases are read once, whichever department is looked at.
    const next: Spent[] = [];
    let listed = 0;
    for (let i = 1; i <= RUNS + 1; i++) {
      const work = async () => {
        listed = (await quotasModel(pageContext, { department: `销售${i}部` })).rows.length;
      };
      next.push(await timed(work));
    }
    show('page of quotas, the next department', listed, next.slice(1));
    const undecided = (await rowsOf(review, ctx, { period: half.name, ...department })).slice(0, RUNS + 1);
    const deciding = { by: 'bench', today: '2026-09-01', effective_on: '2026-09-01', reason: null };
    const decided: Spent[] = [];
    for (const { customer_id } of undecided) {
      await decideReview(ctx, { period: half.name, customers: [customer_id], tier: null }, deciding);
      decided.push(await timed(reviews));
    }
    show('page of reviews, after a decision', undecided.length, decided);
  } finally {
    await (await openWorkStore(dir)).close();
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
