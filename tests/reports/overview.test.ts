import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idle } from '@/lib/reports/idle';
import { opportunitiesOpen } from '@/lib/reports/opportunities_open';
import { overviewEntries } from '@/lib/reports/overview_entries';
import { overviewPeople } from '@/lib/reports/overview_people';
import { overviewSales } from '@/lib/reports/overview_sales';
import { exact, sum } from '@/lib/rules/bonus_decimal';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical, smallWarehouse } from '../support/golden';
import { contextOf } from './funnel_support';

const sale = (entry_id: string, date: string, amount: string, more: Record<string, string> = {}) => ({
  entry_id,
  date,
  customer_id: 'C1',
  kind: 'sale',
  amount,
  ...more,
});

describe('net sales by month', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse({
      customers: [
        { customer_id: 'C1', name: '甲', kind: 'trade', department: '一部', region: '华东', owner: '李' },
        { customer_id: 'C2', name: '乙', kind: 'trade', department: '二部', region: '华南' },
      ],
      ledger: [
        sale('L1', '2025-01-31', '40'),
        sale('L2', '2025-02-10', '100'),
        sale('L3', '2025-02-11', '7'),
        sale('L4', '2026-01-01', '50'),
        sale('L5', '2026-02-10', '300'),
        sale('L6', '2026-02-10', '20', { kind: 'return' }),
        sale('L7', '2026-02-11', '9'),
        sale('L8', '2026-02-10', '5', { customer_id: 'C2' }),
        sale('L9', '2026-02-10', '6', { department: '二部', salesperson: '王' }),
      ],
    });
  });
  afterAll(() => w.close());

  it('compares a month that is not over with as many days of it a year before', async () => {
    const rows = await overviewSales.run(contextOf(w), { as_of: '2026-02-10' });
    expect(rows).toEqual([
      { period: '2026-01', net_sales: '50.00', net_sales_before: '40.00' },
      { period: '2026-02', net_sales: '291.00', net_sales_before: '100.00' },
    ]);
  });

  it('compares a whole month with a whole month', async () => {
    const rows = await overviewSales.run(contextOf(w), { as_of: '2026-02-28' });
    expect(rows.at(-1)).toEqual({ period: '2026-02', net_sales: '300.00', net_sales_before: '107.00' });
  });

  it('counts a sale for the department and salesperson of its own row, else of the customer', async () => {
    const rows = await overviewPeople.run(contextOf(w), { as_of: '2026-02-10' });
    const shown = rows.map((r) => [r.department, r.salesperson, r.net_sales, r.net_sales_month]);
    expect(shown).toEqual([
      ['一部', '李', '330.00', '280.00'],
      ['二部', '王', '6.00', '6.00'],
      ['二部', null, '5.00', '5.00'],
    ]);
  });

  it('opens a month into its sales and returns up to the date, a return with its minus', async () => {
    const rows = await overviewEntries.run(contextOf(w), { as_of: '2026-02-10', period: '2026-02' });
    expect(rows.map((r) => [r.entry_id, r.net_sales])).toEqual([
      ['L5', '300.00'],
      ['L6', '-20.00'],
      ['L8', '5.00'],
      ['L9', '6.00'],
    ]);
  });

  it('shows a viewer of one department nothing of another', async () => {
    const ctx = contextOf(w, { scope: { departments: ['二部'] } });
    const [month] = (await overviewSales.run(ctx, { as_of: '2026-02-10' })).slice(-1);
    expect(month?.net_sales).toBe('11.00');
    const people = await overviewPeople.run(ctx, { as_of: '2026-02-10' });
    expect(new Set(people.map((r) => r.department))).toEqual(new Set(['二部']));
  });

  it('filters by region and owner of the customer', async () => {
    const of = async (filter: object) =>
      (await overviewSales.run(contextOf(w), { as_of: '2026-02-10', ...filter })).at(-1)?.net_sales;
    expect(await of({ region: ['华南'] })).toBe('5.00');
    expect(await of({ owner: ['李'] })).toBe('286.00');
  });
});

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
  });
  afterAll(() => w.close());

  it.each(['2026-08-31', '2026-05-17'])('agrees with the other reports at %s', async (as_of) => {
    const ctx = contextOf(w);
    const [people, months, open, idlers] = await Promise.all([
      overviewPeople.run(ctx, { as_of }),
      overviewSales.run(ctx, { as_of }),
      opportunitiesOpen.run(ctx, { as_of }),
      idle.run(ctx, { as_of }),
    ]);
    const all = (name: 'net_sales' | 'net_sales_month' | 'open_amount' | 'value_at_stake') =>
      sum(people.map((p) => p[name])).toFixed(2);
    const count = (name: 'open' | 'stalled' | 'idle') => people.reduce((n, p) => n + p[name], 0);
    expect(people.length).toBeGreaterThan(10);
    expect(all('net_sales')).toBe(sum(months.map((m) => m.net_sales)).toFixed(2));
    expect(all('net_sales_month')).toBe(exact(months.at(-1)?.net_sales ?? '0').toFixed(2));
    expect(count('open')).toBe(open.length);
    expect(count('stalled')).toBe(open.filter((o) => o.stalled).length);
    expect(all('open_amount')).toBe(sum(open.map((o) => o.expected_amount ?? '0')).toFixed(2));
    expect(count('idle')).toBe(idlers.length);
    expect(all('value_at_stake')).toBe(sum(idlers.map((i) => i.value_at_stake)).toFixed(2));
  });

  it('opens each month into rows that add up to it', async () => {
    const ctx = contextOf(w);
    const as_of = '2026-05-17';
    for (const month of await overviewSales.run(ctx, { as_of })) {
      const rows = await overviewEntries.run(ctx, { as_of, period: month.period });
      expect(sum(rows.map((r) => r.net_sales)).toFixed(2)).toBe(month.net_sales);
      expect(rows.every((r) => r.source_line !== null)).toBe(true);
    }
  });
});
