/** Closing a month and what stays as it was closed (B-10, B-12, B-13). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undo } from '@/lib/import/load/undo';
import { bonus } from '@/lib/reports/bonus';
import { bonusItems } from '@/lib/reports/bonus_items';
import { bonusQuestions } from '@/lib/reports/bonus_questions';
import { bonusRecords } from '@/lib/reports/bonus_records';
import { bonusRun } from '@/lib/reports/bonus_run';
import { bonusAdjustments } from '@/lib/reports/bonus_run_adjustments';
import { closeMonth } from '@/lib/reports/bonus_run_close';
import { bonusRunFindings } from '@/lib/reports/bonus_run_findings';
import { statementOf, statementsOf } from '@/lib/reports/bonus_statement_of';
import { bonusTeam } from '@/lib/reports/bonus_team';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import type { ReportContext } from '@/lib/reports/report';
import { everything, soleViewer } from '@/lib/reports/viewer';
import { sum } from '@/lib/rules/bonus_decimal';
import type { OwnValue } from '@/lib/rules/policy';
import { buildModel } from '@/lib/warehouse/model';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { askQuestion } from '@/lib/work/bonus_questions';
import { BonusRunError, decideRest, takeStep, waive } from '@/lib/work/bonus_runs';
import { reopenPeriod } from '@/lib/work/bonus_runs_closing';
import { openWorkStore, type WorkStore } from '@/lib/work/store';
import { load, type Row } from '../import/staged';
import { emptyWarehouse } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

let w: Warehouse;
let store: WorkStore;
let ctx: ReportContext;

const TODAY = '2026-11-22';
const made = { by: '钱会计', why: '核对过' };
const technicians: Row[] = [
  { technician_id: 'T1', name: '甲', role: 'engineer', department: '客服部', region: '华东' },
  { technician_id: 'T2', name: '乙', role: 'lead', department: '客服部', region: '华南' },
];
const job = (job_id: string, of: Row): Row => ({
  job_id,
  technician_id: 'T1',
  finished_on: '2026-06-10',
  record_signed: 'yes',
  points: '20',
  ...of,
});

beforeEach(async () => {
  w = await emptyWarehouse();
  store = await openWorkStore(w.dir);
  ctx = bonusContext(w);
  await load(w, 'technicians', technicians);
  await load(w, 'coefficients', [
    { work_type: '调试', category: 'commissioning', points: '2', effective_from: '2024-01-01' },
  ]);
  await load(w, 'assessments', [
    { quarter: '2026Q2', technician_id: 'T1', score: '90' },
    { quarter: '2026Q2', technician_id: 'T2', score: '80' },
  ]);
  await load(w, 'jobs', [
    job('J1', {}),
    job('J2', { technician_id: 'T2', points: '18' }),
    job('J3', { work_type: '调试', points: null, finished_on: '2026-06-20' }),
    job('J4', { finished_on: '2026-07-02', points: '10' }),
    job('J5', { finished_on: '2026-07-02', points: '10', technician_id: 'T2' }),
  ]);
});
afterEach(async () => {
  await store.close();
  w.close();
});

async function verify(period: string) {
  for (const step of ['compiled', 'finance', 'hr'])
    await takeStep(store, 'month', period, step, await hashNow(period), { by: '钱会计', why: '' });
}
async function hashNow(period: string) {
  const { figuresHash } = await import('@/lib/reports/bonus_run_hash');
  const { runPeople } = await import('@/lib/reports/bonus_run_pay');
  return figuresHash(await runPeople(ctx, period));
}
async function close(period: string, at?: string) {
  await verify(period);
  const now = at ? { now: new Date(at) } : {};
  return closeMonth(ctx, period, { by: '人力', why: '', ...now }, TODAY);
}
/** Everything that reads a month, as it is sent. */
async function bytes(period: string, context = ctx): Promise<string> {
  const parts = await Promise.all([
    bonus.run(context, { period }),
    bonusTeam.run(context, { period }),
    bonusRecords.run(context, { period }),
    bonusRecords.run(context, { period, technician: 'T1', figure: ['gross_points'] }),
    bonusItems.run(context, { period }),
    bonusQuestions.run(context, { period }),
    bonusRun.run(context, { period }),
    bonusAdjustments.run(context, { period }),
    bonusRunFindings.run(context, { period }),
    bonusTrace.run(context, { period, technician: 'T1' }),
    bonusTrace.run(context, { period, technician: 'T2' }),
    statementsOf(context, period),
    statementOf(context, period, 'T1'),
  ]);
  return JSON.stringify(parts);
}
const runOf = async (period: string, id: string) =>
  (await bonusRun.run(ctx, { period })).find((r) => r.technician_id === id);
const problem = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (e) => (e instanceof BonusRunError ? e.problem : String(e)),
  );

describe('closing a month (B-12, B-13)', () => {
  it('answers afterwards with exactly what it answered before, but that it is closed', async () => {
    const open = await Promise.all([
      bonus.run(ctx, { period: '2026-06' }),
      bonusTrace.run(ctx, { period: '2026-06', technician: 'T1' }),
      bonusRecords.run(ctx, { period: '2026-06' }),
      bonusTeam.run(ctx, { period: '2026-06' }),
    ]);
    expect(open[0].map((r) => [r.technician_id, r.total, r.closed])).toEqual([
      ['T1', '1350.00', false],
      ['T2', '270.00', false],
    ]);
    await close('2026-06');
    const closed = await Promise.all([
      bonus.run(ctx, { period: '2026-06' }),
      bonusTrace.run(ctx, { period: '2026-06', technician: 'T1' }),
      bonusRecords.run(ctx, { period: '2026-06' }),
      bonusTeam.run(ctx, { period: '2026-06' }),
    ]);
    expect(closed[0]).toEqual(open[0].map((r) => ({ ...r, closed: true })));
    expect(JSON.stringify(closed.slice(1))).toBe(JSON.stringify(open.slice(1)));
  });

  it('a file that changes a June job moves no byte of June; July shows the difference with its cause', async () => {
    await close('2026-06');
    const before = await bytes('2026-06');
    const { importId } = await load(w, 'jobs', [job('J1', { points: '21' }), job('J9', { points: '0.5' })]);
    expect(await bytes('2026-06')).toBe(before);

    const july = await bonusAdjustments.run(ctx, { period: '2026-07' });
    expect(july).toMatchObject([
      {
        technician_id: 'T1',
        of_period: '2026-06',
        figure: 'adjustments',
        before: '1350.00',
        after: '1755.00',
        amount: '405.00',
      },
      {
        figure: 'gross_points',
        source_id: 'J1',
        before: '20',
        after: '21',
        cause: 'import',
        cause_id: String(importId),
      },
      {
        figure: 'gross_points',
        source_id: 'J9',
        before: null,
        after: '0.5',
        cause: 'import',
        source_line: expect.any(Number),
      },
    ]);
    expect(await runOf('2026-07', 'T1')).toMatchObject({
      total: '0.00',
      adjustments: '405.00',
      sum_due: '405.00',
      payable: '405.00',
      closed: false,
    });
    const sheet = await statementOf(ctx, '2026-07', 'T1');
    expect(sheet?.adjustments[0]).toMatchObject({ period: '2026-06', amount: '405.00' });
    expect(sheet?.payable).toBe('405.00');
    expect(sum((sheet?.payers ?? []).map((p) => p.amount ?? '0')).toFixed(2)).toBe('405.00');
  });

  it('a difference is taken up by the month that is closed with it, and never shown twice', async () => {
    await close('2026-06');
    await load(w, 'jobs', [job('J1', { points: '21' })]);
    await close('2026-07');
    const july = await bytes('2026-07');
    expect((await bonusRun.run(ctx, { period: '2026-07' }))[0]).toMatchObject({
      adjustments: '270.00',
      closed: true,
    });
    expect(await bonusAdjustments.run(ctx, { period: '2026-08' })).toEqual([]);
    // The next change counts from what was taken up, line by line.
    await load(w, 'jobs', [job('J1', { points: '19' })]);
    expect(await bytes('2026-07')).toBe(july);
    expect(await bonusAdjustments.run(ctx, { period: '2026-08' })).toMatchObject([
      { of_period: '2026-06', before: '1620.00', after: '1080.00', amount: '-540.00' },
      { source_id: 'J1', before: '21', after: '19' },
    ]);
  });

  it('names the import that was taken back', async () => {
    const { importId } = await load(w, 'jobs', [job('J6', { points: '1' })]);
    const changed = await load(w, 'jobs', [job('J2', { technician_id: 'T2', points: '19' })]);
    await close('2026-06');
    const before = await bytes('2026-06');
    await w.write((c) => undo(c, importId, 'test'));
    await w.write((c) => undo(c, changed.importId, 'test'));
    expect(await bytes('2026-06')).toBe(before);
    expect(await bonusAdjustments.run(ctx, { period: '2026-07' })).toMatchObject([
      { technician_id: 'T1', amount: '-270.00' },
      { source_id: 'J6', before: '1', after: null, cause: 'import_undone', cause_id: String(importId) },
      { technician_id: 'T2', amount: '-270.00' },
      {
        source_id: 'J2',
        before: '19',
        after: '18',
        cause: 'import_undone',
        cause_id: String(changed.importId),
      },
    ]);
  });

  it('a policy set later for June changes no closed statement; July shows which parameter', async () => {
    await close('2026-06');
    const before = await bytes('2026-06');
    const own: OwnValue[] = [ownValue('bonus.point_rate', '2026-06-01', '300')];
    const later = bonusContext(w, own);
    expect(await bytes('2026-06', later)).toBe(before);
    expect(await bonusAdjustments.run(later, { period: '2026-07', technician: 'T1' })).toMatchObject([
      { before: '1350.00', after: '1500.00', amount: '150.00' },
      {
        figure: 'performance_pay',
        source_kind: 'parameter',
        source_id: 'bonus.point_rate',
        before: '270',
        after: '300',
        cause: 'parameter',
      },
    ]);
  });

  it('a coefficient loaded later for a day of June is named as the cause', async () => {
    await close('2026-06');
    const { importId } = await load(w, 'coefficients', [
      { work_type: '调试', category: 'commissioning', points: '3', effective_from: '2026-06-15' },
    ]);
    expect(await bonusAdjustments.run(ctx, { period: '2026-07' })).toMatchObject([
      { amount: '270.00' },
      { source_id: 'J3', before: '2', after: '3', cause: 'coefficient', cause_id: String(importId) },
    ]);
  });

  it('a change that moves points below the base is shown with an amount of 0.00', async () => {
    await close('2026-07', '2026-08-01T00:00:00Z');
    await load(w, 'jobs', [job('J4', { finished_on: '2026-07-02', points: '11' })]);
    expect(await bonusAdjustments.run(ctx, { period: '2026-08' })).toMatchObject([
      { amount: '0.00' },
      { source_id: 'J4', before: '10', after: '11' },
    ]);
  });

  it('an amount of another regulation loaded later is a difference too, paid by its payer', async () => {
    await close('2026-06');
    await load(w, 'bonus_items', [
      {
        item_id: 'B1',
        technician_id: 'T2',
        period: '2026-06',
        regulation: '合同激励',
        amount: '300',
        payer: '配件子公司',
      },
    ]);
    expect(await bonusItems.run(ctx, { period: '2026-06' })).toEqual([]);
    const sheet = await statementOf(ctx, '2026-07', 'T2');
    expect(sheet?.adjustments).toMatchObject([
      {
        period: '2026-06',
        amount: '300.00',
        changes: [{ figure: 'items', source_id: 'B1', after: '300.00', cause: 'import' }],
      },
    ]);
    expect(sheet?.payers.filter((p) => p.part === 'adjustments')).toEqual([
      { part: 'adjustments', payer: 'parts_subsidiary', amount: '300.00' },
    ]);
  });

  it('who left is still paid what is due, without a statement of the month', async () => {
    await close('2026-06');
    await load(w, 'technicians', [{ ...technicians[0], left_on: '2026-06-30' } as Row]);
    await load(w, 'jobs', [job('J1', { points: '21' })]);
    expect((await bonus.run(ctx, { period: '2026-07' })).map((r) => r.technician_id)).toEqual(['T2']);
    expect(await runOf('2026-07', 'T1')).toMatchObject({
      total: null,
      adjustments: '270.00',
      payable: '270.00',
    });
    expect((await statementOf(ctx, '2026-07', 'T1'))?.payable).toBe('270.00');
    await close('2026-07');
    expect(await runOf('2026-07', 'T1')).toMatchObject({ payable: '270.00', closed: true });
    expect((await statementOf(ctx, '2026-07', 'T1'))?.payable).toBe('270.00');
    expect(await bonusAdjustments.run(ctx, { period: '2026-08' })).toEqual([]);
  });

  it('shows nobody out of sight', async () => {
    await close('2026-06');
    const south = { ...ctx, viewer: { ...soleViewer, scope: { ...everything, regions: ['华南'] } } };
    expect((await bonus.run(south, { period: '2026-06' })).map((r) => r.technician_id)).toEqual(['T2']);
    expect(await statementOf(south, '2026-06', 'T1')).toBeNull();
    expect(await bonusTrace.run(south, { period: '2026-06', technician: 'T1' })).toEqual([]);
    expect((await bonusRecords.run(south, { period: '2026-06' })).map((r) => r.technician_id)).toEqual([
      'T2',
    ]);
  });
});

describe('nothing closes', () => {
  it('with a step open, and steps go in their order', async () => {
    expect(await problem(closeMonth(ctx, '2026-06', made, TODAY))).toBe('steps_open');
    expect(await problem(takeStep(store, 'month', '2026-06', 'finance', 'x', made))).toBe('not_its_turn');
    await takeStep(store, 'month', '2026-06', 'compiled', await hashNow('2026-06'), made);
    expect(await problem(closeMonth(ctx, '2026-06', made, TODAY))).toBe('steps_open');
  });

  it('with a finding open; waved through with a reason it closes, and the list stays with the closing', async () => {
    await load(w, 'jobs', [job('J7', { record_signed: null }), job('J8', { repeat_of: 'J1' })]);
    await verify('2026-06');
    expect(await problem(closeMonth(ctx, '2026-06', made, TODAY))).toBe('findings_open');
    const open = await bonusRunFindings.run(ctx, { period: '2026-06' });
    expect(open.map((f) => [f.finding, f.source_id, f.state])).toEqual([
      ['repeat_without_cause', 'J8', 'open'],
      ['signature_unknown', 'J7', 'open'],
    ]);
    expect(await problem(waive(store, '2026-06', open, { by: '人力', why: ' ' }))).toBe('why_missing');
    await waive(store, '2026-06', open, { by: '人力', why: '客户已口头确认' });
    await closeMonth(ctx, '2026-06', made, TODAY);
    expect(await bonusRunFindings.run(ctx, { period: '2026-06' })).toMatchObject([
      { state: 'waived', waived_by: '人力', why: '客户已口头确认' },
      { state: 'waived' },
    ]);
    expect(await problem(waive(store, '2026-06', open, made))).toBe('is_closed');
  });

  it('on figures that nobody verified: what came after a step is a finding', async () => {
    await verify('2026-06');
    await load(w, 'jobs', [job('J1', { points: '22' })]);
    const changed = await bonusRunFindings.run(ctx, { period: '2026-06' });
    expect(changed.map((f) => f.finding)).toEqual(['changed_since', 'changed_since', 'changed_since']);
    expect(await problem(closeMonth(ctx, '2026-06', made, TODAY))).toBe('findings_open');
    await waive(store, '2026-06', changed, made);
    await load(w, 'jobs', [job('J1', { points: '23' })]);
    expect(await problem(closeMonth(ctx, '2026-06', made, TODAY))).toBe('findings_open');
  });

  it('before the month is over', async () => {
    await verify('2026-06');
    expect(await problem(closeMonth(ctx, '2026-06', made, '2026-06-29'))).toBe('not_over');
    expect(await problem(closeMonth(ctx, '2026-06', made, '2026-06-30'))).toBe('none');
  });

  it('twice, and no month while an earlier one that was closed is open again', async () => {
    await close('2026-06');
    expect(await problem(closeMonth(ctx, '2026-06', made, TODAY))).toBe('is_closed');
    await reopenPeriod(store, '2026-06', made);
    await verify('2026-07');
    expect(await problem(closeMonth(ctx, '2026-07', made, TODAY))).toBe('earlier_open');
  });

  it('with a question that nobody answered', async () => {
    const line = { figure: 'gross_points', source_kind: 'jobs', source_id: 'J1' };
    const question = { ...line, period: '2026-06', technician_id: 'T1', words: '为什么是 20 点' };
    await askQuestion(store, question, { by: '甲' });
    const found = await bonusRunFindings.run(ctx, { period: '2026-06' });
    expect(found.map((f) => [f.finding, f.technician_id])).toEqual([['question_open', 'T1']]);
    await verify('2026-06');
    expect(await problem(closeMonth(ctx, '2026-06', made, TODAY))).toBe('findings_open');
  });

  it('where a job has no points: that is mended, not waved through', async () => {
    await w.write(async (c) => {
      await c.run(`update raw.jobs set points = null, work_type = null where job_id = 'J1'`);
      await buildModel(c);
      await c.run('insert into loads.version select max(data_version) + 1, now() from loads.version');
    });
    const found = await bonusRunFindings.run(ctx, { period: '2026-06' });
    expect(found.map((f) => [f.finding, f.source_id])).toEqual([
      ['unknown_total', 'T1'],
      ['no_points', 'J1'],
    ]);
    await waive(store, '2026-06', found, made);
    await verify('2026-06');
    expect(await problem(closeMonth(ctx, '2026-06', made, TODAY))).toBe('findings_open');
    expect(await runOf('2026-06', 'T1')).toMatchObject({ total: null, payable: null });
  });

  it('says who has no job, no assessment at the end of a quarter, a complaint under inquiry', async () => {
    await load(w, 'technicians', [{ technician_id: 'T3', name: '丙', role: 'engineer' }]);
    await load(w, 'service_events', [
      { event_id: 'E1', technician_id: 'T2', date: '2026-06-03', kind: 'complaint' },
    ]);
    const of = async (period: string) =>
      (await bonusRunFindings.run(ctx, { period })).map((f) => [f.finding, f.technician_id]);
    expect(await of('2026-06')).toEqual([
      ['under_inquiry', 'T2'],
      ['no_jobs', 'T3'],
      ['assessment_missing', 'T3'],
    ]);
    expect(await of('2026-05')).toEqual([
      ['no_jobs', 'T1'],
      ['no_jobs', 'T2'],
      ['no_jobs', 'T3'],
    ]);
  });
});

describe('a negative month (B-10)', () => {
  const unsigned = () =>
    load(w, 'jobs', [
      job('J7', { technician_id: 'T2', points: '1', record_signed: 'no', finished_on: '2026-07-03' }),
    ]);
  const findingsOf = async (period: string) =>
    (await bonusRunFindings.run(ctx, { period })).filter((f) => f.state === 'open').map((f) => f.finding);
  const waiveUnsigned = async () =>
    waive(
      store,
      '2026-07',
      (await bonusRunFindings.run(ctx, { period: '2026-07' })).filter((f) => f.finding === 'unsigned'),
      made,
    );

  it('is carried into the next month, once it is closed', async () => {
    await unsigned();
    await waiveUnsigned();
    expect(await runOf('2026-07', 'T2')).toMatchObject({
      total: '-100.00',
      sum_due: '-100.00',
      rest: 'undecided',
    });
    expect(await findingsOf('2026-07')).toEqual(['negative_total']);
    await decideRest(store, '2026-07', 'T2', { decision: 'carry', amount: '-100.00' }, made);
    expect(await findingsOf('2026-07')).toEqual([]);
    expect(await runOf('2026-08', 'T2')).toMatchObject({ carried: '0.00' });
    await close('2026-07');
    expect(await runOf('2026-07', 'T2')).toMatchObject({
      sum_due: '-100.00',
      rest: 'carry',
      payable: '0.00',
    });
    expect(await runOf('2026-08', 'T2')).toMatchObject({
      total: '0.00',
      carried: '-100.00',
      sum_due: '-100.00',
    });
    const july = await statementOf(ctx, '2026-07', 'T2');
    expect(july?.carried).toMatchObject([
      { kind: 'carried_out', period: '2026-08', amount: '100.00', why: '核对过' },
    ]);
    expect(sum((july?.payers ?? []).map((p) => p.amount ?? '0')).toFixed(2)).toBe('0.00');
    expect((await statementOf(ctx, '2026-08', 'T2'))?.carried).toMatchObject([
      { kind: 'carried_in', period: '2026-07', amount: '-100.00' },
    ]);
  });

  it('or waived; another amount needs another decision', async () => {
    await unsigned();
    await waiveUnsigned();
    await decideRest(store, '2026-07', 'T2', { decision: 'waive', amount: '-99.00' }, made);
    expect(await findingsOf('2026-07')).toEqual(['negative_total']);
    await decideRest(store, '2026-07', 'T2', { decision: 'waive', amount: '-100.00' }, made);
    await close('2026-07');
    expect(await runOf('2026-07', 'T2')).toMatchObject({ rest: 'waive', payable: '0.00' });
    expect(await runOf('2026-08', 'T2')).toMatchObject({ carried: '0.00', payable: '0.00' });
  });

  it('that turns out otherwise when its month is closed anew is given back where it was taken', async () => {
    await unsigned();
    await waiveUnsigned();
    await decideRest(store, '2026-07', 'T2', { decision: 'carry', amount: '-100.00' }, made);
    await close('2026-07');
    await load(w, 'jobs', [
      job('J10', { technician_id: 'T2', points: '18', finished_on: '2026-08-03' }),
      job('J11', { finished_on: '2026-08-03' }),
    ]);
    await close('2026-08');
    expect(await runOf('2026-08', 'T2')).toMatchObject({
      total: '270.00',
      carried: '-100.00',
      payable: '170.00',
    });
    await reopenPeriod(store, '2026-07', made);
    await load(w, 'jobs', [
      job('J7', { technician_id: 'T2', points: '1', record_signed: 'yes', finished_on: '2026-07-03' }),
    ]);
    await close('2026-07');
    expect(await runOf('2026-07', 'T2')).toMatchObject({ payable: '0.00', sum_due: '0.00' });
    expect(await runOf('2026-09', 'T2')).toMatchObject({ adjustments: '100.00' });
    expect((await statementOf(ctx, '2026-09', 'T2'))?.adjustments).toMatchObject([
      {
        period: '2026-08',
        amount: '100.00',
        changes: [{ figure: 'carried', before: '-100.00', after: '0.00', cause: 'reopened' }],
      },
    ]);
  });
});

describe('reopening', () => {
  it('keeps both versions; the later one counts, and what a month took up meanwhile is not paid twice', async () => {
    await close('2026-06');
    await load(w, 'jobs', [job('J1', { points: '21' })]);
    await close('2026-07');
    await reopenPeriod(store, '2026-06', { by: '人力', why: '补录' });
    expect(await bonus.run(ctx, { period: '2026-06' })).toMatchObject([
      { total: '1620.00', closed: false },
      {},
    ]);
    await close('2026-06');
    expect(await bonus.run(ctx, { period: '2026-06' })).toMatchObject([
      { total: '1620.00', closed: true },
      {},
    ]);
    // July paid 270 of it already: August takes it back.
    expect(await bonusAdjustments.run(ctx, { period: '2026-08' })).toMatchObject([
      { technician_id: 'T1', of_period: '2026-06', before: '1890.00', after: '1620.00', amount: '-270.00' },
      { figure: 'adjustments', cause: 'reopened' },
    ]);
    // 21 + 2 points of June less 17; July is below its base.
    const months = await Promise.all(['2026-06', '2026-07', '2026-08'].map((m) => runOf(m, 'T1')));
    expect(sum(months.map((m) => m?.payable ?? '0')).toFixed(2)).toBe('1620.00');
  });
});
