/** The page of receivables counts columns; what it shows are the rows of the report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receivableDetail } from '@/app/receivables/_detail';
import { ages, LISTED, type ReceivableRow, receivablesModel, views } from '@/app/receivables/_model';
import { receivables } from '@/lib/reports/receivables';
import { rowsOf } from '@/lib/reports/run';
import { sumOfYuan } from '@/lib/rules/cents';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { contextOf } from '../reports/quota_support';
import { smallWarehouse } from '../support/golden';

const D = '2026-06-30';
const COUNT = LISTED + 40;
const id = (i: number) => `C${String(i).padStart(5, '0')}`;
const numbers = Array.from({ length: COUNT }, (_, i) => i);

const customers = numbers.map((i) => ({
  customer_id: id(i),
  name: `客户${i}`,
  department: ['一部', '二部', '三部', null][i % 4] ?? null,
}));
/** Some owe little and some nothing, some have paid too much; many owe the same. */
const ledger = numbers.flatMap((i) => [
  {
    entry_id: `S${i}`,
    customer_id: id(i),
    kind: 'sale',
    date: '2026-02-01',
    amount: 0.1 + (i % 7),
    due_on: ['2026-03-01', '2026-05-20', '2026-06-20', '2026-08-01', null][i % 5] ?? null,
  },
  {
    entry_id: `P${i}`,
    customer_id: id(i),
    kind: 'payment',
    date: '2026-02-20',
    amount: (i % 6) / 2,
    due_on: null,
  },
]);

describe('the page of receivables', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse({ customers, ledger });
  }, 120_000);
  afterAll(() => w.close());
  const page = () => ({
    ...contextOf(w),
    today: D,
    data: { through: D, days: 0, loadedAt: null, stale: false },
    defaultAsOf: D,
  });
  const open = (row: { [age in (typeof ages)[number]]: string }) => sumOfYuan(ages.map((age) => row[age]));
  const shown = (rows: readonly Omit<ReceivableRow, 'open'>[]) =>
    rows.map((row) => ({ ...row, open: open(row) }));

  it.each([
    ['everybody', undefined],
    ['two departments', ['一部', '三部']],
  ])('adds up what the report says of %s', async (_, department) => {
    const rows = await rowsOf(receivables, page(), { as_of: D, department });
    const model = await receivablesModel(page(), department ? { department } : {});
    expect(rows.length).toBeGreaterThan(400);
    const sum = (of: readonly (typeof rows)[number][]) => ({
      customers: of.length,
      balance: sumOfYuan(of.map((r) => r.balance)),
      open: sumOfYuan(of.map(open)),
      overdue: sumOfYuan(of.map((r) => r.overdue)),
      ages: Object.fromEntries(ages.map((age) => [age, sumOfYuan(of.map((r) => r[age]))])),
    });
    expect(model.whole).toEqual({ department: null, ...sum(rows) });
    for (const own of model.departments) {
      const of = rows.filter((r) => r.department === own.department);
      expect(own).toEqual({ department: own.department, ...sum(of) });
    }
    expect(model.departments.map((d) => d.department).sort()).toEqual(
      [...new Set(rows.map((r) => r.department))].sort(),
    );
    expect(model.counts.all).toBe(rows.length);
    expect(model.counts.owing).toBe(rows.filter((r) => Number(r.balance) > 0).length);
    for (const name of ['overdue', ...ages] as const)
      expect(model.counts[name]).toBe(rows.filter((r) => Number(r[name]) > 0).length);
    expect(model.onTime).toMatchObject({
      due: sumOfYuan(rows.map((r) => r.due_amount)),
      paid: sumOfYuan(rows.map((r) => r.on_time_amount)),
    });
  });

  it('lists those of a view, and of many those with the most overdue', async () => {
    const all = shown(await rowsOf(receivables, page(), { as_of: D }));
    const whole = await receivablesModel(page(), {});
    expect([whole.found, whole.rows.length]).toEqual([COUNT, LISTED]);
    const left = all.filter((r) => !whole.rows.some((s) => s.customer_id === r.customer_id));
    const least = Math.min(...whole.rows.map((r) => Number(r.overdue)));
    expect(left.every((r) => Number(r.overdue) <= least)).toBe(true);
    expect(all).toEqual(expect.arrayContaining(whole.rows));
    for (const view of views) {
      const model = await receivablesModel(page(), { view });
      const own = all.filter((r) => Number(view === 'owing' ? r.balance : r[view]) > 0);
      expect(own.length).toBeLessThan(LISTED);
      expect([model.found, model.rows]).toEqual([own.length, own]);
    }
  });

  it('opens whoever lies in the view, listed or not, and nobody else', async () => {
    const all = await rowsOf(receivables, page(), { as_of: D });
    const model = await receivablesModel(page(), {});
    const hidden = all.find((r) => !model.rows.some((s) => s.customer_id === r.customer_id));
    if (!hidden) throw new Error('somebody is not listed');
    expect(model.rowOf(hidden.customer_id)).toMatchObject(hidden);
    expect(model.rowOf('nobody')).toBeNull();
    const overdue = await receivablesModel(page(), { view: 'overdue' });
    const paid = all.find((r) => Number(r.overdue) === 0);
    expect(overdue.rowOf(paid?.customer_id ?? '')).toBeNull();
    const due = all.find((r) => Number(r.due_amount) > 0);
    const detail = await receivableDetail(page(), model, { row: due?.customer_id ?? '' });
    expect(detail?.onTime).toEqual({ due: due?.due_amount, paid: due?.on_time_amount });
  });
});
