import fs from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demotionProblems, demotions } from '@/lib/reports/demotions';
import { quota } from '@/lib/reports/quota';
import { review } from '@/lib/reports/review';
import {
  type Deciding,
  decideCases,
  decideReview,
  revokeDecisions,
  roundsOf,
  signRound,
} from '@/lib/reports/review-round';
import { reportContext, rowsOf } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { openAgain } from '@/lib/work/review_rounds';
import { openWorkStore } from '@/lib/work/store';
import { tierDecisionsOf } from '@/lib/work/tier_decisions';
import { fill, type SmallTables, smallWarehouse } from '../support/golden';

const customer = (customer_id: string, tier: string | null = 'qualified', more = {}) => ({
  customer_id,
  name: `客户${customer_id}`,
  department: '一部',
  tier,
  admitted_on: '2025-01-01',
  ...more,
});
const incident = (customer_id: string, found_on: string, kind = 'breach') => ({
  incident_id: `I-${customer_id}-${found_on}`,
  customer_id,
  kind,
  occurred_on: found_on,
});

let w: Warehouse | undefined;
const open = async (tables: SmallTables) => {
  w = await smallWarehouse(tables);
  return w;
};
const warehouse = () => {
  if (!w) throw new Error('open one first');
  return w;
};
const context = () => reportContext(warehouse(), soleViewer, '2026-07-20');
async function clear() {
  if (!w) return;
  const { dir } = w;
  w.close();
  await (await openWorkStore(dir)).close();
  fs.rmSync(dir, { recursive: true, force: true });
  w = undefined;
}
afterEach(clear);

const at = (today: string, more: Partial<Deciding> = {}): Deciding => ({
  by: '陈总',
  today,
  effective_on: today,
  reason: null,
  ...more,
});
const H1 = '2026H1';
const rowOf = async (id: string) =>
  (await rowsOf(review, await context(), { period: H1 })).find((r) => r.customer_id === id);
const decide = async (customers: string[], tier: string | null = null, d: Deciding = at('2026-07-20')) =>
  decideReview(await context(), { period: H1, customers, tier }, d);
const sign = async (reason: string | null = null) =>
  signRound(await context(), { period: H1, department: '一部' }, { by: '陈总', today: '2026-07-20', reason });

describe('a review round', () => {
  beforeEach(() =>
    open({
      customers: [customer('A1', 'vip'), customer('A2', 'preferred'), customer('A3'), customer('A4', null)],
      incidents: [incident('A1', '2026-06-30'), incident('A2', '2026-01-01')],
    }),
  );

  it('accepts what is proposed and keeps who, when, and the figures of that time', async () => {
    await decide(['A1', 'A2', 'A3', 'A4']);
    expect(await rowOf('A1')).toMatchObject({
      proposal: 'demote',
      decision: 'accepted',
      decided_tier: (await rowOf('A1'))?.proposed_tier,
      decided_by: '陈总',
      decided_on: '2026-07-20',
    });
    expect(await rowOf('A4')).toMatchObject({ decision: 'accepted', decided_tier: null });
    const store = await openWorkStore(warehouse().dir);
    expect(await tierDecisionsOf(store, 'A1')).toMatchObject([
      { period: H1, proposal: 'demote', tier_before: 'vip', figures: { problems: 1, reputation: '75.00' } },
    ]);
  });

  it('overrides with a reason only, and knows an override from an acceptance by the tier', async () => {
    await expect(decide(['A3'], 'vip')).rejects.toThrow('Give the reason');
    expect((await rowOf('A3'))?.decision).toBeNull();
    await decide(['A2', 'A3'], 'qualified', at('2026-07-20', { reason: '会议纪要' }));
    expect([(await rowOf('A2'))?.decision, (await rowOf('A3'))?.decision]).toEqual(['accepted', 'accepted']);
    await decide(['A3'], 'preferred', at('2026-07-20', { reason: '会议纪要' }));
    expect(await rowOf('A3')).toMatchObject({ decision: 'overridden', decided_tier: 'preferred' });
  });

  it('cannot be decided before the half-year is over, nor for who is not reviewed', async () => {
    await expect(decide(['A1'], null, at('2026-06-29'))).rejects.toThrow('not over yet');
    await expect(decide(['A1', 'X'])).rejects.toThrow('not in this review');
    await decide(['A1'], null, at('2026-06-30'));
  });

  it('counts by department what is decided, and is over its term 30 days after the half-year', async () => {
    await decide(['A1']);
    const first = await roundsOf(await context(), H1, '2026-07-30');
    expect(first).toMatchObject({
      deadline: '2026-07-30',
      daysOver: 0,
      rounds: [{ reviewed: 4, decided: 1 }],
    });
    expect((await roundsOf(await context(), H1, '2026-07-31')).daysOver).toBe(1);
  });

  it('is signed only when everybody is decided, rests then, and can be opened again with a reason', async () => {
    await decide(['A1', 'A2', 'A3']);
    await expect(sign()).rejects.toThrow('1 customers are undecided');
    await decide(['A4']);
    await sign();
    await expect(sign()).rejects.toThrow('signed off already');
    await expect(decide(['A1'])).rejects.toThrow('signed off');
    const id = (await rowOf('A1'))?.decision_id ?? 0;
    const revoke = async () =>
      revokeDecisions(await context(), [id], { by: '陈总', why: '申诉', today: '2026-07-21' });
    await expect(revoke()).rejects.toThrow('signed off');
    const store = await openWorkStore(warehouse().dir);
    const round = { period: H1, department: '一部' };
    await expect(openAgain(store, round, { by: '陈总', why: '' })).rejects.toThrow('Give the reason');
    expect(await openAgain(store, round, { by: '陈总', why: '申诉' })).toBe(true);
    expect(await revoke()).toBe(1);
    const { rounds, reopened } = await roundsOf(await context(), H1, '2026-07-21');
    expect(rounds).toMatchObject([{ decided: 3, signoff: null }]);
    expect(reopened).toMatchObject([{ withdrawn_why: '申诉' }]);
  });

  it('asks why a quota is over before it is signed', async () => {
    await decide(['A1', 'A2', 'A4']);
    await decide(['A3'], 'vip', at('2026-07-20', { reason: '总部指定' }));
    // A base of 4 has no VIP place at 15 %.
    const { rounds } = await roundsOf(await context(), H1, '2026-07-20');
    expect(rounds[0]?.excess).toEqual([{ tier: 'vip', base: 4, held: 1, places: 0 }]);
    await expect(sign()).rejects.toThrow('A quota is over');
    await sign('总部指定');
    expect((await roundsOf(await context(), H1, '2026-07-20')).rounds[0]?.signoff).toMatchObject({
      reason: '总部指定',
      excess: [{ tier: 'vip' }],
    });
  });

  it('changes no report of a past day and no figure of the half-year', async () => {
    const past = async () => [
      await rowsOf(quota, await context(), { as_of: '2026-07-19', by: 'department' as const }),
      await rowsOf(demotions, await context(), { as_of: '2026-07-19' }),
      (await rowsOf(review, await context(), { period: H1 })).map((r) => [r.tier, r.proposal, r.score]),
    ];
    const before = await past();
    const ids = await decide(['A1', 'A2', 'A3', 'A4']);
    expect(await past()).toEqual(before);
    const held = async (as_of: string) =>
      (await rowsOf(quota, await context(), { as_of, by: 'department' as const })).map((r) => r.held);
    const decided = await held('2026-07-20');
    await revokeDecisions(await context(), ids, { by: '陈总', why: '重来', today: '2026-07-25' });
    expect(await past()).toEqual(before);
    expect(await held('2026-07-24')).toEqual(decided);
    expect(await held('2026-07-25')).toEqual([1, 1]);
  });
});

describe('demotions', () => {
  beforeEach(() =>
    open({
      customers: [
        customer('V1', 'vip'),
        customer('V2', 'vip'),
        customer('V3', 'vip'),
        customer('P1', 'preferred'),
        customer('V4', 'vip', { admitted_on: '2026-07-20' }),
        customer('V5', 'vip'),
      ],
      incidents: [
        incident('V1', '2026-07-10'),
        incident('V2', '2026-06-20', 'crisis'),
        incident('P1', '2026-07-10'),
        incident('V4', '2026-07-20'),
        incident('V5', '2026-07-20'),
        incident('V3', '2025-12-31'),
      ],
      blacklist: [{ customer_id: 'V5', scope: 'company', listed_on: '2026-07-21', removed_on: '2026-07-25' }],
      tier_history: [{ customer_id: 'V3', tier: 'vip', effective_on: '2026-01-05' }],
    }),
  );
  const cases = async (as_of: string) =>
    (await rowsOf(demotions, await context(), { as_of })).map((r) => [
      r.customer_id,
      r.found_on,
      r.due_on,
      r.days_left,
      r.proposed_tier,
    ]);

  it('begin on the day on which a problem is found, for VIP alone, and count the 5 days', async () => {
    expect(await cases('2026-07-09')).toEqual([['V2', '2026-06-20', '2026-06-25', -14, 'qualified']]);
    expect(await cases('2026-07-10')).toContainEqual(['V1', '2026-07-10', '2026-07-15', 5, 'qualified']);
    expect(await cases('2026-07-16')).toContainEqual(['V1', '2026-07-10', '2026-07-15', -1, 'qualified']);
  });

  it('include who is admitted on the day, and leave out who is blacklisted on it until it is removed', async () => {
    const ids = async (day: string) => (await cases(day)).map((c) => c[0]);
    expect(await ids('2026-07-20')).toEqual(['V2', 'V1', 'V4', 'V5']);
    expect(await ids('2026-07-21')).toEqual(['V2', 'V1', 'V4']);
    expect(await ids('2026-07-24')).toEqual(['V2', 'V1', 'V4']);
    expect(await ids('2026-07-25')).toEqual(['V2', 'V1', 'V4', 'V5']);
  });

  it('end with a decision, come back with the next problem, and when the decision is revoked', async () => {
    const d = at('2026-07-20', { reason: '保留' });
    const [id = 0] = await decideCases(await context(), { customers: ['V1'], tier: 'vip' }, d);
    expect((await cases('2026-07-20')).map((c) => c[0])).not.toContain('V1');
    expect(await cases('2026-07-19')).toContainEqual(['V1', '2026-07-10', '2026-07-15', -4, 'qualified']);
    await fill(warehouse(), { incidents: [incident('V1', '2026-07-22')] });
    expect(await cases('2026-07-22')).toContainEqual(['V1', '2026-07-22', '2026-07-27', 5, 'qualified']);
    const problems = await rowsOf(demotionProblems, await context(), {
      as_of: '2026-07-22',
      customer_id: ['V1'],
    });
    expect(problems.map((p) => p.found_on)).toEqual(['2026-07-22']);
    await revokeDecisions(await context(), [id], { by: '陈总', why: '申诉', today: '2026-07-23' });
    expect(await cases('2026-07-23')).toContainEqual(['V1', '2026-07-10', '2026-07-15', -8, 'qualified']);
  });

  it('found in the half-year under review are decided in that review', async () => {
    await decideCases(await context(), { customers: ['V1', 'V2'], tier: null }, at('2026-07-20'));
    expect((await rowOf('V2'))?.decision).toBe('accepted');
    expect((await rowOf('V1'))?.decision).toBeNull();
    await expect(
      decideCases(await context(), { customers: ['V3'], tier: null }, at('2026-07-20')),
    ).rejects.toThrow('no open case');
  });

  it('judge a half-year that runs within a month by its days alone', async () => {
    await fill(warehouse(), {
      ledger: [
        { entry_id: 'E1', customer_id: 'V1', kind: 'sale', date: '2026-07-12', amount: 10 },
        { entry_id: 'E2', customer_id: 'V2', kind: 'sale', date: '2026-07-13', amount: 20 },
      ],
    });
    const score = async (as_of: string) =>
      (await rowsOf(demotions, await context(), { as_of })).find((r) => r.customer_id === 'V1')?.score;
    // A base of 5, none smaller; on the 12th the other 4 are: a quarter of 80 and of a month in 12 more.
    expect([await score('2026-07-11'), await score('2026-07-12')]).toEqual(['43.75', '65.83']);
    expect(await score('2026-07-13')).toBe('60.83');
  });
});

describe('after every signed round', () => {
  it('no department is over a quota unless a reason is recorded', async () => {
    const tier = fc.constantFrom('vip', 'preferred', 'qualified', null);
    const choice = fc.constantFrom('vip', 'preferred', 'qualified', null);
    const people = fc.array(fc.record({ tier, problem: fc.boolean(), choice }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(people, async (all) => {
        try {
          await open({
            customers: all.map((p, i) => customer(`C${i}`, p.tier)),
            incidents: all.flatMap((p, i) => (p.problem ? [incident(`C${i}`, '2026-03-01')] : [])),
          });
          for (const [i, p] of all.entries()) {
            await decide([`C${i}`], p.choice, at('2026-07-20', { reason: '评审会' }));
          }
          await sign().catch(() => sign('评审会认可'));
          const over = (
            await rowsOf(quota, await context(), { as_of: '2026-07-20', by: 'department' as const })
          ).some((q) => q.status === 'over');
          const { rounds } = await roundsOf(await context(), H1, '2026-07-20');
          expect(rounds[0]?.signoff?.reason ?? null).toBe(over ? '评审会认可' : null);
          expect((rounds[0]?.signoff?.excess.length ?? 0) > 0).toBe(over);
        } finally {
          await clear();
        }
      }),
      { numRuns: 8, seed: 20261122 },
    );
  });
});
