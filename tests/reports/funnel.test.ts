import { afterEach, describe, expect, it } from 'vitest';
import { funnel } from '@/lib/reports/funnel';
import { funnelOpportunities } from '@/lib/reports/funnel_opportunities';
import { funnelSummary } from '@/lib/reports/funnel_summary';
import { opportunitiesOpen } from '@/lib/reports/opportunities_open';
import type { Scope } from '@/lib/reports/viewer';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf } from './funnel_support';

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

const customers = [
  {
    customer_id: 'C1',
    name: '甲',
    department: '一部',
    region: '苏南',
    owner: '张',
    grade: 'A',
    tier: 'vip',
    admitted_on: '2025-01-01',
  },
  {
    customer_id: 'C2',
    name: '乙',
    department: '二部',
    region: '苏北',
    owner: '李',
    grade: null,
    tier: 'qualified',
    admitted_on: '2025-01-01',
  },
];
const o = (id: string, more: Record<string, string | number | null> = {}) => ({
  opportunity_id: id,
  customer_id: 'C1',
  salesperson: '张',
  stage: 'identified',
  created_on: '2026-01-10',
  expected_amount: 100,
  ...more,
});
async function open(tables: SmallTables, scope: Partial<Scope> = {}) {
  const w = await smallWarehouse({ customers, ...tables });
  opened.push(w);
  return contextOf(w, { scope });
}
const at = (given: Record<string, unknown> = {}) =>
  funnel.params.parse({ period: '2026H1', as_of: '2026-06-30', ...given });

describe('the funnel of a cohort', () => {
  it('counts who was created in the period and by the as-of date, and stages by the as-of date', async () => {
    const ctx = await open({
      opportunities: [
        o('O1', { created_on: '2025-12-31' }),
        o('O2', { created_on: '2026-01-01', stage: 'contacted', stage_entered_on: '2026-03-02' }),
        o('O3', { created_on: '2026-03-01' }),
        o('O4', { created_on: '2026-03-02' }),
        o('O5', { created_on: null }),
      ],
    });
    const march = await funnel.run(ctx, at({ as_of: '2026-03-01' }));
    expect(march.map((r) => r.reached)).toEqual([2, 0, 0, 0, 0]);
    const june = await funnel.run(ctx, at());
    expect(june.map((r) => r.reached)).toEqual([3, 1, 0, 0, 0]);
  });

  it('bears conversions of a step and overall, and none where there is no base', async () => {
    const ctx = await open({
      opportunities: [
        o('O1'),
        o('O2', { stage: 'contacted', stage_entered_on: '2026-02-01' }),
        o('O3', { stage: 'contacted', stage_entered_on: '2026-02-01' }),
        o('O4', { stage: 'signed', closed_on: '2026-02-01', signed_amount: 70, expected_amount: null }),
      ],
    });
    const rows = await funnel.run(ctx, at());
    expect(rows.map((r) => [r.stage, r.reached, r.amount, r.step_rate, r.overall_rate])).toEqual([
      ['identified', 4, '370.00', null, 1],
      ['contacted', 3, '270.00', 0.75, 0.75],
      ['solution', 1, '70.00', 1 / 3, 0.25],
      ['negotiation', 1, '70.00', 1, 0.25],
      ['signed', 1, '70.00', 1, 0.25],
    ]);
  });

  it('the signed amount counts from the day of signing, else the expected one', async () => {
    const ctx = await open({
      opportunities: [o('O1', { stage: 'signed', closed_on: '2026-04-01', signed_amount: 70 })],
    });
    expect((await funnel.run(ctx, at({ as_of: '2026-03-31' })))[0]?.amount).toBe('100.00');
    expect((await funnel.run(ctx, at({ as_of: '2026-04-01' })))[0]?.amount).toBe('70.00');
  });

  it('interpolates days in a stage: of 10, 20 and 40 days the median is 20 and the 90th percentile 36', async () => {
    const ctx = await open({
      opportunities: ['2026-01-20', '2026-01-30', '2026-02-19'].map((d, i) =>
        o(`O${i}`, { stage: 'contacted', stage_entered_on: d }),
      ),
    });
    const [identified, contacted] = await funnel.run(ctx, at());
    expect(identified).toMatchObject({ median_days: 20, p90_days: 36 });
    expect(contacted).toMatchObject({ median_days: null, p90_days: null });
  });

  it('an empty cohort is one group of zeros, and no group at all in a split', async () => {
    const ctx = await open({});
    const rows = await funnel.run(ctx, at());
    expect(rows.map((r) => [r.reached, r.amount, r.overall_rate])).toEqual(Array(5).fill([0, '0.00', null]));
    expect(await funnel.run(ctx, at({ by: 'grade' }))).toEqual([]);
  });
});

describe('splits, filters and sight', () => {
  const opportunities = [
    o('O1', { product: '轮椅', source: '展会' }),
    o('O2', { grade: 'K', department: '二部', salesperson: '王', product: '支具' }),
    o('O3', { customer_id: 'C2', salesperson: null }),
    o('O4', { customer_id: 'C9', salesperson: '赵' }),
  ];
  const groups = async (by: string, given: Record<string, unknown> = {}, scope: Partial<Scope> = {}) => {
    const rows = await funnel.run(await open({ opportunities }, scope), at({ by, ...given }));
    return rows.filter((r) => r.position === 1).map((r) => [r.group, r.reached]);
  };

  it('grade and department are its own, else the customer’s; what has none comes last', async () => {
    expect(await groups('grade')).toEqual([
      ['K', 1],
      ['A', 1],
      [null, 2],
    ]);
    expect(await groups('department')).toEqual([
      ['二部', 2],
      ['一部', 1],
      [null, 1],
    ]);
  });
  it('region is the customer’s, salesperson its own alone', async () => {
    expect(await groups('region')).toEqual([
      ['苏北', 1],
      ['苏南', 2],
      [null, 1],
    ]);
    expect(await groups('salesperson')).toEqual([
      ['王', 1],
      ['张', 1],
      ['赵', 1],
      [null, 1],
    ]);
  });
  it('product and source', async () => {
    expect(await groups('product')).toEqual([
      ['轮椅', 1],
      ['支具', 1],
      [null, 2],
    ]);
    expect(await groups('source')).toEqual([
      ['展会', 1],
      [null, 3],
    ]);
  });
  it.each([
    ['department', '一部', 1],
    ['region', '苏南', 2],
    ['owner', '张', 2],
    ['grade', 'K', 1],
    ['tier', 'qualified', 1],
    ['product', '轮椅', 1],
  ])('filtered by %s %s: %i', async (name, value, n) => {
    expect(await groups('none', { [name]: [value] })).toEqual([[null, n]]);
  });
  it.each<[Partial<Scope>, number]>([
    [{ departments: ['二部'] }, 2],
    [{ regions: ['苏南'] }, 2],
    [{ owners: ['赵'] }, 1],
    [{ owners: ['孙'] }, 0],
  ])('a viewer of %j sees %i', async (scope, n) => {
    expect(await groups('none', {}, scope)).toEqual([[null, n]]);
  });
  it('a filter never widens the sight', async () => {
    expect(await groups('none', { department: ['一部'] }, { departments: ['二部'] })).toEqual([[null, 0]]);
  });
  it('a tier decided later does not count yet, nor one of a customer not admitted', async () => {
    const ctx = await open({
      opportunities: [o('O1')],
      tier_history: [{ customer_id: 'C1', tier: 'preferred', effective_on: '2026-07-01' }],
    });
    const n = async (tier: string, as_of: string) =>
      (await funnel.run(ctx, at({ tier: [tier], as_of })))[0]?.reached;
    expect(await n('vip', '2026-06-30')).toBe(1);
    expect(await n('vip', '2026-07-01')).toBe(0);
    expect(await n('preferred', '2026-07-01')).toBe(1);
  });
});

describe('the rows behind the funnel', () => {
  it('every cell has as many rows as it counts, adding up to its amount', async () => {
    const ctx = await open({
      opportunities: [
        o('O1'),
        o('O2', { grade: 'K', stage: 'lost', closed_on: '2026-03-01' }),
        o('O3', { customer_id: 'C2', stage: 'signed', closed_on: '2026-03-01', signed_amount: 5 }),
        o('O4', { customer_id: 'C2', stage: 'solution', stage_entered_on: '2026-07-01' }),
      ],
      stage_changes: [{ opportunity_id: 'O2', stage: 'negotiation', entered_on: '2026-02-01' }],
    });
    for (const cell of await funnel.run(ctx, at({ by: 'grade' }))) {
      const rows = await funnelOpportunities.run(
        ctx,
        funnelOpportunities.params.parse({
          period: '2026H1',
          as_of: '2026-06-30',
          by: 'grade',
          stage: cell.stage,
          ...(cell.group === null ? {} : { group: cell.group }),
        }),
      );
      expect(rows.length).toBe(cell.reached);
      expect(rows.reduce((sum, r) => sum + Number(r.amount), 0)).toBe(Number(cell.amount));
    }
  });

  it('a row knows its way, its loss, and where it was loaded from', async () => {
    const ctx = await open({
      opportunities: [o('O2', { name: '项目', stage: 'lost', closed_on: '2026-03-01' })],
      stage_changes: [{ opportunity_id: 'O2', stage: 'negotiation', entered_on: '2026-02-01' }],
    });
    const params = { period: '2026H1', as_of: '2026-06-30' };
    expect(await funnelOpportunities.run(ctx, funnelOpportunities.params.parse(params))).toEqual([
      {
        opportunity_id: 'O2',
        name: '项目',
        customer_id: 'C1',
        customer_name: '甲',
        grade: 'A',
        department: '一部',
        region: '苏南',
        salesperson: '张',
        product: null,
        source: null,
        created_on: '2026-01-10',
        reached: 'negotiation',
        contacted_on: null,
        solution_on: null,
        negotiation_on: '2026-02-01',
        signed_on: null,
        lost_on: '2026-03-01',
        amount: '100.00',
        source_import: 1,
        source_file: null,
        source_sheet: null,
        source_line: 2,
      },
    ]);
  });
});

describe('what is open', () => {
  const tables = {
    opportunities: [
      o('O1', { stage: 'contacted', stage_entered_on: '2026-05-31', expected_amount: 10 }),
      o('O2', { stage: 'contacted', stage_entered_on: '2026-05-30', expected_amount: 20 }),
      o('O3', { created_on: null, stage: 'solution', expected_amount: null }),
      o('O4', { stage: 'lost', closed_on: '2026-06-30' }),
      o('O5', { stage: 'lost', closed_on: '2026-07-01', expected_amount: 5 }),
      o('O6', { created_on: '2026-07-01' }),
    ],
  };
  const list = async (given: Record<string, string> = {}) =>
    opportunitiesOpen.run(
      await open(tables),
      opportunitiesOpen.params.parse({ as_of: '2026-06-30', ...given }),
    );

  it('lists what is created and not closed by the date, and the undated, largest first', async () => {
    expect(
      (await list()).map((r) => [r.opportunity_id, r.stage, r.entered_on, r.age_days, r.stalled]),
    ).toEqual([
      ['O2', 'contacted', '2026-05-30', 31, true],
      ['O1', 'contacted', '2026-05-31', 30, false],
      ['O5', 'identified', '2026-01-10', 171, true],
      ['O3', null, null, null, false],
    ]);
  });
  it('keeps the stalled, the others, or the largest', async () => {
    expect((await list({ stalled: 'true' })).map((r) => r.opportunity_id)).toEqual(['O2', 'O5']);
    expect((await list({ stalled: 'false' })).map((r) => r.opportunity_id)).toEqual(['O1', 'O3']);
    expect((await list({ top: '1' })).map((r) => r.opportunity_id)).toEqual(['O2']);
  });
  it('judges by the stage at the date, in the past too', async () => {
    const rows = await opportunitiesOpen.run(
      await open(tables),
      opportunitiesOpen.params.parse({ as_of: '2026-05-30' }),
    );
    expect(rows.map((r) => [r.opportunity_id, r.stage])).toEqual([
      ['O4', 'identified'],
      ['O2', 'contacted'],
      ['O1', 'identified'],
      ['O5', 'identified'],
      ['O3', null],
    ]);
  });
  it('the summary says the same in one line', async () => {
    const ctx = await open(tables);
    expect(
      await funnelSummary.run(ctx, funnelSummary.params.parse({ period: '2026H1', as_of: '2026-06-30' })),
    ).toEqual([
      {
        created: 4,
        amount: '135.00',
        signed: 0,
        signed_amount: '0.00',
        overall_rate: 0,
        open: 4,
        open_amount: '35.00',
        stalled: 2,
      },
    ]);
  });
});
