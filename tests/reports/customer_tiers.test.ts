import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerTiers } from '@/lib/reports/customer_tiers';
import { quotaCustomers } from '@/lib/reports/quota-detail';
import { review } from '@/lib/reports/review';
import { reviewEligibility } from '@/lib/reports/review-eligibility';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf, rowsFor, viewerOf } from './quota_support';

const D = '2026-06-30';
const customer = (customer_id: string, more: Record<string, string | number> = {}) => ({
  customer_id,
  name: customer_id,
  department: '一部',
  tier: 'qualified',
  admitted_on: '2025-01-01',
  ...more,
});

const tables: SmallTables = {
  customers: [
    customer('A1'),
    customer('A2', { institution_class: '三级甲等' }),
    customer('A3', { beds: 300, specialty: '骨科' }),
  ],
  tier_history: [
    { customer_id: 'A1', tier: 'vip', effective_on: '2025-03-01', period: '2024H2', score: 91.5 },
    { customer_id: 'A1', tier: 'preferred', effective_on: D, reason: '迟付' },
    { customer_id: 'A1', tier: 'qualified', effective_on: '2026-07-01' },
  ],
};

describe('how a customer came to its tier', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse(tables);
  });
  afterAll(() => w.close());

  it('tells the decisions up to the day, the latest first, each with its line', async () => {
    const rows = await rowsFor(customerTiers, contextOf(w), { as_of: D, customer_id: 'A1' });
    expect(rows.map((r) => [r.effective_on, r.tier, r.score, r.reason, r.made_in, r.source_line])).toEqual([
      [D, 'preferred', null, '迟付', 'history', 3],
      ['2025-03-01', 'vip', '91.50', null, 'history', 2],
    ]);
  });
  it('the first of them is the tier that holds a place', async () => {
    const [held] = await rowsFor(quotaCustomers, contextOf(w), { as_of: D });
    expect(held).toMatchObject({
      customer_id: 'A1',
      tier: 'preferred',
      tier_from: 'decision',
      tier_since: D,
    });
  });
  it('has no rows for a tier that comes from the register, or out of sight', async () => {
    expect(await rowsFor(customerTiers, contextOf(w), { as_of: D, customer_id: 'A2' })).toEqual([]);
    const ctx = contextOf(w, [], viewerOf({ departments: ['二部'] }));
    expect(await rowsFor(customerTiers, ctx, { as_of: D, customer_id: 'A1' })).toEqual([]);
  });
  it('what makes eligible agrees with the review', async () => {
    const reviews = await rowsFor(review, contextOf(w), { period: '2026H1' });
    expect(reviews.map((r) => [r.customer_id, r.eligible])).toEqual([
      ['A1', null],
      ['A2', 'vip'],
      ['A3', 'vip'],
    ]);
    const tests = (customer_id: string) =>
      rowsFor(reviewEligibility, contextOf(w), { period: '2026H1', customer_id, department: '一部' });
    expect((await tests('A2')).filter((t) => t.met && t.tier === 'vip').map((t) => t.criterion)).toEqual([
      'clean',
      'class',
    ]);
    expect((await tests('A3')).find((t) => t.tier === 'vip' && t.criterion === 'beds')).toMatchObject({
      value: '300',
      bound: '300',
      met: true,
    });
    expect(await tests('A9')).toEqual([]);
  });
});
