import { afterEach, describe, expect, it } from 'vitest';
import { cohortOpportunities, cohorts } from '@/lib/reports/cohorts';
import { funnelFlow, funnelFlowOpportunities } from '@/lib/reports/funnel_flow';
import { lost } from '@/lib/reports/lost';
import { opportunitiesClosed } from '@/lib/reports/opportunities_closed';
import { opportunitiesOpen } from '@/lib/reports/opportunities_open';
import { pipeline } from '@/lib/reports/pipeline';
import { processFunnel, processItems } from '@/lib/reports/process_funnel';
import { stageTimes } from '@/lib/reports/stage_times';
import { winLoss } from '@/lib/reports/win_loss';
import { winRates } from '@/lib/reports/win_rate';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf } from './funnel_support';

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

const as_of = '2026-06-30';
const o = (id: string, more: Record<string, string | number | null> = {}) => ({
  opportunity_id: id,
  salesperson: '张',
  grade: 'A',
  stage: 'identified',
  created_on: '2026-01-10',
  expected_amount: 100,
  ...more,
});
const signed = (id: string, more: Record<string, string | number | null> = {}) =>
  o(id, { stage: 'signed', closed_on: '2026-02-09', signed_amount: 80, ...more });
const gone = (id: string, more: Record<string, string | number | null> = {}) =>
  o(id, { stage: 'lost', closed_on: '2026-03-01', lost_reason: '价格', ...more });
const change = (opportunity_id: string, stage: string, entered_on: string) => ({
  opportunity_id,
  stage,
  entered_on,
});

async function open(tables: SmallTables) {
  const w = await smallWarehouse(tables);
  opened.push(w);
  return contextOf(w);
}
const many = (n: number, make: (i: number) => Record<string, string | number | null>) =>
  Array.from({ length: n }, (_, i) => make(i));

describe('the open pipeline at a date', () => {
  it('counts what is created by then and not closed by then; created today it is open', async () => {
    const ctx = await open({
      opportunities: [
        o('O1', { created_on: as_of }),
        o('O2', { created_on: '2026-07-01' }),
        o('O3', { created_on: null }),
        gone('O4', { closed_on: as_of }),
        gone('O5', { closed_on: '2026-07-01' }),
      ],
    });
    const [row] = await pipeline.run(ctx, pipeline.params.parse({ as_of }));
    expect(row).toMatchObject({ open: 3, open_amount: '300.00', win_rate: 0, lost: 1 });
  });

  it('is stalled after 31 days in a stage, not after 30', async () => {
    const at = (day: string) => ({ stage: 'contacted', stage_entered_on: day });
    const ctx = await open({ opportunities: [o('O1', at('2026-05-31')), o('O2', at('2026-05-30'))] });
    const [row] = await pipeline.run(ctx, pipeline.params.parse({ as_of }));
    expect(row?.stalled).toBe(1);
  });

  it('2 of 4 closed won, 80 yuan each, 30 days: 1 open moves 0.5 × 80 / 30 = 1.33 yuan a day', async () => {
    const ctx = await open({
      opportunities: [o('O1'), signed('O2'), signed('O3'), gone('O4'), gone('O5')],
    });
    const [row] = await pipeline.run(ctx, pipeline.params.parse({ as_of }));
    expect(row).toMatchObject({
      open: 1,
      win_rate: 0.5,
      mean_signed_amount: '80.00',
      cycle_days: 30,
      velocity: '1.33',
      weighted_amount: '50.00',
    });
  });

  it('with nothing closed there is no rate, mean, cycle, velocity or weight, and never 0', async () => {
    const ctx = await open({ opportunities: [o('O1')] });
    const [row] = await pipeline.run(ctx, pipeline.params.parse({ as_of }));
    expect(row).toMatchObject({
      win_rate: null,
      mean_signed_amount: null,
      cycle_days: null,
      velocity: null,
      weighted_amount: null,
    });
  });

  it('a signed one without an amount counts in the rate and not in the mean', async () => {
    const ctx = await open({ opportunities: [signed('O1'), signed('O2', { signed_amount: null })] });
    const [row] = await pipeline.run(ctx, pipeline.params.parse({ as_of }));
    expect(row).toMatchObject({ win_rate: 1, signed: 2, mean_signed_amount: '80.00' });
  });

  it('weighs by its grade from 30 closed ones on, with 29 by all grades', async () => {
    const closed = (n: number) => [
      ...many(10, (i) => signed(`S${i}`)),
      ...many(n - 10, (i) => gone(`L${i}`)),
      ...many(30, (i) => gone(`B${i}`, { grade: 'B' })),
    ];
    const worth = async (n: number) => {
      const ctx = await open({ opportunities: [o('O1'), ...closed(n)] });
      const [row] = await opportunitiesOpen.run(ctx, opportunitiesOpen.params.parse({ as_of }));
      return row;
    };
    expect(await worth(30)).toMatchObject({ basis: 'grade', sample: 30, share: 10 / 30 });
    expect(await worth(29)).toMatchObject({ basis: 'all', sample: 59, share: 10 / 59 });
  });

  it('the groups of a split have their own rates, those without a group last; the whole is their sum', async () => {
    const ctx = await open({
      opportunities: [
        o('O1', { product: '轮椅' }),
        o('O2', { product: null }),
        signed('O3', { product: '轮椅' }),
        gone('O4', { product: '支具' }),
      ],
    });
    const rows = await pipeline.run(ctx, pipeline.params.parse({ as_of, by: 'product' }));
    expect(rows.map((r) => [r.group, r.open, r.win_rate])).toEqual([
      ['轮椅', 1, 1],
      ['支具', 0, 0],
      [null, 1, null],
    ]);
    const [whole] = await pipeline.run(ctx, pipeline.params.parse({ as_of }));
    expect(whole?.weighted_amount).toBe('100.00');
    expect(rows.map((r) => r.weighted_amount)).toEqual(['50.00', '0.00', '50.00']);
  });
});

describe('lost opportunities', () => {
  const tables = {
    opportunities: [
      gone('O1', { closed_on: '2026-01-31' }),
      gone('O2', { closed_on: '2026-02-01', lost_reason: null }),
      gone('O3', { closed_on: '2026-02-28' }),
      gone('O4', { closed_on: '2026-03-01' }),
      signed('O5', { closed_on: '2026-02-10' }),
    ],
    stage_changes: [
      change('O3', 'negotiation', '2026-02-20'),
      // Dated after it was lost: it never came so far.
      change('O2', 'solution', '2026-02-02'),
    ],
  };
  it('stand by the day they were closed, with the last stage reached; no reason is a row of its own', async () => {
    const ctx = await open(tables);
    const rows = await lost.run(ctx, lost.params.parse({ period: '2026-02', as_of }));
    expect(rows).toEqual([
      { group: null, reason: '价格', stage_reached: 'negotiation', count: 1, amount: '100.00', share: 0.5 },
      { group: null, reason: null, stage_reached: 'identified', count: 1, amount: '100.00', share: 0.5 },
    ]);
  });
  it('or by the day they were created', async () => {
    const ctx = await open(tables);
    const given = { period: '2026-01', as_of, dated: 'created' };
    const rows = await lost.run(ctx, lost.params.parse(given));
    expect(rows.reduce((n, r) => n + r.count, 0)).toBe(4);
    const [rate] = await winRates.run(ctx, winRates.params.parse(given));
    expect(rate).toMatchObject({ signed: 1, lost: 4, win_rate: 0.2 });
  });
  it('not yet lost at the date they are no row', async () => {
    const ctx = await open(tables);
    const rows = await lost.run(ctx, lost.params.parse({ period: '2026-02', as_of: '2026-02-01' }));
    expect(rows.map((r) => r.count)).toEqual([1]);
  });
  it('what the signed have in common: 1 of 1 signed and 1 of 3 lost are of grade A', async () => {
    const ctx = await open({
      opportunities: [signed('O1'), gone('O2'), gone('O3', { grade: 'B' }), gone('O4', { grade: 'B' })],
    });
    const rows = await winLoss.run(ctx, winLoss.params.parse({ period: '2026H1', as_of }));
    expect(rows.find((r) => r.trait === 'grade' && r.value === 'A')).toMatchObject({
      signed: 1,
      lost: 1,
      signed_share: 1,
      lost_share: 1 / 3,
      difference: 2 / 3,
    });
  });
  it('the decision maker is met on the day of creation or of closing, not a day outside', async () => {
    const visit = (visit_id: string, customer_id: string, visited_at: string) => ({
      visit_id,
      customer_id,
      salesperson: '张',
      method: 'field_visit',
      contact_role: 'decision_maker',
      visited_at,
    });
    const ctx = await open({
      customers: ['C1', 'C2', 'C3', 'C4'].map((customer_id) => ({ customer_id, name: customer_id })),
      opportunities: ['C1', 'C2', 'C3', 'C4'].map((customer_id, i) => gone(`O${i}`, { customer_id })),
      visits: [
        visit('V1', 'C1', '2026-01-10 09:00:00'),
        visit('V2', 'C2', '2026-03-01 18:00:00'),
        visit('V3', 'C3', '2026-01-09 18:00:00'),
        visit('V4', 'C4', '2026-03-02 09:00:00'),
      ],
    });
    const rows = await winLoss.run(ctx, winLoss.params.parse({ period: '2026H1', as_of }));
    expect(rows.find((r) => r.trait === 'met' && r.value === 'met')?.lost).toBe(2);
    const met = await opportunitiesClosed.run(
      ctx,
      opportunitiesClosed.params.parse({ as_of, period: '2026H1', met: 'true' }),
    );
    expect(met.map((r) => r.opportunity_id).sort()).toEqual(['O0', 'O1']);
  });
});

describe('the second funnel', () => {
  const flow = async (tables: SmallTables, day = as_of) => {
    const ctx = await open(tables);
    const rows = await funnelFlow.run(ctx, funnelFlow.params.parse({ period: '2026H1', as_of: day }));
    return rows.map((r) => [r.entered, r.advanced, r.lost, r.moved_back, r.still_there]);
  };
  it('a stage that was skipped is not entered', async () => {
    const tables = { opportunities: [o('O1', { stage: 'solution', stage_entered_on: '2026-02-01' })] };
    expect(await flow(tables)).toEqual([
      [1, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [1, 0, 0, 0, 1],
      [0, 0, 0, 0, 0],
    ]);
  });
  it('moved back it left the later stage for an earlier one, and stands there', async () => {
    const tables = {
      opportunities: [o('O1', { stage: 'contacted', stage_entered_on: '2026-03-01' })],
      stage_changes: [change('O1', 'contacted', '2026-01-20'), change('O1', 'solution', '2026-02-01')],
    };
    expect(await flow(tables)).toEqual([
      [1, 1, 0, 0, 0],
      [1, 0, 0, 0, 1],
      [1, 0, 0, 1, 0],
      [0, 0, 0, 0, 0],
    ]);
  });
  it('entered again it counts once, by the last entry', async () => {
    const tables = {
      opportunities: [o('O1', { stage: 'solution', stage_entered_on: '2026-04-01' })],
      stage_changes: [
        change('O1', 'solution', '2026-02-01'),
        change('O1', 'contacted', '2026-03-01'),
        change('O1', 'contacted', '2026-01-20'),
      ],
    };
    expect((await flow(tables))[2]).toEqual([1, 0, 0, 0, 1]);
    expect((await flow(tables, '2026-03-31'))[2]).toEqual([1, 0, 0, 1, 0]);
  });
  it('lost after negotiation, with or without a dated entry, is lost there; signed without history advanced', async () => {
    const tables = {
      opportunities: [
        gone('O1', { stage_entered_on: '2026-03-01' }),
        gone('O2'),
        signed('O3'),
        o('O4', { created_on: as_of }),
      ],
      stage_changes: [change('O1', 'negotiation', '2026-02-01'), change('O2', 'negotiation', '2026-03-01')],
    };
    expect(await flow(tables)).toEqual([
      [4, 3, 0, 0, 1],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [2, 0, 2, 0, 0],
    ]);
  });
  it('each cell opens as many rows', async () => {
    const ctx = await open({ opportunities: [gone('O1'), signed('O2'), o('O3'), o('O4')] });
    for (const [fate, n] of [
      ['lost', 1],
      ['advanced', 1],
      ['still_there', 2],
      [undefined, 4],
    ] as const) {
      const rows = await funnelFlowOpportunities.run(
        ctx,
        funnelFlowOpportunities.params.parse({ period: '2026H1', as_of, stage: 'identified', fate }),
      );
      expect(rows.length).toBe(n);
    }
  });
});

describe('time in stages', () => {
  it('steps end where the next begins: 7 and 8 days lie in two', async () => {
    const ctx = await open({
      opportunities: ['2026-01-17', '2026-01-18'].map((day, i) =>
        o(`O${i}`, { stage: 'contacted', stage_entered_on: day }),
      ),
    });
    const rows = await stageTimes.run(ctx, stageTimes.params.parse({ period: '2026H1', as_of }));
    expect(rows.slice(0, 3).map((r) => [r.from_days, r.to_days, r.count, r.share])).toEqual([
      [0, 7, 1, 0.5],
      [8, 14, 1, 0.5],
      [15, 30, 0, 0],
    ]);
  });
});

describe('cohorts', () => {
  it('a month knows what became of it; a share within 30 days only once all have had them', async () => {
    const ctx = await open({
      opportunities: [
        signed('O1', { created_on: '2026-05-31', closed_on: '2026-06-30' }),
        signed('O2', { created_on: '2026-05-01', closed_on: '2026-06-01' }),
        gone('O3', { created_on: '2026-05-10', closed_on: '2026-06-01' }),
        o('O4', { created_on: '2026-06-01' }),
      ],
    });
    const run = (day: string) =>
      cohorts.run(ctx, cohorts.params.parse({ as_of: day, from: '2026-04', to: '2026-06' }));
    expect(await run(as_of)).toMatchObject([
      { month: '2026-04', created: 0, signed_rate: null, signed_30: null },
      { month: '2026-05', created: 3, signed: 2, lost: 1, open: 0, win_rate: 2 / 3, signed_30: 1 / 3 },
      { month: '2026-06', created: 1, open: 1, signed_30: null },
    ]);
    expect((await run('2026-06-29'))[1]).toMatchObject({ signed: 1, open: 1, signed_30: null });
    const open_ = cohortOpportunities.params.parse({ as_of, from: '2026-05', to: '2026-06', state: 'open' });
    expect((await cohortOpportunities.run(ctx, open_)).map((r) => r.opportunity_id)).toEqual(['O4']);
    const closed = { ...open_, state: 'closed' as const };
    expect(await cohortOpportunities.run(ctx, closed)).toHaveLength(3);
  });
});

describe('other processes (F-08)', () => {
  it('a gas installation has reached a stage when it has the day of it or of a later one', async () => {
    const sheet = (sheet_no: string, more: Record<string, string> = {}) => ({
      sheet_no,
      customer_name: '某户',
      address: '某处',
      applied_on: '2026-03-01',
      ...more,
    });
    const ctx = await open({
      installations: [
        sheet('20260303001', { paid_on: '2026-03-02', activated_on: '2026-03-20' }),
        sheet('无号'),
        sheet('20260305001', { applied_on: '2026-07-01' }),
      ],
    });
    const given = { period: '2026H1', as_of };
    const rows = await processFunnel.run(ctx, processFunnel.params.parse(given));
    expect(rows.map((r) => [r.stage, r.reached, r.entered])).toEqual([
      ['applied', 2, 2],
      ['paid', 1, 1],
      ['control_sheet', 1, 1],
      ['verified', 1, 0],
      ['meter_hung', 1, 0],
      ['accepted', 1, 0],
      ['activated', 1, 1],
      ['archived', 0, 0],
    ]);
    expect(rows[2]?.median_days).toBe(17);
    const standing = processItems.params.parse({ ...given, stage: 'applied', standing: 'true' });
    expect((await processItems.run(ctx, standing)).map((r) => r.item_id)).toEqual(['无号']);
  });
  it('a new customer: the application is known to no export, and proved by a later step alone', async () => {
    const ctx = await open({
      customers: [
        { customer_id: 'C1', name: '甲', collected_on: '2026-01-05' },
        { customer_id: 'C2', name: '乙', collected_on: '2026-01-05', admitted_on: '2026-02-01' },
      ],
      contracts: [{ contract_id: 'K1', customer_id: 'C2', kind: 'sales', signed_on: '2026-01-20' }],
    });
    const rows = await processFunnel.run(
      ctx,
      processFunnel.params.parse({ period: '2026H1', as_of, process: 'new_customer' }),
    );
    expect(rows.map((r) => [r.reached, r.entered, r.basis])).toEqual([
      [2, 2, 'taken'],
      [1, 0, 'taken'],
      [1, 0, 'unknown'],
      [1, 1, 'recorded'],
      [1, 0, 'recorded'],
      [1, 1, 'recorded'],
    ]);
  });
});
