import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quotaSolution, quotaSolutions, solutionKey } from '@/lib/reports/quota_solution';
import { takeBack, takeOver, type Wanted } from '@/lib/reports/quota_takeover';
import { review } from '@/lib/reports/review';
import { type Deciding, decideReview, signRound } from '@/lib/reports/review-round';
import { reportContext, rowsOf } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import { jobOf, startJob } from '@/lib/solve/jobs';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { openWorkStore } from '@/lib/work/store';
import { smallWarehouse } from '../support/golden';

const H1 = '2026H1';
const TODAY = '2026-07-20';
const question = { period: H1, goal: 'score', holders: 'keep', promotions: 'yes' } as const;
const choice = { ...question, alternative: '0' } as const;
const customer = (customer_id: string, tier: string, department = '一部') => ({
  customer_id,
  name: `客户${customer_id}`,
  department,
  tier,
  admitted_on: '2025-01-01',
});
const at = (more: Partial<Deciding> = {}): Deciding => ({
  by: '陈总',
  today: TODAY,
  effective_on: '2026-08-01',
  reason: '名额求解',
  ...more,
});

/** 20 customers have 3 places for VIP, five hold them: one falls for its incident, one more must. */
describe('the choice of the solver, taken over', () => {
  let w: Warehouse;
  beforeEach(async () => {
    w = await smallWarehouse({
      customers: [
        ...['V1', 'V2', 'V3', 'V4', 'V5'].map((id) => customer(id, 'vip')),
        ...Array.from({ length: 15 }, (_, i) => customer(`Q${i + 1}`, 'qualified')),
        customer('Z1', 'qualified', '二部'),
      ],
      ledger: ['V1', 'V2', 'V3', 'V4', 'V5'].map((id, i) => ({
        entry_id: `S${id}`,
        customer_id: id,
        date: '2026-03-01',
        kind: 'sale',
        amount: (10 - i) * 1000,
      })),
      incidents: [{ incident_id: 'I1', customer_id: 'V1', kind: 'crisis', occurred_on: '2026-02-01' }],
    });
    await solve();
  });
  afterEach(async () => {
    w.close();
    await (await openWorkStore(w.dir)).close();
    fs.rmSync(w.dir, { recursive: true, force: true });
  });
  const context = () => reportContext(w, soleViewer, TODAY);
  const solve = async () => {
    const ctx = await context();
    const key = solutionKey(ctx, question);
    startJob(key, () => rowsOf(quotaSolutions, ctx, question));
    await expect.poll(() => jobOf(key)?.state, { timeout: 30_000, interval: 20 }).toBe('done');
  };
  const take = async (wanted: Wanted, d = at()) => takeOver(await context(), choice, wanted, d);
  const reviewed = async () => rowsOf(review, await context(), { period: H1 });
  const standing = async () =>
    (await reviewed()).flatMap((r) =>
      r.decision ? [`${r.customer_id} ${r.decision} ${r.decided_tier}`] : [],
    );

  it('accepts where the review proposes the same, overrides with the reason else, of one department', async () => {
    const solution = await rowsOf(quotaSolution, await context(), choice);
    const made = await take({ department: '一部' });
    expect(made).toMatchObject({ left: 0, accepted: 19, overridden: 1 });
    expect(made.ids).toHaveLength(20);
    const rows = await reviewed();
    expect(rows.map((r) => [r.customer_id, r.decided_tier])).toEqual(
      rows.map((r) => [
        r.customer_id,
        r.department === '一部' ? solution.find((s) => s.customer_id === r.customer_id)?.solved_tier : null,
      ]),
    );
    expect(rows.find((r) => r.customer_id === 'V5')).toMatchObject({
      decision: 'overridden',
      decided_tier: 'preferred',
      decided_by: '陈总',
      decided_on: TODAY,
      effective_on: '2026-08-01',
    });
    expect(rows.find((r) => r.customer_id === 'V1')).toMatchObject({ decision: 'accepted' });
  });

  it('leaves alone who is decided already, and says how many; a second time there is nobody left', async () => {
    await decideReview(await context(), { period: H1, customers: ['V5'], tier: 'vip' }, at());
    await expect(take({ customers: ['V1', 'V5'] })).rejects.toThrow('Solve again');
    await solve();
    expect(await take({ customers: ['V1', 'V5'] })).toMatchObject({ accepted: 1, overridden: 0, left: 1 });
    expect(await standing()).toEqual(['V1 accepted qualified', 'V5 accepted vip']);
    await expect(take({ customers: ['V1', 'V5'] })).rejects.toThrow('All 2 of them are decided');
  });

  it('is taken back in one, and what was found stays found through both', async () => {
    const { ids } = await take({ department: '一部' });
    const d = { by: '陈总', why: '重来', today: TODAY };
    expect(await takeBack(await context(), choice, ids, d)).toBe(20);
    expect(await standing()).toEqual([]);
    expect(await take({ department: '一部' })).toMatchObject({ accepted: 19, overridden: 1 });
  });

  it('asks for a reason where one is overridden, for a name, and for a day that is not past', async () => {
    await expect(take({ customers: ['V5'] }, at({ reason: ' ' }))).rejects.toThrow('Give the reason');
    await expect(take({ customers: ['V5'] }, at({ by: '' }))).rejects.toThrow('Say who decides');
    await expect(take({ customers: ['V5'] }, at({ effective_on: '2026-07-19' }))).rejects.toThrow(
      'before the day of the decision',
    );
    await expect(take({ customers: ['V5', 'nobody'] })).rejects.toThrow('Solve again');
    expect(await standing()).toEqual([]);
    expect(await take({ customers: ['V1'] }, at({ reason: null }))).toMatchObject({ accepted: 1 });
  });

  it('is refused where the department is signed off', async () => {
    await take({ department: '一部' });
    await signRound(await context(), { period: H1, department: '一部' }, { ...at(), reason: '评审会' });
    await solve();
    await expect(take({ department: '一部' })).rejects.toThrow('The review 2026H1 of 一部 is signed off');
    expect(await take({ department: '二部' })).toMatchObject({ accepted: 1 });
  });
});
