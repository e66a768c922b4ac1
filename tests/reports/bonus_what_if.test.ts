/** A what-if of past months: the same rules, other values; sums hold and nothing is changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bonus } from '@/lib/reports/bonus';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import {
  bonusWhatIf,
  bonusWhatIfCost,
  bonusWhatIfLines,
  bonusWorkTypesOf,
} from '@/lib/reports/bonus_what_if';
import { bonusYearCost, bonusYearPoints, bonusYearSatisfaction } from '@/lib/reports/bonus_year';
import { bonusYearParts, bonusYearPayouts } from '@/lib/reports/bonus_year_parts';
import { BadParameterError } from '@/lib/reports/errors';
import type { ReportContext } from '@/lib/reports/report';
import { everything, soleViewer } from '@/lib/reports/viewer';
import { totalOf } from '@/lib/rules/bonus_what_if';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { bonusContext } from './bonus_support';

type Row = SmallTables[string][number];
const job = (job_id: string, technician_id: string, finished_on: string, of: Row = {}): Row => ({
  job_id,
  technician_id,
  finished_on,
  record_signed: 'yes',
  ...of,
});
const sale = (sale_id: string, technician_id: string, component_cost: string, of: Row = {}): Row => ({
  sale_id,
  technician_id,
  date: '2026-02-01',
  component_cost,
  component_price: '1000',
  received_amount: '1000',
  received_in_full_on: '2026-03-05',
  ...of,
});
const months = { from: '2026-01', to: '2026-03' };

let w: Warehouse;
let ctx: ReportContext;
beforeAll(async () => {
  w = await smallWarehouse({
    technicians: [
      { technician_id: 'T1', name: '甲', role: 'engineer', department: '一部', region: '华东' },
      { technician_id: 'T2', name: '乙', role: 'lead', department: '二部', region: '华南' },
      { technician_id: 'T3', name: '丙', role: 'service_admin', department: '一部', region: '华东' },
    ],
    coefficients: [
      { work_type: '调试', category: 'commissioning', points: '2', effective_from: '2024-01-01' },
      { work_type: '调试', category: 'commissioning', points: '3', effective_from: '2026-03-15' },
    ],
    jobs: [
      job('A', 'T1', '2026-01-10', { points: '20' }),
      job('B', 'T2', '2026-01-10', { points: '17.5', record_signed: 'no' }),
      job('C', 'T1', '2026-02-10', { work_type: '调试', quantity: '9' }),
      job('D', 'T2', '2026-03-14', { work_type: '调试', quantity: '10' }),
      job('E', 'T2', '2026-03-15', { work_type: '调试' }),
      job('F', 'T1', '2026-03-20', { work_type: '调试', points: '18' }),
      job('G', 'T1', '2026-03-21', { work_type: '调试', repeat_of: 'D', repeat_cause: 'personal' }),
    ],
    service_events: [
      { event_id: 'P', technician_id: 'T1', date: '2026-01-31', kind: 'praise_letter', amount: '200' },
      { event_id: 'S', technician_id: 'T1', date: '2026-01-31', kind: 'cost_saving', amount: '500' },
    ],
    assessments: [
      { quarter: '2026Q1', technician_id: 'T1', score: '80' },
      { quarter: '2026Q1', technician_id: 'T2', score: '70' },
      { quarter: '2026Q1', technician_id: 'T3', score: '90' },
    ],
    parts_sales: [sale('S1', 'T1', '500'), sale('S2', 'T1', '650'), sale('S3', 'T2', '900')],
    service_calls: [
      {
        call_id: 'W1',
        customer_id: 'C1',
        zone: 'urban',
        charge_type: 'A',
        called_at: '2026-01-05 09:00:00',
        technician_id: 'T1',
      },
      {
        call_id: 'W2',
        customer_id: 'C1',
        zone: 'urban',
        charge_type: 'A',
        called_at: '2026-02-05 09:00:00',
        technician_id: 'T1',
      },
    ],
    surveys: [
      { call_id: 'W1', sent_on: '2026-01-06', returned_on: '2026-01-20', attitude: '4', skill: '2' },
      { call_id: 'W2', sent_on: '2026-02-06', returned_on: '2026-04-20', attitude: '1', skill: '1' },
    ],
  });
  ctx = bonusContext(w);
});
afterAll(() => w.close());

type Asked = Parameters<typeof bonusWhatIf.run>[1];
async function differences(asked: Partial<Asked>) {
  const rows = await bonusWhatIf.run(ctx, { ...months, ...asked });
  return Object.fromEntries(rows.map((r) => [r.technician_id, [r.difference, r.outcome]]));
}

describe('nothing tried', () => {
  it('is what the months and the quarter that ends with them pay', async () => {
    const rows = await bonusWhatIf.run(ctx, months);
    for (const row of rows) {
      const month = await Promise.all(
        ['2026-01', '2026-02', '2026-03'].map((period) => bonus.run(ctx, { period })),
      );
      const quarter = await bonusQuarter.run(ctx, { period: '2026Q1' });
      const mine = [...month.flat(), ...quarter].filter((r) => r.technician_id === row.technician_id);
      expect([row.technician_id, row.before]).toEqual([row.technician_id, totalOf(mine.map((r) => r.total))]);
      expect(row).toMatchObject({ after: row.before, difference: '0.00', outcome: 'same' });
    }
    expect(rows.map((r) => r.technician_id)).toEqual(['T1', 'T2', 'T3']);
  });
});

describe('other values', () => {
  it('a base of 16 pays each point more: T1 gains a point in January and February and March, T2 likewise', async () => {
    // T1: 20, 18, 18 + 3 = 21 points; T2: 17.5, 0, 20 + 3 − 3 = 20.
    expect(await differences({ set: ['bonus.base_points:16'] })).toEqual({
      T1: ['810.00', 'gains'],
      T2: ['540.00', 'gains'],
      T3: ['0.00', 'same'],
    });
  });

  it('a fine of 50 gives back 50 to whose record is unsigned', async () => {
    expect(await differences({ set: ['fine.unsigned:50'] })).toMatchObject({
      T1: ['0.00', 'same'],
      T2: ['50.00', 'gains'],
    });
  });

  it('a range of rewards raises what was granted below it and cuts what was above it', async () => {
    expect(await differences({ set: ['bonus.praise_min:300'] })).toMatchObject({ T1: ['100.00', 'gains'] });
    expect(await differences({ set: ['bonus.saving_max:450'] })).toMatchObject({ T1: ['-50.00', 'loses'] });
  });

  it('awards to the first rank only take 1,500 less 1,000 from the second and third', async () => {
    expect(await differences({ set: ['award.first_to_rank:1'] })).toEqual({
      T1: ['-500.00', 'loses'],
      T2: ['-500.00', 'loses'],
      T3: ['0.00', 'same'],
    });
  });

  it('a lower margin of 36 % takes the 3 % from a sale at exactly 35 %', async () => {
    expect(await differences({ set: ['parts.low_margin:36%'] })).toMatchObject({ T1: ['-24.00', 'loses'] });
  });

  it('of two values for one parameter the later counts', async () => {
    expect(await differences({ set: ['fine.unsigned:0', 'fine.unsigned:100'] })).toMatchObject({
      T2: ['0.00', 'same'],
    });
  });
});

describe('B-01 other coefficients', () => {
  it('price the jobs that bear no points of their own, for who did them and who bears the repeat', async () => {
    // 调试 at 1: T1 loses 9 of 18 in February and 2 of 21 in March; T2 10 + 2 of 23, and bears 1 instead of 3.
    const lines = await bonusWhatIfLines.run(ctx, {
      ...months,
      coefficient: ['调试:1'],
      item: ['performance_pay'],
    });
    const told = lines.map((l) => [l.technician_id, l.period, l.before, l.after]);
    expect(told).toEqual([
      ['T1', '2026-01', '810.00', '810.00'],
      ['T2', '2026-01', '135.00', '135.00'],
      ['T1', '2026-02', '270.00', '0.00'],
      ['T2', '2026-02', '0.00', '0.00'],
      ['T1', '2026-03', '1080.00', '540.00'],
      ['T2', '2026-03', '810.00', '0.00'],
    ]);
  });

  it('names the work types with what priced the first and the last job', async () => {
    expect(await bonusWorkTypesOf.run(ctx, months)).toEqual([
      {
        work_type: '调试',
        category: 'commissioning',
        first_coefficient: '2',
        coefficient: '3',
        jobs: 5,
        priced: 4,
      },
    ]);
  });
});

describe('sums and sight', () => {
  const set = ['bonus.base_points:15', 'award.first:2000', 'parts.high_rate:10%'];

  it('people sum to lines, periods sum to the same; the team’s share is no part of anybody’s total', async () => {
    const [rows, lines, cost] = await Promise.all([
      bonusWhatIf.run(ctx, { ...months, set }),
      bonusWhatIfLines.run(ctx, { ...months, set }),
      bonusWhatIfCost.run(ctx, { ...months, set }),
    ]);
    for (const side of ['before', 'after'] as const) {
      const own = lines.filter((l) => l.item !== 'parts_team_share');
      expect(totalOf(rows.map((r) => r[side]))).toBe(totalOf(own.map((l) => l[side])));
      expect(totalOf(cost.map((c) => c[side]))).toBe(totalOf(lines.map((l) => l[side])));
    }
    expect(cost.find((c) => c.item === 'parts_team_share')).toMatchObject({
      before: '16.00',
      after: '26.00',
    });
  });

  it('shows of a region its own people alone; ranks stay those among all', async () => {
    const east = { ...ctx, viewer: { ...soleViewer, scope: { ...everything, regions: ['华南'] } } };
    const rows = await bonusWhatIf.run(east, { ...months, set: ['award.first_to_rank:2'] });
    expect(rows.map((r) => [r.technician_id, r.difference])).toEqual([['T2', '-500.00']]);
  });
});

describe('what cannot be asked', () => {
  it.each([
    [{ from: '2026-04', to: '2026-03' }, 'to'],
    [{ from: '2000-01', to: '2026-03' }, 'from'],
    [{ ...months, set: ['quota.vip:20%'] }, 'set'],
    [{ ...months, set: ['bonus.base_points'] }, 'set'],
    [{ ...months, set: ['bonus.base_points:many'] }, 'set'],
    [{ ...months, coefficient: ['调试:-1'] }, 'coefficient'],
    [{ ...months, coefficient: ['调试'] }, 'coefficient'],
  ])('%j is refused by %s', async (asked, parameter) => {
    const error = await bonusWhatIf.run(ctx, asked as Asked).then(
      () => null,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(BadParameterError);
    expect((error as BadParameterError).parameter).toBe(parameter);
  });
});

describe('the year of the team', () => {
  const year = { period: '2026', as_of: '2026-03-31' };

  it('has a row a person and month that is over, against the base of the month', async () => {
    const rows = await bonusYearPoints.run(ctx, year);
    expect(rows.map((r) => `${r.technician_id} ${r.period} ${r.net_points}/${r.base_points}`)).toEqual([
      'T1 2026-01 20/17',
      'T2 2026-01 17.5/17',
      'T1 2026-02 18/17',
      'T2 2026-02 0/17',
      'T1 2026-03 21/17',
      'T2 2026-03 20/17',
    ]);
    const earlier = await bonusYearPoints.run(ctx, { ...year, as_of: '2026-03-30' });
    expect(new Set(earlier.map((r) => r.period))).toEqual(new Set(['2026-01', '2026-02']));
  });

  it('costs in the month with which the quarter ends also awards, parts and the team’s share', async () => {
    const cost = await bonusYearCost.run(ctx, year);
    expect(cost.map((c) => [c.period, c.award, c.parts_commission, c.parts_team_share, c.cost])).toEqual([
      ['2026-01', '0.00', '0.00', '0.00', '1545.00'],
      ['2026-02', '0.00', '0.00', '0.00', '270.00'],
      ['2026-03', '4500.00', '64.00', '16.00', '6470.00'],
    ]);
  });

  it('puts each sale into its band, and pays each department out in April by the subsidiary', async () => {
    const parts = await bonusYearParts.run(ctx, year);
    expect(parts.map((p) => [p.sale_id, p.margin, p.band, p.technician_share, p.team_share])).toEqual([
      ['S1', 0.5, 'high', '40', '10'],
      ['S2', 0.35, 'low', '24', '6'],
      ['S3', 0.1, 'margin_too_low', '0', '0'],
    ]);
    expect(await bonusYearPayouts.run(ctx, year)).toEqual([
      {
        period: '2026Q1',
        pay_month: '2026-04',
        payer: 'parts_subsidiary',
        department: '一部',
        people: 1,
        parts_commission: '64.00',
        parts_team_share: '16.00',
        total: '80.00',
      },
    ]);
  });

  it('sets the cards that had come back beside the pay: a card of April is none yet', async () => {
    const [t1, t2] = await bonusYearSatisfaction.run(ctx, year);
    expect(t1).toMatchObject({
      repair_calls: 2,
      sent: 2,
      cards: 1,
      attitude: 4,
      skill: 2,
      arrival: null,
      satisfaction: 3,
    });
    expect(t2).toMatchObject({ cards: 0, satisfaction: null });
  });
});
