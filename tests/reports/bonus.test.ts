import { afterEach, describe, expect, it } from 'vitest';
import { bonus } from '@/lib/reports/bonus';
import { bonusItems } from '@/lib/reports/bonus_items';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { bonusQuestions } from '@/lib/reports/bonus_questions';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import { everything, soleViewer } from '@/lib/reports/viewer';
import type { OwnValue } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

let w: Warehouse | undefined;
afterEach(() => {
  w?.close();
  w = undefined;
});

const technicians = [
  { technician_id: 'T1', name: '甲', role: 'engineer', department: '客服部', region: '华东' },
  { technician_id: 'T2', name: '乙', role: 'lead', department: '客服部', region: '华南' },
  { technician_id: 'T3', name: '丙', role: 'service_admin', department: '客服部', region: '华东' },
];
const coefficients = [
  { work_type: '调试', category: 'commissioning', points: '2', effective_from: '2024-01-01' },
  { work_type: '调试', category: 'commissioning', points: '3', effective_from: '2026-03-15' },
];
let number = 0;
const job = (of: SmallTables[string][number]) => ({
  job_id: `J${++number}`,
  technician_id: 'T1',
  finished_on: '2026-03-10',
  record_signed: 'yes',
  ...of,
});

async function company(tables: SmallTables, own: readonly OwnValue[] = []) {
  w = await smallWarehouse({ technicians, coefficients, ...tables });
  return bonusContext(w, own);
}
async function march(tables: SmallTables, own: readonly OwnValue[] = [], period = '2026-03') {
  const rows = await bonus.run(await company(tables, own), { period });
  return new Map(rows.map((r) => [r.technician_id, r]));
}

describe('B-01 points of a job', () => {
  it('are those recorded on it, whatever its work type says', async () => {
    const rows = await march({ jobs: [job({ work_type: '调试', points: '0.5', quantity: '4' })] });
    expect(rows.get('T1')?.gross_points).toBe('0.5');
  });

  it('else the coefficient of the day it finished: 2 on 14 March, 3 on the 15th, in one month', async () => {
    const on = (day: string) => job({ work_type: '调试', finished_on: day, started_on: '2026-03-01' });
    expect((await march({ jobs: [on('2026-03-14')] })).get('T1')?.gross_points).toBe('2');
    w?.close();
    expect((await march({ jobs: [on('2026-03-15')] })).get('T1')?.gross_points).toBe('3');
    w?.close();
    expect((await march({ jobs: [on('2026-03-14'), on('2026-03-15')] })).get('T1')?.gross_points).toBe('5');
  });

  it('times the quantity, which is 1 where the job says none', async () => {
    const jobs = [job({ work_type: '调试', quantity: '2.5' }), job({ work_type: '调试' })];
    expect((await march({ jobs })).get('T1')?.gross_points).toBe('7');
    w?.close();
    const doubled = [ownValue('bonus.default_quantity', '2026-03-31', '2')];
    expect((await march({ jobs }, doubled)).get('T1')?.gross_points).toBe('9');
  });

  it('count in the month in which it finished, and not before it has', async () => {
    const jobs = [
      job({ points: '1', finished_on: '2026-02-28' }),
      job({ points: '2', finished_on: '2026-03-01' }),
      job({ points: '4', finished_on: '2026-03-31' }),
      job({ points: '8', finished_on: '2026-04-01' }),
      job({ points: '16', finished_on: null }),
    ];
    expect((await march({ jobs })).get('T1')?.gross_points).toBe('6');
  });

  it('a job without points, of a type without a coefficient, is no zero: the month says that it is not known', async () => {
    const jobs = [job({ points: '30' }), job({ work_type: '新型' })];
    const ctx = await company({ jobs });
    expect((await bonus.run(ctx, { period: '2026-03' }))[0]).toMatchObject({
      gross_points: null,
      total: null,
    });
    const questions = await bonusQuestions.run(ctx, { period: '2026-03' });
    expect(questions.map((q) => [q.finding, q.source_id])).toEqual([['no_points', jobs[1]?.job_id]]);
  });
});

describe('B-02 repeats', () => {
  const first = { job_id: 'A', technician_id: 'T1', points: '5', finished_on: '2026-02-10' };
  const repeat = { technician_id: 'T2', points: '4', repeat_of: 'A', repeat_cause: 'personal' };

  it('of personal cause cost the technician of the original job, and earn who did it', async () => {
    const rows = await march({ jobs: [job(first), job(repeat)] });
    expect(rows.get('T1')).toMatchObject({ gross_points: '0', repeat_points: '4', net_points: '-4' });
    expect(rows.get('T2')).toMatchObject({ gross_points: '4', repeat_points: '0' });
  });

  it('count in the month of the repeat', async () => {
    const rows = await march({ jobs: [job(first), job(repeat)] }, [], '2026-02');
    expect(rows.get('T1')).toMatchObject({ gross_points: '5', repeat_points: '0' });
  });

  it('of any other cause cost nobody', async () => {
    const jobs = ['omission', 'product', 'customer', 'other', null].map((repeat_cause) =>
      job({ ...repeat, repeat_cause }),
    );
    const rows = await march({ jobs: [job(first), ...jobs] });
    expect(rows.get('T1')?.repeat_points).toBe('0');
    expect(rows.get('T2')?.gross_points).toBe('20');
  });

  it('of a repeat cost who did that repeat', async () => {
    const again = { job_id: 'C', technician_id: 'T1', points: '3', repeat_of: 'B', repeat_cause: 'personal' };
    const rows = await march({ jobs: [job(first), job({ ...repeat, job_id: 'B' }), job(again)] });
    expect(rows.get('T1')).toMatchObject({ gross_points: '3', repeat_points: '4' });
    expect(rows.get('T2')).toMatchObject({ gross_points: '4', repeat_points: '3' });
  });

  it('of a job that nobody knows cost who did the repeat, and are asked about', async () => {
    const ctx = await company({ jobs: [job({ ...repeat, job_id: 'B', repeat_of: 'lost' })] });
    const [, t2] = await bonus.run(ctx, { period: '2026-03' });
    expect(t2).toMatchObject({ gross_points: '4', repeat_points: '4', net_points: '0' });
    const questions = await bonusQuestions.run(ctx, { period: '2026-03' });
    expect(questions.map((q) => [q.finding, q.source_id])).toEqual([['original_unknown', 'B']]);
  });
});

describe('B-03, B-06, B-07 records', () => {
  const event = (kind: string, of: SmallTables[string][number] = {}) => ({
    event_id: `E${++number}`,
    technician_id: 'T1',
    date: '2026-03-31',
    kind,
    ...of,
  });

  it('accidents of the month take their points, those of the next do not', async () => {
    const service_events = [
      event('safety_accident'),
      event('safety_accident'),
      event('safety_accident', { date: '2026-04-01' }),
    ];
    const jobs = [job({ points: '25' })];
    expect((await march({ jobs, service_events })).get('T1')).toMatchObject({
      accidents: 2,
      net_points: '21',
    });
    w?.close();
    const once = [ownValue('bonus.safety_per', '2026-03-01', 'month')];
    expect((await march({ jobs, service_events }, once)).get('T1')).toMatchObject({
      accidents: 2,
      safety_points: '2',
      net_points: '23',
    });
  });

  it('praise and savings bring the amount that came with them', async () => {
    const service_events = [
      event('praise_letter', { amount: '260.50' }),
      event('cost_saving', { amount: '200' }),
    ];
    expect((await march({ service_events })).get('T1')).toMatchObject({
      praise: '260.50',
      savings: '200.00',
      total: '460.50',
    });
  });

  it('an unsigned record is fined; a waived, a signed and an unknown one are not, and the unknown is asked about', async () => {
    const jobs = ['no', 'no', 'waived', 'yes', null].map((record_signed) =>
      job({ points: '1', record_signed }),
    );
    const ctx = await company({ jobs });
    expect((await bonus.run(ctx, { period: '2026-03' }))[0]?.fines_unsigned).toBe('200.00');
    const questions = await bonusQuestions.run(ctx, { period: '2026-03' });
    expect(questions.map((q) => [q.finding, q.source_id])).toEqual([['signature_unknown', jobs[4]?.job_id]]);
    const trace = await bonusTrace.run(ctx, { period: '2026-03', technician: 'T1' });
    const fines = trace.filter((r) => r.figure === 'fines_unsigned');
    expect(fines.map((r) => [r.effect, r.note])).toEqual([
      ['100', null],
      ['100', null],
      ['0', 'signature_unknown'],
    ]);
  });

  it('complaints and strong dissatisfaction are fined once a personal cause is established, not under inquiry', async () => {
    const service_events = [
      event('complaint', { personal_cause: true }),
      event('dissatisfaction', { personal_cause: true }),
      event('complaint', { personal_cause: false }),
      event('dissatisfaction', { personal_cause: null }),
    ];
    const ctx = await company({ service_events });
    expect((await bonus.run(ctx, { period: '2026-03' }))[0]).toMatchObject({
      fines_complaint: '400.00',
      total: '-400.00',
    });
    const questions = await bonusQuestions.run(ctx, { period: '2026-03' });
    expect(questions.map((q) => [q.finding, q.source_id])).toEqual([
      ['under_inquiry', service_events[3]?.event_id],
    ]);
  });
});

describe('B-10 who has a row', () => {
  const rowsFor = async (of: Record<string, string>) =>
    (await march({ technicians: [{ technician_id: 'T1', name: '甲', role: 'engineer', ...of }] })).has('T1');

  it('an engineer who left on 1 March has one for March, who left on 28 February has none', async () => {
    expect(await rowsFor({ left_on: '2026-03-01' })).toBe(true);
    w?.close();
    expect(await rowsFor({ left_on: '2026-02-28' })).toBe(false);
  });

  it('who joined on 31 March has one, who joined on 1 April has none', async () => {
    expect(await rowsFor({ joined_on: '2026-03-31' })).toBe(true);
    w?.close();
    expect(await rowsFor({ joined_on: '2026-04-01' })).toBe(false);
  });

  it('engineers and leads have one, service administrators do not, and a month that nobody closed is open', async () => {
    const rows = await march({});
    expect([...rows.keys()]).toEqual(['T1', 'T2']);
    expect(rows.get('T1')).toMatchObject({ total: '0.00', closed: false });
  });

  it('a technician in no register has none; the job is asked about', async () => {
    const ctx = await company({ jobs: [job({ job_id: 'X', technician_id: 'T9', points: '20' })] });
    expect((await bonus.run(ctx, { period: '2026-03' })).map((r) => r.technician_id)).toEqual(['T1', 'T2']);
    const questions = await bonusQuestions.run(ctx, { period: '2026-03' });
    expect(questions.map((q) => [q.finding, q.technician_id])).toEqual([['unknown_technician', 'T9']]);
  });
});

describe('the policy of the day', () => {
  it('a rate of 300 from 1 April pays April at 300 and leaves March at 270', async () => {
    const jobs = [job({ points: '20' }), job({ points: '20', finished_on: '2026-04-10' })];
    const own = [ownValue('bonus.point_rate', '2026-04-01', '300')];
    const ctx = await company({ jobs }, own);
    expect((await bonus.run(ctx, { period: '2026-03' }))[0]?.performance_pay).toBe('810.00');
    expect((await bonus.run(ctx, { period: '2026-04' }))[0]?.performance_pay).toBe('900.00');
  });
});

describe('filters and the scope of the viewer', () => {
  it('take the region and the department of the technician', async () => {
    const ctx = await company({});
    const ids = async (filter: { region?: string[]; department?: string[] }) =>
      (await bonus.run(ctx, { period: '2026-03', ...filter })).map((r) => r.technician_id);
    expect(await ids({ region: ['华南'] })).toEqual(['T2']);
    expect(await ids({ department: ['客服部'] })).toEqual(['T1', 'T2']);
    expect(await ids({ department: ['销售部'] })).toEqual([]);
  });

  it('leave a rank as it is among all', async () => {
    const assessments = [
      { quarter: '2026Q1', technician_id: 'T1', score: '90' },
      { quarter: '2026Q1', technician_id: 'T2', score: '80' },
    ];
    const ctx = await company({ assessments });
    const south = { ...ctx, viewer: { ...soleViewer, scope: { ...everything, regions: ['华南'] } } };
    const rows = await bonusQuarter.run(south, { period: '2026Q1' });
    expect(rows.map((r) => [r.technician_id, r.rank])).toEqual([['T2', 2]]);
    const own = { ...ctx, viewer: { ...soleViewer, scope: { ...everything, owners: ['甲'] } } };
    expect(await bonusQuarter.run(own, { period: '2026Q1' })).toEqual([]);
    expect(await bonusQuestions.run(own, { period: '2026-03' })).toEqual([]);
  });
});

describe('the quarter', () => {
  const sale = (sale_id: string, received_in_full_on: string | null, technician_id = 'T1') => ({
    sale_id,
    technician_id,
    date: '2026-03-20',
    component_cost: '500',
    component_price: '1000',
    received_amount: '1000',
    received_in_full_on,
  });

  it('pays a sale of March received in full on 1 April in the second quarter, in July', async () => {
    const ctx = await company({ parts_sales: [sale('S1', '2026-04-01'), sale('S2', null)] });
    const [first] = await bonusQuarter.run(ctx, { period: '2026Q1' });
    const [second] = await bonusQuarter.run(ctx, { period: '2026Q2' });
    expect(first).toMatchObject({ parts_commission: '0.00', total: '0.00', pay_month: '2026-04' });
    expect(second).toMatchObject({
      parts_commission: '40.00',
      parts_team_share: '10.00',
      total: '40.00',
      pay_month: '2026-07',
    });
    expect((await bonusQuarter.run(ctx, { period: '2026Q4' }))[0]?.pay_month).toBe('2027-01');
  });

  it('ranks service administrators with the others, and gives them no commission', async () => {
    const ctx = await company({
      assessments: [{ quarter: '2026Q2', technician_id: 'T3', score: '95' }],
      parts_sales: [sale('S1', '2026-04-01', 'T3')],
    });
    const rows = await bonusQuarter.run(ctx, { period: '2026Q2' });
    expect(rows.map((r) => [r.technician_id, r.rank, r.total])).toEqual([
      ['T1', null, '0.00'],
      ['T2', null, '0.00'],
      ['T3', 1, '1500.00'],
    ]);
    const trace = await bonusTrace.run(ctx, { period: '2026Q2', technician: 'T3' });
    expect(trace.filter((r) => r.source_kind === 'parts_sales')).toEqual([]);
  });
});

describe('B-10 items of other regulations', () => {
  it('stand as lines of their own, for exactly their period', async () => {
    const item = {
      item_id: 'I1',
      technician_id: 'T1',
      period: '2026H1',
      regulation: '年度办法',
      amount: '800',
    };
    const ctx = await company({ bonus_items: [item] });
    const lines = await bonusItems.run(ctx, { period: '2026H1' });
    expect(lines).toMatchObject([{ item_id: 'I1', name: '甲', regulation: '年度办法', amount: '800.00' }]);
    expect(await bonusItems.run(ctx, { period: '2026-03' })).toEqual([]);
  });
});
