/** The quarter and the half-year that are paid with a month are closed with it (B-05, B-08, B-09, B-12). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { undo } from '@/lib/import/load/undo';
import { bonusHalf } from '@/lib/reports/bonus_half';
import { bonusItems } from '@/lib/reports/bonus_items';
import { bonusPayroll, payrollOf } from '@/lib/reports/bonus_payroll';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { bonusRun } from '@/lib/reports/bonus_run';
import { bonusAdjustments } from '@/lib/reports/bonus_run_adjustments';
import { closeMonth } from '@/lib/reports/bonus_run_close';
import { figuresHash } from '@/lib/reports/bonus_run_hash';
import { runPeople } from '@/lib/reports/bonus_run_pay';
import { statementIn, statementsIn } from '@/lib/reports/bonus_statement_any';
import { statementOf } from '@/lib/reports/bonus_statement_of';
import { periodState } from '@/lib/reports/bonus_statement_standing';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import type { ReportContext } from '@/lib/reports/report';
import { everything, soleViewer } from '@/lib/reports/viewer';
import { sum } from '@/lib/rules/bonus_decimal';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { takeStep, waive } from '@/lib/work/bonus_runs';
import { reopenPeriod } from '@/lib/work/bonus_runs_closing';
import { openWorkStore, type WorkStore } from '@/lib/work/store';
import { load, type Row } from '../import/staged';
import { emptyWarehouse } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

let w: Warehouse;
let store: WorkStore;
let ctx: ReportContext;

const TODAY = '2026-11-22';
const made = { by: '人力', why: '核对过' };
const person = (technician_id: string, department = '客服部'): Row => ({
  technician_id,
  name: `员工${technician_id}`,
  role: 'engineer',
  department,
  region: technician_id === 'T2' ? '华南' : '华东',
});
/** Earns 5 % of 10,000: 400 for the technician, 100 for the team. */
const sale = (of: Row): Row => ({
  sale_id: 'S1',
  technician_id: 'T1',
  component_cost: '4000',
  component_price: '10000',
  service_days: '0',
  service_fee: '0',
  received_amount: '10000',
  received_in_full_on: '2026-06-30',
  ...of,
});
const job = (job_id: string, of: Row): Row => ({
  job_id,
  technician_id: 'T1',
  finished_on: '2026-07-02',
  record_signed: 'yes',
  points: '10',
  ...of,
});
const score = (technician_id: string, points: string): Row => ({
  quarter: '2026Q2',
  technician_id,
  score: points,
});

beforeEach(async () => {
  w = await emptyWarehouse();
  store = await openWorkStore(w.dir);
  ctx = bonusContext(w);
  await load(w, 'technicians', [person('T1'), person('T2')]);
  await load(w, 'coefficients', [
    { work_type: '调试', category: 'commissioning', points: '2', effective_from: '2024-01-01' },
  ]);
  await load(w, 'assessments', [score('T1', '90'), score('T2', '80')]);
  await load(w, 'parts_sales', [sale({}), sale({ sale_id: 'S2', technician_id: 'T2' })]);
  await load(w, 'jobs', [
    job('J1', {}),
    job('J2', { technician_id: 'T2' }),
    // Its months without a repeat end in the first half-year.
    job('J3', { work_type: '调试', project_id: 'P1', finished_on: '2025-08-01' }),
  ]);
});
afterEach(async () => {
  await store.close();
  w.close();
});

async function close(period: string) {
  const found = await import('@/lib/reports/bonus_run_findings');
  const open = (await found.liveFindings(ctx, { period })).filter((f) => f.state === 'open');
  if (open.length > 0) await waive(store, period, open, made);
  const hash = figuresHash(await runPeople(ctx, period));
  for (const step of ['compiled', 'finance', 'hr'])
    await takeStep(store, 'month', period, step, hash, { by: '钱会计', why: '' });
  return closeMonth(ctx, period, { by: '人力', why: '' }, TODAY);
}

/** Everything that answers for the quarter, the half-year and July's payroll, as it is sent. */
async function bytes(context = ctx): Promise<string> {
  const parts = await Promise.all([
    bonusQuarter.run(context, { period: '2026Q2' }),
    bonusHalf.run(context, { period: '2026H1' }),
    ...['2026Q2', '2026H1'].flatMap((period) => [
      bonusTrace.run(context, { period, technician: 'T1' }),
      bonusTrace.run(context, { period, technician: 'T2' }),
      bonusItems.run(context, { period }),
      statementsIn(context, period),
      statementIn(context, period, 'T1'),
      periodState(context, period),
    ]),
    bonusPayroll.run(context, { period: '2026-07' }),
    payrollOf(context, '2026-07'),
    payrollOf(context, '2026Q2'),
  ]);
  return JSON.stringify(parts);
}
const runOf = async (period: string, id = 'T1') =>
  (await bonusRun.run(ctx, { period })).find((r) => r.technician_id === id);
const adjustments = (period: string) => bonusAdjustments.run(ctx, { period });
const teamShares = async (period: string) =>
  (await bonusPayroll.run(ctx, { period })).filter((r) => r.part === 'team_share');

it('closing July answers for the quarter and the half-year with what it answered before, but that they are closed', async () => {
  const live = async () =>
    JSON.stringify(
      await Promise.all([
        bonusQuarter.run(ctx, { period: '2026Q2' }),
        bonusHalf.run(ctx, { period: '2026H1' }),
        bonusTrace.run(ctx, { period: '2026Q2', technician: 'T1' }),
        bonusTrace.run(ctx, { period: '2026H1', technician: 'T1' }),
        statementsIn(ctx, '2026Q2'),
        statementsIn(ctx, '2026H1'),
        bonusPayroll.run(ctx, { period: '2026-07' }),
      ]),
    );
  const open = await live();
  expect(await bonusQuarter.run(ctx, { period: '2026Q2' })).toMatchObject([
    { award: '1500.00', parts_commission: '400.00', parts_team_share: '100.00' },
    { award: '1500.00', parts_commission: '400.00' },
  ]);
  expect((await bonusHalf.run(ctx, { period: '2026H1' }))[0]?.projects_without_repeat).toBe(1);
  expect((await periodState(ctx, '2026Q2')).closed).toBeNull();
  await close('2026-07');
  expect(await live()).toBe(open);
  for (const period of ['2026Q2', '2026H1'])
    expect((await periodState(ctx, period)).closed).toMatchObject({ step: 'closed', by: '人力' });
  expect((await periodState(ctx, '2026Q1')).closed).toBeNull();
  const south = { ...ctx, viewer: { ...soleViewer, scope: { ...everything, regions: ['华南'] } } };
  expect((await bonusQuarter.run(south, { period: '2026Q2' })).map((r) => r.technician_id)).toEqual(['T2']);
  expect(await statementIn(south, '2026Q2', 'T1')).toBeNull();
  expect(await bonusTrace.run(south, { period: '2026H1', technician: 'T1' })).toEqual([]);
});

it('a refund of a sale moves no byte of the quarter; August pays the difference once, with its cause', async () => {
  await close('2026-07');
  const before = await bytes();
  const { importId } = await load(w, 'parts_sales', [sale({ received_amount: '8000' })]);
  expect(await bytes()).toBe(before);
  const cause = { cause: 'import', cause_id: String(importId), source_id: 'S1' };
  expect(await adjustments('2026-08')).toMatchObject([
    { technician_id: 'T1', of_period: '2026Q2', before: '1900.00', after: '1820.00', amount: '-80.00' },
    { figure: 'parts_commission', before: '400', after: '320', ...cause },
    { figure: 'parts_team_share', before: '100', after: '80', ...cause },
  ]);
  const sheet = await statementOf(ctx, '2026-08', 'T1');
  expect(sheet?.payers.filter((p) => p.part === 'adjustments')).toEqual([
    { part: 'adjustments', payer: 'parts_subsidiary', amount: '-80.00' },
  ]);
  expect(await teamShares('2026-08')).toMatchObject([
    { period: '2026Q2', department: '客服部', payer: 'parts_subsidiary', amount: '-20.00' },
  ]);
  // Enough points that nothing negative is left to decide on.
  await load(w, 'jobs', [job('J4', { finished_on: '2026-08-03', points: '20' })]);
  await close('2026-08');
  expect(await runOf('2026-08')).toMatchObject({ adjustments: '-80.00', payable: '730.00', closed: true });
  expect(await teamShares('2026-08')).toMatchObject([{ amount: '-20.00' }]);
  expect(await adjustments('2026-09')).toEqual([]);
  expect(await teamShares('2026-09')).toEqual([]);
  // The next change counts from what August took up.
  await load(w, 'parts_sales', [sale({ received_amount: '12000' })]);
  expect(await bytes()).toBe(before);
  expect(await adjustments('2026-09')).toMatchObject([
    { of_period: '2026Q2', before: '1820.00', after: '1980.00', amount: '160.00' },
    { figure: 'parts_commission', before: '320', after: '480' },
    { figure: 'parts_team_share', before: '80', after: '120' },
  ]);
  expect(await teamShares('2026-09')).toMatchObject([{ amount: '40.00' }]);
});

it('an import that is taken back is named', async () => {
  const { importId } = await load(w, 'parts_sales', [sale({ sale_id: 'S3' })]);
  await close('2026-07');
  const before = await bytes();
  await w.write((c) => undo(c, importId, 'test'));
  expect(await bytes()).toBe(before);
  expect(await adjustments('2026-08')).toMatchObject([
    { of_period: '2026Q2', amount: '-400.00' },
    {
      figure: 'parts_commission',
      source_id: 'S3',
      after: null,
      cause: 'import_undone',
      cause_id: String(importId),
    },
    { figure: 'parts_team_share', source_id: 'S3', cause: 'import_undone' },
  ]);
});

it("another person's score that costs an award, a repeat that costs a project, and a new rate are named", async () => {
  await close('2026-07');
  const before = await bytes();
  const scores = await load(w, 'assessments', [score('T1', '70')]);
  const repeat = await load(w, 'jobs', [
    job('J9', { finished_on: '2025-09-01', repeat_of: 'J3', repeat_cause: 'personal' }),
  ]);
  const later = bonusContext(w, [ownValue('award.first_to_rank', '2026-04-01', 1)]);
  expect(await bytes(later)).toBe(before);
  const rows = await bonusAdjustments.run(later, { period: '2026-08' });
  const of = (figure: string) => rows.filter((r) => r.figure === figure);
  expect(of('award')).toMatchObject([
    { technician_id: 'T1', before: '1500.00', cause: 'import', cause_id: String(scores.importId) },
  ]);
  expect(of('reward')).toMatchObject([
    { of_period: '2026H1', source_id: 'J3', before: '30', after: '0', cause: 'import' },
  ]);
  expect(of('reward')[0]?.cause_id).toBe(String(repeat.importId));
});

it('a policy set later for the quarter changes nothing closed; August names the parameter', async () => {
  await close('2026-07');
  const before = await bytes();
  const later = bonusContext(w, [ownValue('award.first', '2026-04-01', '1600')]);
  expect(await bytes(later)).toBe(before);
  expect(await bonusAdjustments.run(later, { period: '2026-08', technician: 'T2' })).toMatchObject([
    { of_period: '2026Q2', amount: '100.00' },
    { figure: 'award', before: '1500.00', after: '1600.00', cause: 'parameter', cause_id: 'award.first' },
  ]);
});

it('reopening July opens them again; closed anew, what August took up is not paid twice', async () => {
  await close('2026-07');
  await load(w, 'parts_sales', [sale({ received_amount: '12000' })]);
  await close('2026-08');
  expect(await runOf('2026-08')).toMatchObject({ adjustments: '80.00' });
  await reopenPeriod(store, '2026-07', made);
  expect((await periodState(ctx, '2026Q2')).closed).toBeNull();
  expect((await periodState(ctx, '2026H1')).closed).toBeNull();
  expect((await bonusQuarter.run(ctx, { period: '2026Q2' }))[0]?.total).toBe('1980.00');
  await close('2026-07');
  expect((await periodState(ctx, '2026Q2')).closed).not.toBeNull();
  // August paid 80 and 20 of it already: September takes them back.
  expect(await adjustments('2026-09')).toMatchObject([
    { of_period: '2026Q2', before: '2060.00', after: '1980.00', amount: '-80.00' },
    { figure: 'adjustments', cause: 'reopened' },
  ]);
  expect(await teamShares('2026-09')).toMatchObject([{ period: '2026Q2', amount: '-20.00' }]);
  const team = [
    ...(await teamShares('2026-07')),
    ...(await teamShares('2026-08')),
    ...(await teamShares('2026-09')),
  ];
  // 120 of T1 and 100 of T2.
  expect(sum(team.map((r) => r.amount ?? '0')).toFixed(2)).toBe('220.00');
});

it('a month in which no quarter is paid closes none', async () => {
  await close('2026-08');
  expect((await periodState(ctx, '2026Q2')).closed).toBeNull();
  await load(w, 'parts_sales', [sale({ received_amount: '12000' })]);
  expect((await bonusQuarter.run(ctx, { period: '2026Q2' }))[0]?.parts_commission).toBe('480.00');
  expect(await adjustments('2026-09')).toEqual([]);
});
