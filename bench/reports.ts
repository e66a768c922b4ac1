/**
 * Times the reports on 1,000,000 ledger rows, 20,000 customers, 200,000 visits, 100,000 opportunities and 30,000 jobs
 * a month, and the rollups that they stand on. Made in a folder of its own, which is removed again.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import '@/lib/reports/all';
import { forgetResults } from '@/lib/reports/cache';
import { forgetColumns } from '@/lib/reports/kept_columns';
import { readParams } from '@/lib/reports/params';
import { reportNamed } from '@/lib/reports/registry';
import type { ReportContext } from '@/lib/reports/report';
import { rowsOf } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import { makeCalendar } from '@/lib/rules/calendar';
import { PolicyBook } from '@/lib/rules/policy';
import { modelFiles } from '@/lib/warehouse/model';
import { openWarehouse, type Warehouse } from '@/lib/warehouse/warehouse';
import { makeLarge } from './large';

const CUSTOMERS = 20_000;
const SALES = Number(process.env.BENCH_SALES ?? 450_000);
const RUNS = 9;
const LAST_DAY = { as_of: ['2026-08-31'] };
const ONE_DEPARTMENT = { department: ['销售1部'] };

const cases: [string, string, Record<string, string[]>][] = [
  ['funnel, a year by department', 'funnel', { period: ['2025'], ...LAST_DAY, by: ['department'] }],
  ['quota by department', 'quota', LAST_DAY],
  ['quota by product', 'quota', { ...LAST_DAY, by: ['product'] }],
  ['review', 'review', { period: ['2026H1'] }],
  ['review, one department', 'review', { period: ['2026H1'], ...ONE_DEPARTMENT }],
  ['demotions', 'demotions', LAST_DAY],
  ['demotions, one department', 'demotions', { ...LAST_DAY, ...ONE_DEPARTMENT }],
  ['blacklist', 'blacklist', LAST_DAY],
  ['bonus', 'bonus', { period: ['2026-03'] }],
  ['bonus_quarter', 'bonus_quarter', { period: ['2026Q1'] }],
  ['bonus_half', 'bonus_half', { period: ['2026H1'] }],
  ['idle', 'idle', LAST_DAY],
  ['idle, one department', 'idle', { ...LAST_DAY, ...ONE_DEPARTMENT }],
  ['receivables, last day', 'receivables', LAST_DAY],
  ['receivables, eight months back', 'receivables', { as_of: ['2025-12-31'] }],
  ['receivables, one department', 'receivables', { ...LAST_DAY, ...ONE_DEPARTMENT }],
];

const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

/** Wall clock and processor time, all threads together, in milliseconds. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; wall: number; cpu: number }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, wall: performance.now() - start, cpu: (user + system) / 1000 };
}

const line = (name: string, ...cells: (string | number)[]) =>
  console.log(
    name.padEnd(34) + cells.map((c) => (typeof c === 'number' ? c.toFixed(0) : c).padStart(9)).join(''),
  );

/** Prints of each report its rows, its first run, the medians of warm runs and of a remembered one. */
async function reports(db: Warehouse): Promise<void> {
  const policy = new PolicyBook();
  const calendar = makeCalendar(policy.on('2026-01-01'));
  const ctx: ReportContext = { db, viewer: soleViewer, policy, calendar };
  line('report (ms)', 'rows', 'cold', 'warm', 'cpu', 'memory');
  for (const [title, name, given] of cases) {
    const report = reportNamed(name);
    const params = readParams(report.params, given);
    const run = () => rowsOf(report, ctx, params);
    forgetResults();
    const cold = await timed(run);
    const warm: { wall: number; cpu: number }[] = [];
    for (let i = 0; i < RUNS; i++) {
      // Of another day than the run before, as far as a ledger knows.
      forgetResults();
      forgetColumns('owed');
      forgetColumns('reviews');
      warm.push(await timed(run));
    }
    const memory = await timed(run);
    line(
      title,
      cold.result.length,
      cold.wall,
      median(warm.map((w) => w.wall)),
      median(warm.map((w) => w.cpu)),
      memory.wall.toFixed(2),
    );
  }
}

/** Prints what each rollup takes to build, the median of three, in a transaction that is taken back. */
async function rollups(db: Warehouse): Promise<void> {
  line('rollup (ms)', 'rows', 'wall', 'cpu');
  const runs = new Map<string, { rows: number; wall: number; cpu: number }[]>();
  for (let i = 0; i < 3; i++) {
    await db.rehearse(async (c) => {
      for (const file of await modelFiles(c)) {
        if (file.makes === 'view') continue;
        const { wall, cpu } = await timed(() =>
          c.run(`create or replace ${file.makes} ${file.name} as ${file.sql}`),
        );
        const counted = await c.runAndReadAll(`select count(*)::integer as n from ${file.name}`);
        const rows = Number(counted.getRowObjectsJson()[0]?.n);
        runs.set(file.name, [...(runs.get(file.name) ?? []), { rows, wall, cpu }]);
      }
    });
  }
  const sums = { wall: 0, cpu: 0 };
  for (const [name, of] of runs) {
    const [wall, cpu] = [median(of.map((r) => r.wall)), median(of.map((r) => r.cpu))];
    sums.wall += wall;
    sums.cpu += cpu;
    line(name, of[0]?.rows ?? 0, wall, cpu);
  }
  line('all rollups', '', sums.wall, sums.cpu);
}

export async function benchReports(): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-bench-'));
  const db = await openWarehouse(dir);
  try {
    await makeLarge(db, CUSTOMERS, SALES);
    await reports(db);
    await rollups(db);
  } finally {
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
