import { afterEach, describe, expect, it } from 'vitest';
import { plan, planMonths } from '@/lib/reports/plan';
import { planCalls, planRows } from '@/lib/reports/plan_rows';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf } from './funnel_support';

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

const base: SmallTables = {
  customers: [
    { customer_id: 'C1', name: '甲', department: '一部', owner: '张' },
    { customer_id: 'C2', name: '乙', department: '二部', owner: '李' },
  ],
  salespeople: [
    { salesperson_id: 'S1', name: '张', role: 'salesperson', department: '一部', joined_on: '2026-06-01' },
    { salesperson_id: 'S2', name: '李', role: 'salesperson', department: '二部', joined_on: '2020-01-01' },
  ],
  targets: [
    { month: '2026-07', salesperson: '张', sales_amount: 1000, visits: 4, new_customers: 1 },
    { month: '2026-07', department: '二部', salesperson: '李', product: '甲', sales_amount: 500 },
    { month: '2026-08', salesperson: '张', sales_amount: 9999 },
  ],
  ledger: [
    { entry_id: 'L1', date: '2026-07-10', customer_id: 'C1', kind: 'sale', amount: 700, product: '甲' },
    { entry_id: 'L2', date: '2026-07-11', customer_id: 'C1', kind: 'return', amount: 100, product: '甲' },
    { entry_id: 'L3', date: '2026-07-31', customer_id: 'C2', kind: 'sale', amount: 50, product: '乙' },
    { entry_id: 'L4', date: '2026-07-12', customer_id: 'C1', kind: 'payment', amount: 600 },
  ],
  visits: [
    {
      visit_id: 'V1',
      customer_id: 'C1',
      salesperson: '张',
      method: 'field_visit',
      visited_at: '2026-07-02 09:00:00',
    },
    {
      visit_id: 'V2',
      customer_id: 'C1',
      salesperson: '张',
      method: 'phone',
      visited_at: '2026-07-03 09:00:00',
    },
  ],
};

async function ctxOf(tables: SmallTables = base) {
  const w = await smallWarehouse(tables);
  opened.push(w);
  return contextOf(w);
}

describe('plan against actual (P-01)', () => {
  it('sums targets, sales less returns, meetings and first sales by salesperson', async () => {
    const rows = await plan.run(await ctxOf(), plan.params.parse({ period: '2026-07', as_of: '2026-07-31' }));
    expect(rows).toMatchObject([
      {
        group: '张',
        plan_amount: '1000.00',
        actual_amount: '600.00',
        attainment: 0.6,
        plan_visits: 4,
        actual_visits: 1,
        plan_new: 1,
        actual_new: 1,
        elapsed: 1,
      },
      {
        group: '李',
        plan_amount: '500.00',
        actual_amount: '50.00',
        attainment: 0.1,
        plan_visits: null,
        actual_visits: 0,
        actual_new: 1,
      },
    ]);
  });
  it('a target without a department belongs to that of its salesperson; one product has its own line', async () => {
    const ctx = await ctxOf();
    const by = async (split: string) =>
      (await plan.run(ctx, plan.params.parse({ period: '2026-07', as_of: '2026-07-30', by: split }))).map(
        (r) => [r.group, r.plan_amount, r.actual_amount],
      );
    expect(await by('department')).toEqual([
      ['一部', '1000.00', '600.00'],
      ['二部', '500.00', '0.00'],
    ]);
    expect(await by('product')).toEqual([
      ['甲', '500.00', '600.00'],
      [null, '1000.00', '0.00'],
    ]);
  });
  it('every figure is the sum of the records behind it', async () => {
    const ctx = await ctxOf();
    const asked = { period: '2026-07', as_of: '2026-07-31', by: 'salesperson', group: '张' };
    const records = async (figure: string) =>
      (await planRows.run(ctx, planRows.params.parse({ ...asked, figure }))).map((r) => [
        r.source_id,
        r.amount,
      ]);
    expect(await records('sales')).toEqual([
      ['L1', '700.00'],
      ['L2', '-100.00'],
    ]);
    expect(await records('plan')).toEqual([['2026-07', '1000.00']].map(([, amount]) => [null, amount]));
    expect(await records('visits')).toEqual([['V1', null]]);
    expect(await records('new')).toEqual([['L1', '700.00']]);
  });
  it('by month each has its own working days gone', async () => {
    const rows = await planMonths.run(
      await ctxOf(),
      planMonths.params.parse({ period: '2026', as_of: '2026-07-31' }),
    );
    expect(rows.map((r) => [r.month, r.plan_amount, r.actual_amount, r.elapsed])).toEqual([
      ['2026-07', '1500.00', '650.00', 1],
      ['2026-08', '9999.00', '0.00', 0],
    ]);
  });
});

describe('calls of new salespeople (P-02)', () => {
  it('who joined within 90 days is asked for 100 a working day, and no longer on the 91st', async () => {
    const calls = async (period: string, as_of: string) =>
      planCalls.run(await ctxOf(), planCalls.params.parse({ period, as_of }));
    expect(await calls('2026-07', '2026-07-31')).toMatchObject([
      { salesperson: '张', working_days: 23, calls: 1, calls_asked: 2300, enough: false },
    ]);
    // Joined on 1 June: the 90th day is 29 August.
    expect((await calls('2026-08', '2026-08-31'))[0]?.new_until).toBe('2026-08-29');
    expect(await calls('2026-09', '2026-09-30')).toEqual([]);
  });
});
