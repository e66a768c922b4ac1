import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receivables } from '@/lib/reports/receivables';
import { receivablesOnTime, salesNeverDue } from '@/lib/reports/receivables-figures';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf, ownValue, rowsFor, viewerOf } from './quota_support';

const D = '2026-06-30';
const customer = (customer_id: string, department: string) => ({
  customer_id,
  name: customer_id,
  department,
});
const sale = (
  entry_id: string,
  customer_id: string,
  amount: number,
  date: string,
  due_on: string | null,
) => ({
  entry_id,
  customer_id,
  kind: 'sale',
  amount,
  date,
  due_on,
});

const tables: SmallTables = {
  customers: [customer('A1', '一部'), customer('A2', '二部')],
  ledger: [
    // Due on the first and the last day of the 12 months, and a day outside on either side.
    sale('S1', 'A1', 1, '2025-06-01', '2025-06-30'),
    sale('S2', 'A1', 2, '2025-06-01', '2025-07-01'),
    sale('S3', 'A1', 4, '2026-06-01', D),
    sale('S4', 'A1', 8, '2026-06-01', '2026-07-01'),
    { entry_id: 'P1', customer_id: 'A1', kind: 'payment', amount: 3, date: '2025-07-01' },
    sale('S5', 'A2', 16, D, null),
    sale('S6', 'A2', 32, '2026-07-01', null),
  ],
};

describe('the figures of all receivables', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse(tables);
  });
  afterAll(() => w.close());

  it('of 6 yuan due in the 12 months 2 were paid in time, a third', async () => {
    expect(await rowsFor(receivablesOnTime, contextOf(w), { as_of: D })).toEqual([
      {
        customer_id: 'A1',
        name: 'A1',
        department: '一部',
        due_amount: '6.00',
        on_time_amount: '2.00',
        on_time_rate: 2 / 6,
      },
    ]);
  });
  it('the rate of a customer is the one in the list of all', async () => {
    const [row] = await rowsFor(receivables, contextOf(w), { as_of: D });
    expect(row?.on_time_rate).toBe(2 / 6);
  });
  it('lists the sales without a due date up to the day, with their line', async () => {
    const rows = await rowsFor(salesNeverDue, contextOf(w), { as_of: D });
    expect(rows).toMatchObject([{ entry_id: 'S5', amount: '16.00', name: 'A2', source_line: 7 }]);
    expect(await rowsFor(salesNeverDue, contextOf(w), { as_of: '2026-07-01' })).toHaveLength(2);
  });
  it('lists none where the company has a term for them', async () => {
    const ctx = contextOf(w, [ownValue('receivables.default_term', 30)]);
    expect(await rowsFor(salesNeverDue, ctx, { as_of: D })).toEqual([]);
  });
  it('shows a viewer only what lies in sight', async () => {
    const ctx = contextOf(w, [], viewerOf({ departments: ['一部'] }));
    expect(await rowsFor(salesNeverDue, ctx, { as_of: D })).toEqual([]);
    expect(await rowsFor(receivablesOnTime, ctx, { as_of: D })).toHaveLength(1);
  });
});
