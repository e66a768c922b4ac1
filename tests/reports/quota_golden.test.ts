import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quota } from '@/lib/reports/quota';
import { quotaCustomers } from '@/lib/reports/quota-detail';
import { receivables } from '@/lib/reports/receivables';
import { receivableEntries, receivableSales } from '@/lib/reports/receivables-detail';
import { review } from '@/lib/reports/review';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { contextOf, expectGolden, goldenRows, rowsFor } from './quota_support';

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
  });
  afterAll(() => w.close());

  it.each(['department', 'product'])('has the quotas by %s of 2026-08-31, cell by cell', async (by) => {
    const rows = await rowsFor(quota, contextOf(w), { as_of: '2026-08-31', by });
    expectGolden(rows, goldenRows(`quota.as_of=2026-08-31.by=${by}`));
  });

  it('has the balances of 2026-08-31, cell by cell', async () => {
    const rows = await rowsFor(receivables, contextOf(w), { as_of: '2026-08-31' });
    expectGolden(rows, goldenRows('receivables.as_of=2026-08-31'));
  });

  it('has the review of 2026H1, cell by cell', async () => {
    const rows = await rowsFor(review, contextOf(w), { period: '2026H1' });
    expectGolden(rows, goldenRows('review.period=2026H1'));
  });

  it.each(['2025-11-17', '2026-08-31'])(
    'opens the receivables of %s into sales and entries that add up',
    async (as_of) => {
      const ctx = contextOf(w);
      const cents = (values: string[]) => values.reduce((sum, v) => sum + Math.round(Number(v) * 100), 0);
      for (const row of await rowsFor(receivables, ctx, { as_of })) {
        const sales = await rowsFor(receivableSales, ctx, { as_of, customer_id: row.customer_id });
        const open = (from: number, to: number) =>
          cents(sales.filter((s) => s.days_overdue >= from && s.days_overdue <= to).map((s) => s.open));
        const shown = [row.not_due, row.d1_30, row.d31_60, row.d61_90, row.d91].map((v) => cents([v]));
        expect([row.customer_id, ...shown]).toEqual([
          row.customer_id,
          open(0, 0),
          open(1, 30),
          open(31, 60),
          open(61, 90),
          open(91, 1e6),
        ]);
        const entries = await rowsFor(receivableEntries, ctx, { as_of, customer_id: row.customer_id });
        expect(entries.at(-1)?.balance).toBe(row.balance);
      }
    },
  );

  it.each(['department', 'product', 'department_product'])(
    'opens each quota by %s into its customers',
    async (by) => {
      const ctx = contextOf(w);
      const as_of = '2026-08-31';
      for (const row of await rowsFor(quota, ctx, { as_of, by })) {
        const base = await rowsFor(quotaCustomers, ctx, { as_of, by, group: row.group ?? '' });
        const held = await rowsFor(quotaCustomers, ctx, {
          as_of,
          by,
          group: row.group ?? '',
          tier: row.tier,
        });
        expect([base.length, held.length]).toEqual([row.base, row.held]);
      }
    },
  );
});
