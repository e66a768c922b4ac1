/** Who trades without being allowed to: each sale on its own day, both sides of every bound. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admission, admissionSales, customerContracts } from '@/lib/reports/admission';
import { everything, soleViewer } from '@/lib/reports/viewer';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { bonusContext } from './bonus_support';

type Row = SmallTables[string][number];
const customer = (customer_id: string, of: Row = {}): Row => ({
  customer_id,
  name: customer_id,
  kind: 'trade',
  department: '一部',
  region: '华东',
  owner: '甲',
  admitted_on: '2026-01-10',
  licence_expires_on: '2026-06-30',
  qualification_expires_on: '2026-06-30',
  ...of,
});
const contract = (contract_id: string, customer_id: string, of: Row = {}): Row => ({
  contract_id,
  customer_id,
  kind: 'sales',
  starts_on: '2026-01-10',
  expires_on: '2026-06-30',
  ...of,
});
const entry = (customer_id: string, date: string, of: Row = {}): Row => ({
  entry_id: `${customer_id}-${date}-${String(of.kind ?? 'sale')}`,
  date,
  customer_id,
  kind: 'sale',
  amount: '100',
  ...of,
});

let w: Warehouse;
beforeAll(async () => {
  w = await smallWarehouse({
    customers: [
      customer('C1'),
      customer('C2', { department: '二部' }),
      customer('C3', { licence_expires_on: null, qualification_expires_on: null }),
      customer('C4', { admitted_on: null }),
      customer('C5', { kind: 'retail' }),
      customer('C6'),
    ],
    contracts: [
      contract('K1', 'C1'),
      contract('K2', 'C2', { kind: 'quality' }),
      contract('K3', 'C3', { starts_on: null, signed_on: '2026-01-10', expires_on: null }),
      contract('K4', 'C4'),
      contract('K6', 'C6'),
      contract('K7', 'C6', { starts_on: '2026-08-01', expires_on: '2026-12-31' }),
    ],
    ledger: [
      // On the first and the last day everything is in force; the day before and after it is not.
      entry('C1', '2026-01-09'),
      entry('C1', '2026-01-10'),
      entry('C1', '2026-06-30'),
      entry('C1', '2026-07-01', { amount: '250.50' }),
      entry('C1', '2026-07-02', { kind: 'payment' }),
      entry('C1', '2026-07-02', { kind: 'order' }),
      entry('C2', '2026-03-01'),
      entry('C3', '2027-01-01'),
      entry('C4', '2026-03-01'),
      entry('C5', '2027-01-01'),
      entry('C6', '2026-07-15'),
      entry('C6', '2026-08-01', { amount: '40' }),
    ],
  });
});
afterAll(() => w.close());

const found = async (as_of: string, of: Partial<Parameters<typeof admission.run>[1]> = {}) =>
  (await admission.run(bonusContext(w), { as_of, ...of })).map(
    (r) => `${r.customer_id} ${r.finding} ${r.since} ${r.sales} ${r.sales_since}`,
  );

describe('Q-07 admission', () => {
  it('a sale on the day of admission and on the last day of licence and contract is none; the day before or after it is', async () => {
    expect((await found('2026-12-31')).filter((f) => f.startsWith('C1'))).toEqual([
      'C1 licence_expired 2026-07-01 1 250.50',
      'C1 no_contract 2026-01-09 2 350.50',
      'C1 qualification_expired 2026-07-01 1 250.50',
      'C1 sale_before_admission 2026-01-09 1 100.00',
    ]);
  });

  it('a contract of another kind is no sales contract; one without an end, or dated by its signature, is in force', async () => {
    expect(await found('2027-12-31', { department: ['二部'] })).toEqual([
      'C2 no_contract 2026-03-01 1 100.00',
    ]);
    expect((await found('2027-12-31')).filter((f) => f.startsWith('C3'))).toEqual([]);
  });

  it('who has no date of admission was never admitted; retail customers are outside of it (Q-01)', async () => {
    const all = await found('2027-12-31');
    expect(all.filter((f) => f.startsWith('C4'))).toEqual(['C4 sale_before_admission 2026-03-01 1 100.00']);
    expect(all.filter((f) => f.startsWith('C5'))).toEqual([]);
  });

  it('a contract that follows after a gap mends the sales from its day, not those of the gap', async () => {
    expect((await found('2026-12-31')).filter((f) => f.startsWith('C6 no'))).toEqual([
      'C6 no_contract 2026-07-15 1 100.00',
    ]);
  });

  it('only sales up to the day count', async () => {
    expect(await found('2026-01-08')).toEqual([]);
    expect(await found('2026-01-09')).toEqual([
      'C1 no_contract 2026-01-09 1 100.00',
      'C1 sale_before_admission 2026-01-09 1 100.00',
    ]);
  });

  it('a finding and its sales agree in number and amount, and scope holds for both', async () => {
    const ctx = bonusContext(w);
    for (const row of await admission.run(ctx, { as_of: '2026-12-31' })) {
      const sales = await admissionSales.run(ctx, {
        as_of: '2026-12-31',
        customer_id: row.customer_id,
        finding: [row.finding as 'no_contract'],
      });
      expect(sales).toHaveLength(row.sales);
      expect(sales.reduce((s, one) => s + Number(one.amount), 0)).toBe(Number(row.sales_since));
    }
    const other = { ...ctx, viewer: { ...soleViewer, scope: { ...everything, departments: ['二部'] } } };
    expect((await admission.run(other, { as_of: '2026-12-31' })).map((r) => r.customer_id)).toEqual(['C2']);
    expect((await admissionSales.run(other, { as_of: '2026-12-31' })).map((r) => r.customer_id)).toEqual([
      'C2',
    ]);
    expect(await customerContracts.run(other, { customer_id: 'C1' })).toEqual([]);
    expect((await customerContracts.run(ctx, { customer_id: 'C6' })).map((k) => k.contract_id)).toEqual([
      'K7',
      'K6',
    ]);
  });
});
