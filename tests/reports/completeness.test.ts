import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeness } from '@/lib/reports/completeness';
import { completenessCustomers } from '@/lib/reports/completeness_customers';
import { completenessFields } from '@/lib/reports/completeness_fields';
import { marketReports } from '@/lib/reports/market_reports';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical, smallWarehouse } from '../support/golden';
import { contextOf } from './funnel_support';

const asOf = '2026-08-31';
const whole = {
  owner: '张',
  grade: 'A',
  industry: '医院',
  source: '展会',
  contact_name: '李',
  phone: '1',
  address: '路',
  note: '无事',
};
const customer = (customer_id: string, more: Record<string, string | null> = {}) => ({
  customer_id,
  name: `客户${customer_id}`,
  department: '一部',
  region: '苏南',
  entered_on: '2026-01-01',
  updated_on: '2026-01-01',
  ...whole,
  ...more,
});
const bare = Object.fromEntries(Object.keys(whole).map((key) => [key, null]));

describe('what a file must hold grows with the customer (D-01)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse({
      customers: [
        customer('NEW', bare),
        customer('CALLED', { ...bare, contact_name: '李', phone: '1' }),
        customer('DEAL', { note: null }),
        customer('SOLD'),
        customer('SIGNED'),
        customer('LATER', { entered_on: '2026-09-01' }),
        customer('RETAIL', { kind: 'retail' }),
        customer('LISTED'),
      ],
      visits: ['CALLED', 'DEAL'].map((id, i) => ({
        visit_id: `V${i}`,
        customer_id: id,
        salesperson: '张',
        method: 'phone',
        visited_at: '2026-08-01 10:00:00',
      })),
      opportunities: [
        {
          opportunity_id: 'O1',
          customer_id: 'DEAL',
          stage: 'identified',
          created_on: '2026-08-01',
          product: '轮椅',
          expected_amount: 5,
        },
        {
          opportunity_id: 'O2',
          customer_id: 'DEAL',
          stage: 'identified',
          created_on: '2026-08-01',
          product: '轮椅',
        },
        {
          opportunity_id: 'O3',
          customer_id: 'SOLD',
          stage: 'lost',
          created_on: '2026-08-01',
          closed_on: '2026-08-31',
        },
      ],
      ledger: ['SOLD', 'SIGNED'].map((id, i) => ({
        entry_id: `L${i}`,
        date: '2026-08-01',
        customer_id: id,
        kind: 'sale',
        amount: 1,
      })),
      contracts: [
        {
          contract_id: 'K1',
          customer_id: 'SIGNED',
          kind: 'sales',
          signed_on: '2026-08-31',
          expires_on: '2027-08-30',
        },
        {
          contract_id: 'K2',
          customer_id: 'SOLD',
          kind: 'sales',
          signed_on: '2026-09-01',
          expires_on: '2027-08-31',
        },
      ],
      blacklist: [{ customer_id: 'LISTED', scope: 'company', listed_on: '2026-05-01' }],
    });
  });
  afterAll(() => w.close());
  const rows = async (given: Record<string, unknown> = {}) =>
    completenessCustomers.run(contextOf(w), completenessCustomers.params.parse({ as_of: asOf, ...given }));
  const of = async (id: string) => (await rows()).find((r) => r.customer_id === id);

  it('a new one: name, contact and phone', async () => {
    expect(await of('NEW')).toMatchObject({
      class: 'new',
      required: 3,
      filled: 1,
      missing: ['contact_name', 'phone'],
    });
  });
  it('once contacted: also owner, source, industry, grade, address and note', async () => {
    expect(await of('CALLED')).toMatchObject({
      class: 'prospect',
      required: 9,
      missing: ['owner', 'source', 'industry', 'grade', 'address', 'note'],
      completeness: 3 / 9,
    });
  });
  it('with an open opportunity also product and amount, of every one of them', async () => {
    expect(await of('DEAL')).toMatchObject({ required: 11, missing: ['note', 'opportunity_amount'] });
  });
  it('with a sale also contract and expiry; a closed opportunity asks for nothing; one signed tomorrow is none yet', async () => {
    expect(await of('SOLD')).toMatchObject({
      class: 'customer',
      required: 11,
      missing: ['contract', 'contract_expiry'],
    });
    expect(await of('SIGNED')).toMatchObject({ required: 11, missing: [], completeness: 1 });
  });
  it('only watched customers entered by the date have a file', async () => {
    expect((await rows()).map((r) => r.customer_id)).toEqual(['CALLED', 'NEW', 'DEAL', 'SOLD', 'SIGNED']);
  });
  it('every figure opens exactly its customers', async () => {
    const ctx = contextOf(w);
    const [all] = await completeness.run(ctx, { as_of: asOf, by: 'none' });
    expect(all).toMatchObject({ customers: 5, complete: 1, stale: 0 });
    expect(all?.mean_completeness).toBeCloseTo((1 / 3 + 3 / 9 + 9 / 11 + 9 / 11 + 1) / 5, 14);
    expect(await rows({ complete: 'true' })).toHaveLength(1);
    expect(await rows({ complete: 'false' })).toHaveLength(4);
    for (const f of await completenessFields.run(ctx, { as_of: asOf })) {
      expect(await rows({ missing: [f.field] })).toHaveLength(f.lacking);
    }
    const groups = await completeness.run(ctx, { as_of: asOf, by: 'owner' });
    expect(groups.map((g) => [g.group, g.customers])).toEqual([
      ['张', 3],
      [null, 2],
    ]);
    expect(await rows({ unowned: 'true' })).toHaveLength(2);
  });
  it('a company that asks for less has fewer gaps', async () => {
    const own = [
      {
        parameter: 'registration.fields_contacted' as const,
        from: '2026-01-01',
        value: ['owner', 'tax_no'],
        setBy: '经理',
        setAt: '2026-01-01T00:00:00Z',
        why: '从简',
      },
    ];
    const found = await completenessCustomers.run(contextOf(w, { own }), { as_of: asOf });
    expect(found.find((r) => r.customer_id === 'CALLED')).toMatchObject({
      required: 5,
      missing: ['owner', 'tax_no'],
    });
  });
});

describe('freshness (D-02)', () => {
  it('updated 365 days ago is fresh, 366 stale; without an update the entry counts; a later one is none yet', async () => {
    const w = await smallWarehouse({
      customers: [
        customer('C1', { entered_on: '2025-01-01', updated_on: '2025-08-31' }),
        customer('C2', { entered_on: '2025-01-01', updated_on: '2025-08-30' }),
        customer('C3', { entered_on: '2025-08-31', updated_on: null }),
        customer('C4', { entered_on: '2025-01-01', updated_on: '2026-09-01' }),
        customer('C5', { entered_on: null, updated_on: null }),
      ],
    });
    const rows = await completenessCustomers.run(contextOf(w), { as_of: asOf });
    const stale = Object.fromEntries(rows.map((r) => [r.customer_id, [r.days_since_update, r.stale]]));
    expect(stale).toEqual({
      C1: [365, false],
      C2: [366, true],
      C3: [365, false],
      C4: [607, true],
      C5: [null, true],
    });
    const ids = await completenessCustomers.run(contextOf(w), { as_of: asOf, stale: 'true' });
    expect(ids.map((r) => r.customer_id).sort()).toEqual(['C2', 'C4', 'C5']);
    w.close();
  });
});

describe('market reports by salesperson and month (D-04)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    const person = (name: string, more: Record<string, string> = {}) => ({
      salesperson_id: name,
      name,
      role: 'salesperson',
      department: '一部',
      ...more,
    });
    w = await smallWarehouse({
      salespeople: [
        person('张'),
        person('李', { joined_on: '2026-07-07' }),
        person('王', { left_on: '2026-08-03' }),
        person('赵', { role: 'manager' }),
      ],
      market_reports: [
        { salesperson: '张', month: '2026-07', handed_in_on: '2026-07-06' },
        { salesperson: '张', month: '2026-08', handed_in_on: '2026-08-04' },
        { salesperson: '王', month: '2026-07', handed_in_on: '2026-07-01' },
        { salesperson: '孙', month: '2026-08', handed_in_on: '2026-08-03' },
      ],
    });
  });
  afterAll(() => w.close());
  const rows = async (given: Record<string, unknown> = {}) =>
    (
      await marketReports.run(
        contextOf(w),
        marketReports.params.parse({ as_of: asOf, period: '2026', ...given }),
      )
    ).map((r) => [r.salesperson, r.month, r.state, r.days_late]);

  it('asks salespeople who are there on the due day, from the first month loaded on', async () => {
    expect(await rows()).toEqual([
      ['孙', '2026-08', 'on_time', null],
      ['张', '2026-07', 'on_time', null],
      ['张', '2026-08', 'late', 1],
      ['李', '2026-08', 'missing', 28],
      ['王', '2026-07', 'on_time', null],
    ]);
  });
  it('on the due day what is not there is pending; a state lists its rows alone', async () => {
    expect(await rows({ as_of: '2026-08-03', state: ['pending'] })).toEqual([
      ['张', '2026-08', 'pending', null],
      ['李', '2026-08', 'pending', null],
    ]);
    expect(await rows({ state: ['late', 'missing'] })).toHaveLength(2);
    expect(await rows({ period: '2026-07' })).toHaveLength(2);
    expect(await rows({ owner: ['李'] })).toHaveLength(1);
  });
});

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
  });
  afterAll(() => w.close());
  it.each(['department', 'owner', 'region', 'grade'] as const)(
    'by %s the groups add up to the whole',
    async (by) => {
      const ctx = contextOf(w);
      const [all] = await completeness.run(ctx, { as_of: asOf, by: 'none' });
      const groups = await completeness.run(ctx, { as_of: asOf, by });
      for (const column of ['customers', 'complete', 'stale'] as const) {
        expect(
          groups.reduce((n, g) => n + g[column], 0),
          column,
        ).toBe(all?.[column]);
      }
      for (const g of groups.slice(0, 4)) {
        if (g.group === null) continue;
        const own = await completenessCustomers.run(ctx, { as_of: asOf, [by]: [g.group] });
        expect(own).toHaveLength(g.customers);
      }
    },
  );
});
