/** A closed period is compared anew exactly when something that its figures rest on has moved (B-12). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { undo } from '@/lib/import/load/undo';
import { marksOf } from '@/lib/reports/bonus_run_marks';
import type { ReportContext } from '@/lib/reports/report';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { load, type Row } from '../import/staged';
import { emptyWarehouse } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

let w: Warehouse;
let ctx: ReportContext;

const PERIODS = ['2025-12', '2026-06', '2026-07', '2026Q2', '2025H2', '2026H1'];

const person = (technician_id: string, of: Row = {}): Row => ({
  technician_id,
  name: `员工${technician_id}`,
  role: 'engineer',
  department: '客服部',
  region: '华东',
  ...of,
});
const job = (job_id: string, of: Row = {}): Row => ({
  job_id,
  technician_id: 'T1',
  work_type: '维修',
  finished_on: '2026-06-10',
  record_signed: 'yes',
  points: '20',
  ...of,
});
const sale = (of: Row = {}): Row => ({
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
const coefficients: Row[] = [
  { work_type: '维修', category: 'repair', points: '1', effective_from: '2024-01-01' },
  { work_type: '调试', category: 'commissioning', points: '2', effective_from: '2024-01-01' },
];
const item = (of: Row): Row => ({
  item_id: 'B1',
  technician_id: 'T1',
  period: '2026-06',
  regulation: '质量考核',
  amount: '100',
  ...of,
});

beforeAll(async () => {
  w = await emptyWarehouse();
  ctx = bonusContext(w);
  await load(w, 'technicians', [person('T1'), person('T2')]);
  await load(w, 'coefficients', coefficients);
  await load(w, 'assessments', [{ quarter: '2026Q2', technician_id: 'T1', score: '90' }]);
  await load(w, 'parts_sales', [sale()]);
  await load(w, 'jobs', [
    job('J1'),
    job('J2', { points: null }),
    job('J3', { work_type: '调试', project_id: 'P1', finished_on: '2025-08-01' }),
    job('J4', { finished_on: '2026-07-02' }),
  ]);
  await load(w, 'bonus_items', [item({})]);
});
afterAll(() => w.close());

/** Periods whose mark is another one after something happened. */
async function moved(
  work: () => Promise<unknown>,
  after: () => ReportContext = () => ctx,
): Promise<string[]> {
  const before = await marksOf(ctx, PERIODS);
  await work();
  const now = await marksOf(after(), PERIODS);
  return PERIODS.filter((p) => before.get(p) !== now.get(p));
}

const loading: [string, string, Row, string[]][] = [
  ["a job's points", 'jobs', job('J1', { points: '21' }), ['2026-06']],
  [
    'a job that moves to the next month',
    'jobs',
    job('J1', { finished_on: '2026-07-01' }),
    ['2026-06', '2026-07'],
  ],
  [
    'a record that nobody signed',
    'jobs',
    job('J4', { finished_on: '2026-07-02', record_signed: 'no' }),
    ['2026-07'],
  ],
  [
    'a repeat that costs points, and a project its half-year (B-02, B-08)',
    'jobs',
    job('J5', { repeat_of: 'J3', repeat_cause: 'personal', finished_on: '2025-12-05' }),
    ['2025-12', '2025H2', '2026H1'],
  ],
  [
    'a coefficient that holds from a day of June',
    'coefficients',
    { work_type: '维修', category: 'repair', points: '3', effective_from: '2026-06-01' },
    ['2026-06'],
  ],
  [
    'an accident',
    'service_events',
    { event_id: 'E1', technician_id: 'T1', kind: 'safety_accident', date: '2026-07-05' },
    ['2026-07'],
  ],
  ['a score', 'assessments', { quarter: '2026Q2', technician_id: 'T2', score: '95' }, ['2026Q2']],
  ['a sale', 'parts_sales', sale({ received_amount: '9000' }), ['2026Q2']],
  ['an amount of another regulation', 'bonus_items', item({ amount: '120' }), ['2026-06']],
  [
    'one of a whole year, with its second half',
    'bonus_items',
    item({ item_id: 'B2', period: '2025' }),
    ['2025H2'],
  ],
  ['who joined in July', 'technicians', person('T3', { joined_on: '2026-07-10' }), ['2026-07']],
];

it.each(loading)(
  '%s moves exactly the periods that rest on it; taken back, they are as before',
  async (_, kind, row, periods) => {
    const before = await marksOf(ctx, PERIODS);
    let done: number | undefined;
    expect(
      await moved(async () => {
        done = (await load(w, kind, [row])).importId;
      }),
    ).toEqual(periods);
    await w.write((c) => undo(c, done ?? 0, 'test'));
    expect(await marksOf(ctx, PERIODS)).toEqual(before);
  },
);

it('a file loaded again moves nothing', async () => {
  expect(await moved(() => load(w, 'jobs', [job('J1')]))).toEqual([]);
});

it('who a job was done for moves nothing', async () => {
  expect(await moved(() => load(w, 'jobs', [job('J1', { customer_id: 'C1' })]))).toEqual([]);
});

it('a value set for June moves what ends in June or later; one of other rules moves nothing', async () => {
  const none = async () => undefined;
  const fine = bonusContext(w, [ownValue('fine.unsigned', '2026-06-01', '90')]);
  expect(await moved(none, () => fine)).toEqual(['2026-06', '2026-07', '2026Q2', '2026H1']);
  const idle = bonusContext(w, [ownValue('idle.horizon', '2026-06-01', 90)]);
  expect(await moved(none, () => idle)).toEqual([]);
});
