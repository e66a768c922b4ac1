import { afterEach, describe, expect, it } from 'vitest';
import { bonusHalf } from '@/lib/reports/bonus_half';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import type { OwnValue } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

let w: Warehouse | undefined;
afterEach(() => {
  w?.close();
  w = undefined;
});

type Job = SmallTables[string][number];
const technicians = ['T1', 'T2'].map((technician_id) => ({
  technician_id,
  name: technician_id,
  role: 'engineer',
}));
const coefficients = [
  { work_type: '调试', category: 'commissioning', points: '2', effective_from: '2024-01-01' },
  { work_type: '维修', category: 'repair', points: '1', effective_from: '2024-01-01' },
];
const commissioned = (job_id: string, finished_on: string, of: Job = {}): Job => ({
  job_id,
  technician_id: 'T1',
  project_id: 'P1',
  work_type: '调试',
  finished_on,
  ...of,
});
const repeat = (
  job_id: string,
  repeat_of: string,
  finished_on: string,
  repeat_cause: string,
  of: Job = {},
): Job =>
  commissioned(job_id, finished_on, {
    project_id: 'elsewhere',
    work_type: '维修',
    repeat_of,
    repeat_cause,
    ...of,
  });

async function rewards(jobs: Job[], period: string, own: readonly OwnValue[] = []) {
  w?.close();
  w = await smallWarehouse({ technicians, coefficients, jobs });
  const rows = await bonusHalf.run(bonusContext(w, own), { period });
  return Object.fromEntries(rows.map((r) => [r.technician_id, Number(r.reward)]));
}

describe('B-08 no repeat service', () => {
  it('a project commissioned on 10 January earns 30 yuan in the second half-year, when its 6 months end', async () => {
    const jobs = [commissioned('A', '2026-01-10')];
    expect(await rewards(jobs, '2026H2')).toEqual({ T1: 30, T2: 0 });
    expect(await rewards(jobs, '2026H1')).toEqual({ T1: 0, T2: 0 });
  });

  it('the 6 months from 31 August end on the last of February, those from 31 December on 30 June', async () => {
    expect((await rewards([commissioned('A', '2025-08-31')], '2026H1')).T1).toBe(30);
    expect((await rewards([commissioned('A', '2025-12-30')], '2026H1')).T1).toBe(30);
    expect((await rewards([commissioned('A', '2025-12-31')], '2026H1')).T1).toBe(30);
    expect((await rewards([commissioned('A', '2026-01-01')], '2026H1')).T1).toBe(0);
    const february = [commissioned('A', '2025-08-31'), repeat('R', 'A', '2026-02-28', 'omission')];
    expect((await rewards(february, '2026H1')).T1).toBe(0);
    const march = [commissioned('A', '2025-08-31'), repeat('R', 'A', '2026-03-01', 'omission')];
    expect((await rewards(march, '2026H1')).T1).toBe(30);
  });

  it('a repeat of omission or personal cause within the 6 months costs it, one of the product does not', async () => {
    const repeatedFor = (cause: string) => [
      commissioned('A', '2025-08-01'),
      repeat('R', 'A', '2025-09-01', cause),
    ];
    expect((await rewards(repeatedFor('omission'), '2026H1')).T1).toBe(0);
    expect((await rewards(repeatedFor('personal'), '2026H1')).T1).toBe(0);
    for (const cause of ['product', 'customer', 'other'])
      expect((await rewards(repeatedFor(cause), '2026H1')).T1).toBe(30);
    const own = [ownValue('bonus.no_repeat_causes', '2026-01-01', ['product'])];
    expect((await rewards(repeatedFor('product'), '2026H1', own)).T1).toBe(0);
  });

  it('a repeat on the very day of the last commissioning is not after it', async () => {
    const on = (day: string) => [commissioned('A', '2025-08-01'), repeat('R', 'A', day, 'personal')];
    expect((await rewards(on('2025-08-01'), '2026H1')).T1).toBe(30);
    expect((await rewards(on('2025-08-02'), '2026H1')).T1).toBe(0);
  });

  it('a repeat of any job of the project costs it, wherever the repeat itself is booked', async () => {
    const jobs = [
      commissioned('A', '2025-08-01'),
      commissioned('M', '2025-08-02', { work_type: '维修' }),
      repeat('R', 'M', '2025-09-01', 'personal'),
    ];
    expect((await rewards(jobs, '2026H1')).T1).toBe(0);
    const booked = [
      commissioned('A', '2025-08-01'),
      repeat('R', 'other', '2025-09-01', 'personal', { project_id: 'P1' }),
    ];
    expect((await rewards(booked, '2026H1')).T1).toBe(30);
  });

  it('it is for the technician of the last commissioning; of two on one day, the largest job number', async () => {
    const later = commissioned('B', '2025-09-01', { technician_id: 'T2' });
    expect(await rewards([commissioned('A', '2025-08-01'), later], '2026H1')).toEqual({ T1: 0, T2: 30 });
    const ten = commissioned('J10', '2025-08-01', { technician_id: 'T2' });
    expect(await rewards([commissioned('J9', '2025-08-01'), ten], '2026H1')).toEqual({ T1: 0, T2: 30 });
  });

  it('neither a repair nor a repeat is a last commissioning', async () => {
    const jobs = [
      commissioned('A', '2025-08-01'),
      commissioned('M', '2025-09-01', { technician_id: 'T2', work_type: '维修' }),
      repeat('R', 'A', '2025-10-01', 'product', { technician_id: 'T2', project_id: 'P1', work_type: '调试' }),
    ];
    expect(await rewards(jobs, '2026H1')).toEqual({ T1: 30, T2: 0 });
  });

  it('a later commissioning by the end of the half-year moves the project on', async () => {
    const jobs = (day: string) => [commissioned('A', '2025-11-01'), commissioned('B', day)];
    expect((await rewards(jobs('2026-06-30'), '2026H1')).T1).toBe(0);
    expect((await rewards(jobs('2026-06-30'), '2026H2')).T1).toBe(30);
    expect((await rewards(jobs('2026-07-01'), '2026H1')).T1).toBe(30);
  });

  it('a project earns once: commissioned again after it has earned, it earns no more', async () => {
    const jobs = [commissioned('A', '2025-11-01'), commissioned('B', '2026-07-01')];
    expect((await rewards(jobs, '2026H1')).T1).toBe(30);
    expect((await rewards(jobs, '2027H1')).T1).toBe(0);
    const failed = [...jobs, repeat('R', 'A', '2025-12-01', 'personal')];
    expect((await rewards(failed, '2026H1')).T1).toBe(0);
    expect((await rewards(failed, '2027H1')).T1).toBe(30);
  });

  it('a job without a project is a project of its own', async () => {
    const jobs = [
      commissioned('A', '2025-08-01', { project_id: null }),
      commissioned('B', '2025-08-02', { project_id: null }),
      repeat('R', 'B', '2025-09-01', 'omission'),
    ];
    expect((await rewards(jobs, '2026H1')).T1).toBe(30);
  });

  it('a project called like a job is another project', async () => {
    const jobs = [
      commissioned('A', '2025-08-01', { project_id: null }),
      commissioned('B', '2025-08-02', { project_id: 'A' }),
    ];
    expect((await rewards(jobs, '2026H1')).T1).toBe(60);
  });

  it('the trace names each project that ended, with the repeat that cost it', async () => {
    await rewards(
      [
        commissioned('A', '2025-08-01'),
        commissioned('B', '2025-08-01', { project_id: 'P2' }),
        repeat('R', 'B', '2025-09-01', 'omission'),
      ],
      '2026H1',
    );
    if (!w) throw new Error('no warehouse');
    const trace = await bonusTrace.run(bonusContext(w), { period: '2026H1', technician: 'T1' });
    expect(trace.map((r) => [r.figure, r.source_id, r.value, r.effect, r.note])).toEqual([
      ['projects_without_repeat', 'A', 'P1', '1', null],
      ['projects_without_repeat', 'B', 'R', '0', 'repeated'],
      ['reward', 'projects_without_repeat', '1 × 30', '30', null],
    ]);
  });
});
