/** What of a review is kept, and when it is read anew: counts without judging, figures after a decision. */
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewDecided } from '@/lib/queries/review';
import { forgetResults } from '@/lib/reports/cache';
import { periodNamed, review, reviewed } from '@/lib/reports/review';
import { changesLeft, countedBy, reviewCounts } from '@/lib/reports/review_counts';
import { reviewColumns } from '@/lib/reports/review_judged';
import { forgetMeasures, prepareMeasures } from '@/lib/reports/review_measures';
import { decideReview } from '@/lib/reports/review-round';
import { reportContext, rowsOf } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { openWorkStore } from '@/lib/work/store';
import { smallWarehouse } from '../support/golden';

const H1 = '2026H1';
const tiers = ['vip', 'preferred', 'qualified', null];
const customers = Array.from({ length: 40 }, (_, i) => ({
  customer_id: `C${String(i).padStart(2, '0')}`,
  name: `客户${i}`,
  department: ['一部', '二部', '三部', null][i % 4] ?? null,
  region: ['东', '西', null][i % 3] ?? null,
  owner: ['张三', '李四'][i % 2] ?? null,
  tier: tiers[(i >> 2) % 4] ?? null,
  kind: i === 39 ? 'retail' : 'trade',
  admitted_on: i === 38 ? '2026-07-01' : '2025-01-01',
}));
const ledger = customers.flatMap(({ customer_id }, i) =>
  Array.from({ length: i % 5 }, (_, n) => [
    {
      entry_id: `S${customer_id}${n}`,
      customer_id,
      kind: 'sale',
      date: `2026-0${n + 2}-1${n}`,
      amount: 1000 * i + n,
      due_on: `2026-0${n + 3}-01`,
    },
    ...(i % 3 === 0
      ? [
          {
            entry_id: `P${customer_id}${n}`,
            customer_id,
            kind: 'payment',
            date: `2026-0${n + 3}-0${1 + (i % 4)}`,
            amount: 1000 * i,
            settles: `S${customer_id}${n}`,
          },
        ]
      : []),
  ]).flat(),
);

let w: Warehouse;
beforeAll(async () => {
  w = await smallWarehouse({ customers, ledger: ledger.map((e) => ({ due_on: null, settles: null, ...e })) });
});
afterAll(async () => {
  const { dir } = w;
  w.close();
  await (await openWorkStore(dir)).close();
  fs.rmSync(dir, { recursive: true, force: true });
});
const context = () => reportContext(w, soleViewer, '2026-07-20');
const forget = () => {
  forgetResults();
  forgetMeasures();
};

describe('what is kept of a review', () => {
  it('gives the same rows whether a department or the whole company was read before', async () => {
    const ctx = await context();
    for (const department of [['一部'], ['二部', '三部']]) {
      forget();
      const alone = await rowsOf(review, ctx, { period: H1, department });
      forget();
      await prepareMeasures(ctx, periodNamed(H1));
      const prepared = await rowsOf(review, ctx, { period: H1, department });
      forget();
      const all = await rowsOf(review, ctx, { period: H1 });
      const after = await rowsOf(review, ctx, { period: H1, department });
      expect(prepared).toEqual(alone);
      expect(after).toEqual(alone);
      expect(all.filter((r) => department.includes(r.department ?? ''))).toEqual(alone);
    }
  });

  it('is counted without judging: by department and tier as the rows are, under every filter', async () => {
    const ctx = await context();
    for (const given of [
      {},
      { department: ['一部'] },
      { region: ['东'] },
      { owner: ['李四'], department: ['二部'] },
    ]) {
      const rows = await rowsOf(review, ctx, { period: H1, ...given });
      const counts = await reviewCounts(ctx, { period: H1, ...given });
      const by = (of: (r: { department: string | null; tier: string | null }) => string | null) => {
        const sums: Record<string, number> = {};
        for (const name of rows.map(of)) if (name !== null) sums[name] = (sums[name] ?? 0) + 1;
        return sums;
      };
      expect(rows.length).toBeGreaterThan(0);
      expect(counts.reduce((n, c) => n + c.reviewed, 0)).toBe(rows.length);
      expect(countedBy(counts, (c) => c.department)).toEqual(by((r) => r.department));
      expect(countedBy(counts, (c) => c.tier)).toEqual(by((r) => r.tier));
    }
  });

  it('stays after a decision on a half-year that is over, and is judged anew where the decision takes effect', async () => {
    const ctx = await context();
    const [h1, h2] = [periodNamed(H1), periodNamed('2026H2')];
    const before = await reviewed(ctx, h1, { department: ['一部'] });
    const judged = await reviewColumns(ctx, h1, ['一部']);
    const left = await changesLeft(ctx, H1);
    const changing = (await rowsOf(review, ctx, { period: H1 })).find((r) => r.proposal !== 'keep');
    const chosen = before.find((r) => r.tier === 'qualified')?.customer_id ?? '';
    const tierIn = async (period: typeof h1) =>
      (await reviewed(await context(), period, {})).find((r) => r.customer_id === chosen)?.tier;
    expect(await tierIn(h2)).toBe('qualified');
    const deciding = { by: '陈总', today: '2026-07-20', effective_on: '2026-07-20', reason: '会议纪要' };
    await decideReview(ctx, { period: H1, customers: [chosen], tier: 'vip' }, deciding);
    const after = await reviewed(await context(), h1, { department: ['一部'] });
    expect(after).toEqual(before);
    // It is not judged anew.
    expect(await reviewColumns(await context(), h1, ['一部'])).toBe(judged);
    expect([await tierIn(h1), await tierIn(h2)]).toEqual(['qualified', 'vip']);
    const row = (await rowsOf(review, await context(), { period: H1 })).find((r) => r.customer_id === chosen);
    expect(row).toMatchObject({ tier: 'qualified', decision: 'overridden', decided_tier: 'vip' });
    const decided = (await reviewCounts(await context(), { period: H1 })).reduce((n, c) => n + c.decided, 0);
    expect(decided).toBe(1);
    if (!changing) throw new Error('somebody is to rise or fall');
    await decideReview(
      await context(),
      { period: H1, customers: [changing.customer_id], tier: null },
      deciding,
    );
    expect(await changesLeft(await context(), H1)).toBe(left - 1);
  });

  it('is marked by what was decided by its end: a listing on that day, not one of the next, nor its later end', async () => {
    const mark = async (period_end: string) => (await reviewDecided(w, { period_end }))[0]?.mark;
    const listed = (columns: string) =>
      w.beside((c) =>
        c.run(
          `insert into decided.blacklist by name select 'C01' as customer_id, 'company' as scope, ${columns}`,
        ),
      );
    const days = ['2026-05-30', '2026-05-31', '2026-06-01'];
    const before = await Promise.all(days.map(mark));
    await listed("date '2026-05-31' as listed_on");
    const after = await Promise.all(days.map(mark));
    expect(after.map((m, i) => m === before[i])).toEqual([true, false, false]);
    await w.beside((c) => c.run("update decided.blacklist set removed_on = date '2026-06-01'"));
    const lifted = await Promise.all(days.map(mark));
    expect(lifted.map((m, i) => m === after[i])).toEqual([true, true, false]);
  });
});
