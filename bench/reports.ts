/**
 * Times the reports of customers on 1,000,000 ledger rows of 20,000 customers, results not remembered.
 * Made in a folder of its own, which is removed again.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { quota } from '@/lib/reports/quota';
import { receivables } from '@/lib/reports/receivables';
import type { ReportContext } from '@/lib/reports/report';
import { review } from '@/lib/reports/review';
import { soleViewer } from '@/lib/reports/viewer';
import { makeCalendar } from '@/lib/rules/calendar';
import { PolicyBook } from '@/lib/rules/policy';
import { buildModel } from '@/lib/warehouse/model';
import { openWarehouse } from '@/lib/warehouse/warehouse';
import { makeLarge } from './large';

const CUSTOMERS = 20_000;
const SALES = Number(process.env.BENCH_SALES ?? 450_000);
const RUNS = 7;

const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;
const milliseconds = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Prints the median of each report, in milliseconds, and that of building all rollups. */
export async function benchReports(): Promise<void> {
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
    const cases: [string, () => Promise<unknown[]>][] = [
      ['receivables, last day', () => receivables.run(ctx, { as_of: '2026-08-31' })],
      ['receivables, eight months back', () => receivables.run(ctx, { as_of: '2025-12-31' })],
      [
        'receivables, one department',
        () => receivables.run(ctx, { as_of: '2026-08-31', department: ['销售1部'] }),
      ],
      ['quota by department', () => quota.run(ctx, { as_of: '2026-08-31', by: 'department' })],
      ['quota by product', () => quota.run(ctx, { as_of: '2026-08-31', by: 'product' })],
      ['review', () => review.run(ctx, { period: '2026H1' })],
      ['review, one department', () => review.run(ctx, { period: '2026H1', department: ['销售1部'] })],
    ];
    for (const [name, run] of cases) {
      const rows = (await run()).length;
      const times: number[] = [];
      for (let i = 0; i < RUNS; i++) times.push(await milliseconds(run));
      console.log(`${name.padEnd(34)} ${median(times).toFixed(0).padStart(6)} ms  ${rows} rows`);
    }
    const build = await db.write((c) => milliseconds(() => buildModel(c)));
    console.log(`${'building all rollups'.padEnd(34)} ${build.toFixed(0).padStart(6)} ms`);
  } finally {
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
