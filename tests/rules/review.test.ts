import { describe, expect, it } from 'vitest';
import { parsePeriod } from '@/lib/rules/period';
import { NotInForceError, PolicyBook } from '@/lib/rules/policy';
import { cleanFrom, yearUpTo } from '@/lib/rules/review-period';
import { type Proposal, proposalsOf, type ReviewFacts } from '@/lib/rules/review-proposals';
import { type ScoreFacts, scoreOf } from '@/lib/rules/review-score';

const policy = new PolicyBook().on('2026-06-30');

describe('the score (R-02)', () => {
  const facts: ScoreFacts = {
    smaller: 0,
    base: 4,
    due: 0,
    on_time: 0,
    incidents: 0,
    months_with_sale: 0,
  };
  const score = (f: Partial<ScoreFacts>, p = policy) => scoreOf({ ...facts, ...f }, p);

  it('ranks by the share of the base with smaller sales: 38 of 86 are 44.19', () => {
    expect(score({ smaller: 38, base: 86 }).volume).toBe('44.19');
  });
  it('gives 100 for receivables where nothing was due, else the share in time: 1 yuan of 3 is 33.33', () => {
    expect(score({}).receivables).toBe('100.00');
    expect(score({ due: 300, on_time: 100 }).receivables).toBe('33.33');
  });
  it('takes 25 for each incident, and stops at 0 with the fourth', () => {
    expect([1, 4, 5].map((incidents) => score({ incidents }).reputation)).toEqual(['75.00', '0.00', '0.00']);
  });
  it('counts months with a sale in twelfths: 1 is 8.33, 12 are 100', () => {
    expect([1, 12].map((months_with_sale) => score({ months_with_sale }).loyalty)).toEqual([
      '8.33',
      '100.00',
    ]);
  });
  it('weighs the rounded measures and rounds half up: (25 + 100 + 100 + 8.33) / 4 = 58.3325 gives 58.33', () => {
    expect(score({ smaller: 1, months_with_sale: 1 }).score).toBe('58.33');
    // (0.02 + 100 + 100 + 0) / 4 = 50.005: half goes up.
    expect(score({ smaller: 1, base: 5000 }).score).toBe('50.01');
  });
  it('takes weights that do not add up to 1 as proportions', () => {
    const own = {
      ...policy,
      'review.weight_volume': '0.5',
      'review.weight_loyalty': '0',
      'review.weight_reputation': '0',
      'review.weight_receivables': '0.25',
    };
    expect(score({ smaller: 1 }, own).score).toBe('50.00');
  });
  it('refuses weights that are all 0', () => {
    const none = {
      ...policy,
      'review.weight_volume': '0',
      'review.weight_loyalty': '0',
      'review.weight_reputation': '0',
      'review.weight_receivables': '0',
    };
    expect(() => score({}, none)).toThrow('weights');
  });
  it('is not given for a day before the policy is in force', () => {
    expect(() => score({}, new PolicyBook().on('1999-12-31'))).toThrow(NotInForceError);
  });
});

describe('spans (R-04, T-05)', () => {
  it('has 12 calendar months up to a month’s end', () => {
    expect([yearUpTo('2026-06-30'), yearUpTo('2024-02-29'), yearUpTo('2026-08-15')]).toEqual([
      '2025-07-01',
      '2023-03-01',
      '2025-08-16',
    ]);
  });
  it('looks back for a clean record as far as the company wants', () => {
    const h1 = parsePeriod('2026H1');
    if (!h1) throw new Error('2026H1 is a period');
    expect((['period', '12_months', 'ever'] as const).map((r) => cleanFrom(h1, r))).toEqual([
      '2026-01-01',
      '2025-07-01',
      '0001-01-01',
    ]);
  });
});

describe('proposals (R-05 to R-09)', () => {
  const facts = (customer_id: string, f: Partial<ReviewFacts> = {}): ReviewFacts => ({
    customer_id,
    tier: 'qualified',
    net_sales: '0.00',
    net_sales_12m: '1.00',
    score: '50.00',
    problems: 0,
    clean: (f.problems ?? 0) === 0,
    grave_incidents: 0,
    listing_incidents: 0,
    first_found_on: null,
    oldest_overdue_on: null,
    institution_class: null,
    specialty: null,
    beds: null,
    ...f,
  });
  const crowd = (n: number) => Array.from({ length: n }, (_, i) => facts(`X${String(i).padStart(3, '0')}`));
  const propose = (...base: ReviewFacts[]) => {
    const proposals = proposalsOf(base, policy);
    return new Map(base.map((f, i) => [f.customer_id, proposals[i]]));
  };
  const one = (f: Partial<ReviewFacts>, others = 19): Proposal | undefined =>
    propose(facts('C1', f), ...crowd(others)).get('C1');
  const late = { problems: 1, first_found_on: '2026-03-10' };
  const big = { net_sales_12m: '2000000.00', score: '90.00' };

  it('demote a VIP with a problem to preferred from a score of 60, below it to qualified', () => {
    expect(one({ tier: 'vip', ...late, score: '60.00' })).toMatchObject({
      proposal: 'demote',
      proposed_tier: 'preferred',
    });
    expect(one({ tier: 'vip', ...late, score: '59.99' })).toMatchObject({
      proposal: 'demote',
      proposed_tier: 'qualified',
    });
  });
  it('demote a VIP to qualified after a crisis, whatever the score', () => {
    expect(one({ tier: 'vip', ...late, score: '99.00', grave_incidents: 1 })?.proposed_tier).toBe(
      'qualified',
    );
  });
  it('are due 5 days after the problem was found, for VIP only; the day of finding is told of everybody', () => {
    expect(one({ tier: 'vip', ...late })).toMatchObject({ found_on: '2026-03-10', due_on: '2026-03-15' });
    expect(one({ tier: 'qualified', ...late })).toMatchObject({
      proposal: 'keep',
      found_on: '2026-03-10',
      due_on: null,
    });
  });
  it('date a problem from before the period by the day after its oldest due date', () => {
    expect(one({ tier: 'vip', problems: 1, oldest_overdue_on: '2025-11-30' })).toMatchObject({
      found_on: '2025-12-01',
      due_on: '2025-12-06',
    });
    expect(
      one({ tier: 'vip', problems: 2, first_found_on: '2026-03-10', oldest_overdue_on: '2025-11-30' })
        ?.found_on,
    ).toBe('2026-03-10');
  });
  it('demote a preferred customer with a problem to qualified', () => {
    expect(one({ tier: 'preferred', ...late, score: '99.00' })).toMatchObject({
      proposal: 'demote',
      proposed_tier: 'qualified',
      due_on: null,
    });
  });
  it('propose the company blacklist for a major loss or damage to reputation', () => {
    expect([one({ listing_incidents: 1, ...late }), one(late)].map((p) => p?.blacklist_proposed)).toEqual([
      true,
      false,
    ]);
  });
  it('promote from a score of 80 on', () => {
    expect(one({ ...big, score: '80.00' })).toMatchObject({
      eligible: 'vip',
      proposal: 'promote',
      proposed_tier: 'vip',
    });
    expect(one({ ...big, score: '79.99' })).toMatchObject({
      eligible: 'vip',
      proposal: 'keep',
      proposed_tier: 'qualified',
    });
  });
  it('give no VIP place in a base of 6, so the place below is taken', () => {
    expect(one(big, 5)).toMatchObject({ eligible: 'vip', proposal: 'promote', proposed_tier: 'preferred' });
    expect(one({ ...big, tier: 'preferred' }, 5)).toMatchObject({
      proposal: 'waiting',
      proposed_tier: 'preferred',
    });
  });
  it('leave one waiting where neither tier has a place', () => {
    expect(one(big, 2)).toMatchObject({ proposal: 'waiting', proposed_tier: 'qualified' });
  });
  it('go by score, then net sales, then number: of four for three places the last waits', () => {
    const base = [
      facts('C4', { ...big, tier: 'preferred' }),
      facts('C3', { ...big, tier: 'preferred' }),
      facts('C2', { ...big, tier: 'preferred', net_sales: '5.00' }),
      facts('C1', { ...big, tier: 'preferred', score: '90.01' }),
      ...crowd(16),
    ];
    const result = propose(...base);
    expect(['C1', 'C2', 'C3', 'C4'].map((c) => result.get(c)?.proposal)).toEqual([
      'promote',
      'promote',
      'promote',
      'waiting',
    ]);
  });
  it('count a place that a demotion of this review frees', () => {
    const vips = ['V1', 'V2', 'V3'].map((v) => facts(v, { ...big, tier: 'vip', score: '50.00' }));
    const waiting = propose(facts('C1', { ...big, tier: 'preferred' }), ...vips, ...crowd(16));
    expect(waiting.get('C1')?.proposal).toBe('waiting');
    const [first, ...rest] = vips;
    if (!first) throw new Error('three VIPs');
    const freed = propose(
      facts('C1', { ...big, tier: 'preferred' }),
      { ...first, ...late, clean: false },
      ...rest,
      ...crowd(16),
    );
    expect(freed.get('C1')).toMatchObject({ proposal: 'promote', proposed_tier: 'vip' });
  });
  it('free a place in the tier left for those later in the order, not for those before', () => {
    const full = (score: string) =>
      propose(
        facts('C1', { ...big, tier: 'preferred', score: '85.00' }),
        facts('C2', { net_sales_12m: '300000.00', score }),
        ...['P1', 'P2', 'P3', 'P4', 'P5'].map((p) =>
          facts(p, { tier: 'preferred', net_sales_12m: '300000.00' }),
        ),
        ...crowd(13),
      ).get('C2')?.proposal;
    expect([full('84.00'), full('86.00')]).toEqual(['promote', 'waiting']);
  });
  it('flag a VIP that is no longer eligible, or without net sales, where nothing else is wrong', () => {
    expect(one({ tier: 'vip', net_sales_12m: '999999.99' })?.flag).toBe('watch');
    expect(one({ tier: 'vip', net_sales_12m: '1000000.00' })?.flag).toBeNull();
    expect(one({ tier: 'preferred', institution_class: '三级甲等', net_sales_12m: '0.00' })?.flag).toBe(
      'watch',
    );
    expect(one({ tier: 'preferred', institution_class: '三级甲等', net_sales_12m: '0.01' })?.flag).toBeNull();
    expect(one({ tier: 'vip', net_sales_12m: '0.00', ...late })?.flag).toBeNull();
    expect(one({ tier: 'qualified', net_sales_12m: '0.00' })?.flag).toBeNull();
  });
  it('promote a customer without a tier like any other', () => {
    expect(one({ ...big, tier: null })).toMatchObject({ proposal: 'promote', proposed_tier: 'vip' });
  });
});
