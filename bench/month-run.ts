/**
 * Times the run of a month for 2,000 technicians with 60 jobs a month: everything its page reads, a closing, and the
 * differences of twelve closed months. Made in a folder of its own, which is removed again.
 * `BENCH_TECHNICIANS`, `BENCH_JOBS` and `BENCH_MONTHS` make it smaller.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import '@/lib/reports/all';
import { runModel } from '@/app/bonuses/run/_model';
import { closeMonth } from '@/lib/reports/bonus_run_close';
import { liveFindings } from '@/lib/reports/bonus_run_findings';
import { figuresHash } from '@/lib/reports/bonus_run_hash';
import { runPeople } from '@/lib/reports/bonus_run_pay';
import { statementOf } from '@/lib/reports/bonus_statement_of';
import { forgetResults } from '@/lib/reports/cache';
import type { ReportContext } from '@/lib/reports/report';
import { reportContext } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import { isWaivable } from '@/lib/rules/bonus_run_findings';
import { addMonths } from '@/lib/rules/period';
import { buildModel } from '@/lib/warehouse/model';
import { openWarehouse, type Warehouse } from '@/lib/warehouse/warehouse';
import { decideRest, takeStep, waive } from '@/lib/work/bonus_runs';
import { openWorkStore } from '@/lib/work/store';

const size = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const TECHNICIANS = size('BENCH_TECHNICIANS', 2000);
const JOBS = size('BENCH_JOBS', 60);
const MONTHS = size('BENCH_MONTHS', 12);
const RUNS = 7;
const LAST = '2026-06';

/** `hash` stands for chance, so that the rows are the same every time. */
const company = [
  `insert into raw.technicians by name
   select format('T{:05d}', i) as technician_id, format('技术员{}', i) as name,
     if(i % 20 = 0, 'lead', 'engineer') as role, format('客服{}部', i % 8 + 1) as department,
     format('区域{}', i % 30 + 1) as region, date '2020-01-01' as joined_on, 1 as _import_id, 1 as _file_id,
     i::integer as _line
   from range(1, $technicians::bigint + 1) t(i)`,
  `insert into raw.coefficients by name
   select format('类型{}', i) as work_type, 'repair' as category, (0.2 + i / 50.0)::decimal(18, 3) as points,
     date '2024-01-01' as effective_from, 1 as _import_id, 1 as _file_id, i::integer as _line
   from range(1, 11) t(i)`,
  `insert into raw.jobs by name
   select format('J{:02d}{:05d}{:03d}', m, t, j) as job_id, format('T{:05d}', t) as technician_id,
     format('类型{}', hash(t, j, m) % 10 + 1) as work_type,
     (date '2026-07-01' - to_months(m::integer) + to_days((hash(j, t) % 28)::integer))::date as finished_on,
     if(hash(t, j, m, 1) % 200 = 0, 'no', 'yes') as record_signed, 1 as _import_id, 2 as _file_id,
     (t * 100 + j)::integer as _line
   from range(1, $months::bigint + 1) a(m), range(1, $technicians::bigint + 1) b(t), range(1, $jobs::bigint + 1) c(j)`,
  `insert into raw.assessments by name
   select quarter, format('T{:05d}', i) as technician_id, (60 + hash(i) % 400 / 10.0)::decimal(18, 3) as score,
     1 as _import_id, 3 as _file_id, i::integer as _line
   from range(1, $technicians::bigint + 1) t(i), (values ('2025Q3'), ('2025Q4'), ('2026Q1'), ('2026Q2')) q(quarter)`,
];

async function make(db: Warehouse): Promise<void> {
  await db.write(async (c) => {
    const all: Record<string, number> = { technicians: TECHNICIANS, jobs: JOBS, months: MONTHS };
    for (const sql of company) {
      const names = Object.keys(all).filter((n) => sql.includes(`$${n}`));
      await c.run(sql, Object.fromEntries(names.map((n) => [n, all[n] ?? 0])));
    }
    await c.run(
      `insert into loads.files (file_id, import_id, part, file, kind)
       values (1, 1, 0, 'technicians.csv', 'technicians'), (2, 1, 1, 'jobs.csv', 'jobs'), (3, 1, 2, 'assessments.csv', 'assessments')`,
    );
    await buildModel(c);
    await c.run(
      'insert into loads.version select coalesce(max(data_version), 0) + 1, now() from loads.version',
    );
  });
}

const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Milliseconds of the first run, when nothing is remembered; of warm runs, wall and processor; and from memory. Before
 * each warm run somebody decides on something, so every answer is made anew, and of closed periods, which no decision
 * moves, what they were compared with stands.
 */
async function measure(db: Warehouse, title: string, work: () => Promise<unknown>): Promise<void> {
  const store = await openWorkStore(db.dir);
  forgetResults();
  const cold = await timed(work);
  const warm: number[] = [];
  const processor: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    await store.decide(async () => undefined);
    const before = process.cpuUsage();
    warm.push(await timed(work));
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  const memory = await timed(work);
  line(title, cold, median(warm), median(processor), memory);
}

const line = (title: string, ...ms: number[]) =>
  console.log(title.padEnd(44) + ms.map((n) => n.toFixed(0).padStart(11)).join(''));

const clerk = { by: 'bench', why: 'bench' };

/** Waves everything through, takes the steps and closes. */
async function close(ctx: ReportContext, period: string): Promise<void> {
  const store = await openWorkStore(ctx.db.dir);
  for (const p of await runPeople(ctx, period)) {
    if (!p.undecided || p.pay.due === null) continue;
    await decideRest(store, period, p.technician_id, { decision: 'waive', amount: p.pay.due }, clerk);
  }
  const found = (await liveFindings(ctx, { period })).filter((f) => isWaivable(f.finding));
  if (found.length > 0) await waive(store, period, found, clerk);
  const hash = figuresHash(await runPeople(ctx, period));
  for (const step of ['compiled', 'finance', 'hr']) await takeStep(store, 'month', period, step, hash, clerk);
  await closeMonth(ctx, period, clerk, '2026-12-31');
}

/** Every job of one technician in a closed month is worth more than it was. */
async function changeOne(db: Warehouse): Promise<void> {
  await db.write(async (c) => {
    await c.run(
      `update raw.jobs set points = 9, _import_id = 2 where job_id like 'J02%' and technician_id = 'T00007'`,
    );
    await buildModel(c);
    await c.run('insert into loads.version select max(data_version) + 1, now() from loads.version');
  });
}

export async function benchMonthRun(): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-bench-'));
  const db = await openWarehouse(dir);
  try {
    await make(db);
    console.log(`${TECHNICIANS} technicians, ${JOBS} jobs a month, ${MONTHS} months`);
    console.log(
      '(ms)'.padEnd(44) + ['cold', 'warm', 'processor', 'memory'].map((w) => w.padStart(11)).join(''),
    );
    const base = await reportContext(db, soleViewer, '2026-07-01');
    const data = { through: '2026-06-30', days: 1, loadedAt: null, stale: false };
    const ctx = { ...base, today: '2026-07-01', data, defaultAsOf: '2026-07-01' };
    const page = () => runModel(ctx, { period: LAST });
    await measure(db, 'the page of a month, nothing closed', page);
    const months = Array.from({ length: MONTHS - 1 }, (_, i) =>
      addMonths(`${LAST}-01`, i - MONTHS + 1).slice(0, 7),
    );
    const closing: number[] = [];
    for (const month of months) closing.push(await timed(() => close(ctx, month)));
    if (closing.length > 0) line(`closing a month, with its steps (${closing.length})`, median(closing));
    await measure(db, `the page of a month, ${months.length} closed`, page);
    await changeOne(db);
    line('the first page after an import', await timed(page));
    await measure(db, 'the page of a month with an adjustment', page);
    const everyLine = () => runModel(ctx, { period: LAST, view: 'adjustments' });
    await measure(db, 'its adjustments line by line', everyLine);
    await measure(db, 'a statement with an adjustment', () => statementOf(ctx, LAST, 'T00007'));
    await measure(db, 'the page of a closed month', () => runModel(ctx, { period: months.at(-1) ?? LAST }));
    await measure(db, 'a closed statement', () => statementOf(ctx, months.at(-1) ?? LAST, 'T00008'));
  } finally {
    await (await openWorkStore(dir)).close();
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
