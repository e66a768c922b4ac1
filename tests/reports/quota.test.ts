import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quota } from '@/lib/reports/quota';
import { quotaCustomers } from '@/lib/reports/quota-detail';
import { NotInForceError } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf, ownValue, rowsFor, viewerOf } from './quota_support';

const D = '2026-06-30';
const customer = (customer_id: string, more: Record<string, string | null> = {}) => ({
  customer_id,
  name: `客户${customer_id}`,
  department: '一部',
  region: '东',
  owner: '张三',
  grade: 'A',
  tier: 'qualified',
  admitted_on: '2025-01-01',
  ...more,
});
const sale = (entry_id: string, customer_id: string, date: string, product: string | null) => ({
  entry_id,
  customer_id,
  date,
  product,
  kind: 'sale',
  amount: 100,
});

/** One department of 10 in the base, 2 of them VIP, and everybody who is outside it. */
const tables: SmallTables = {
  customers: [
    customer('C01', { tier: 'vip', region: '西' }),
    customer('C02', { tier: 'qualified' }),
    customer('C03', { tier: 'preferred', owner: '李四', grade: 'K' }),
    ...['C04', 'C05', 'C06', 'C07'].map((id) => customer(id)),
    customer('C08', { admitted_on: D }),
    customer('C09'),
    customer('C10'),
    customer('N1', { admitted_on: '2026-07-01', tier: 'vip' }),
    customer('N2', { admitted_on: null, tier: 'vip' }),
    customer('N3', { tier: 'vip' }),
    customer('N4', { tier: 'vip' }),
    customer('N5', { kind: 'retail', tier: 'vip' }),
    customer('N6', { kind: 'affiliate', tier: 'vip' }),
    customer('E1', { department: '二部', admitted_on: null }),
    customer('Z1', { department: null }),
  ],
  blacklist: [
    { customer_id: 'N3', scope: 'company', listed_on: D },
    {
      customer_id: 'N4',
      scope: 'department',
      department: '一部',
      listed_on: '2026-01-01',
      removed_on: '2026-07-01',
    },
    { customer_id: 'C09', scope: 'department', department: '一部', listed_on: '2026-01-01', removed_on: D },
    { customer_id: 'C10', scope: 'department', department: '二部', listed_on: '2026-01-01' },
    { customer_id: 'C10', scope: 'company', listed_on: '2026-07-01' },
  ],
  tier_history: [
    { customer_id: 'C02', tier: 'vip', effective_on: '2024-06-01' },
    { customer_id: 'C03', tier: 'qualified', effective_on: '2025-03-01' },
    { customer_id: 'C03', tier: 'preferred', effective_on: D },
    { customer_id: 'C04', tier: 'vip', effective_on: '2026-07-01' },
  ],
  ledger: [
    sale('S1', 'C01', '2025-07-01', '轮椅'),
    sale('S2', 'C02', '2025-06-30', '轮椅'),
    sale('S3', 'C03', D, '轮椅'),
    sale('S4', 'C03', D, '脚板'),
    sale('S5', 'C04', '2026-07-01', '轮椅'),
    sale('S6', 'N5', D, '轮椅'),
    sale('S7', 'Z1', D, null),
  ],
};

describe('quota', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse(tables);
  });
  afterAll(() => w.close());
  const rows = (given: Record<string, string | string[]> = {}, ctx = contextOf(w)) =>
    rowsFor(quota, ctx, { as_of: D, ...given });
  const short = async (...args: Parameters<typeof rows>) =>
    (await rows(...args)).map((r) => `${r.group} ${r.tier} ${r.held}/${r.base} ${r.status}`);

  it('counts who is admitted by the day, of kind trade and on no blacklist that day', async () => {
    // Removed from a list on the day, listed from the next day or by another department: in. Listed on the day: out.
    expect(await short({ department: '一部' })).toEqual(['一部 vip 2/10 over', '一部 preferred 1/10 ok']);
  });
  it('shows a department without a base, and customers without a department last', async () => {
    expect(await short()).toEqual([
      '一部 vip 2/10 over',
      '一部 preferred 1/10 ok',
      '二部 vip 0/0 none',
      '二部 preferred 0/0 none',
      'null vip 0/1 full',
      'null preferred 0/1 full',
    ]);
  });
  it('takes the latest decision by the day, also one from before admission, else the register', async () => {
    const held = await rowsFor(quotaCustomers, contextOf(w), { as_of: D, tier: ['vip', 'preferred'] });
    expect(held.map((r) => [r.customer_id, r.tier, r.tier_from, r.tier_since])).toEqual([
      ['C01', 'vip', 'register', null],
      ['C02', 'vip', 'decision', '2024-06-01'],
      ['C03', 'preferred', 'decision', D],
    ]);
    expect(await short({ as_of: '2026-06-29', tier: 'preferred', department: '一部' })).toEqual([
      '一部 preferred 0/9 ok',
    ]);
  });
  it('changes no base by region, owner, grade or tier: they choose groups and rows', async () => {
    expect(await short({ region: '西', tier: 'vip' })).toEqual(['一部 vip 2/10 over']);
    expect(await short({ owner: '李四', tier: 'vip' })).toEqual(['一部 vip 2/10 over']);
    expect(await short({ grade: 'K', tier: 'preferred' })).toEqual(['一部 preferred 1/10 ok']);
    expect(await short({ region: '北' })).toEqual([]);
  });
  it('shows a viewer of one department that department alone, counted whole', async () => {
    const viewer = viewerOf({ departments: ['一部'] });
    expect(await short({}, contextOf(w, [], viewer))).toEqual([
      '一部 vip 2/10 over',
      '一部 preferred 1/10 ok',
    ]);
    const seen = await rowsFor(quotaCustomers, contextOf(w, [], viewer), { as_of: D });
    expect(new Set(seen.map((r) => r.department))).toEqual(new Set(['一部']));
    expect(await short({}, contextOf(w, [], viewerOf({ owners: ['王五'] })))).toEqual([]);
  });
  it('counts by product the buyers of the 365 days up to the day, and only warns', async () => {
    // Sold on 2025-07-01: in; the day before, the day after the end, and to retail: out.
    expect(await short({ by: 'product' })).toEqual([
      '脚板 vip 0/1 full',
      '脚板 preferred 1/1 warning',
      '轮椅 vip 1/2 warning',
      '轮椅 preferred 1/2 warning',
      'null vip 0/1 full',
      'null preferred 0/1 full',
    ]);
    expect(await short({ by: 'product', product: '脚板', tier: 'vip' })).toEqual(['脚板 vip 0/1 full']);
  });
  it('counts by department and product, those without either last', async () => {
    expect((await rows({ by: 'department_product', tier: 'vip' })).map((r) => r.group)).toEqual([
      '一部 / 脚板',
      '一部 / 轮椅',
      null,
    ]);
  });
  it('takes the limit in force on the day', async () => {
    const ctx = contextOf(w, [ownValue('quota.vip', '0.2', '2026-06-30')]);
    expect(await short({ department: '一部', tier: 'vip' }, ctx)).toEqual(['一部 vip 2/10 full']);
    expect(await short({ department: '一部', tier: 'vip', as_of: '2026-06-29' }, ctx)).toEqual([
      '一部 vip 3/9 over',
    ]);
  });
  it('answers with an error before any limit is in force', async () => {
    await expect(rows({ as_of: '1999-12-31' })).rejects.toThrow(NotInForceError);
  });
});
