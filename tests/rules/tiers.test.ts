import { describe, expect, it } from 'vitest';
import { PolicyBook } from '@/lib/rules/policy';
import { placesOf, quotaOf } from '@/lib/rules/quota';
import {
  classRank,
  type EligibilityFacts,
  eligibility,
  eligibilityTests,
  limitedTiers,
  tierRank,
} from '@/lib/rules/tiers';

const policy = new PolicyBook().on('2026-06-30');
const plain: EligibilityFacts = {
  net_sales_12m: '0.00',
  institution_class: null,
  specialty: null,
  beds: null,
  clean: true,
};
const vip = (facts: Partial<EligibilityFacts>) => eligibility(policy)({ ...plain, ...facts }).includes('vip');
const preferred = (facts: Partial<EligibilityFacts>) =>
  eligibility(policy)({ ...plain, ...facts }).includes('preferred');
const rank = (text: string) => classRank(text) ?? Number.NaN;

describe('places (Q-03)', () => {
  it('are 3 of 20 at 15 %, and 2 of 19', () => {
    expect([placesOf(20, '0.15'), placesOf(19, '0.15')]).toEqual([3, 2]);
  });
  it('are none of 6 customers for VIP, and one of 7', () => {
    expect([placesOf(6, '0.15'), placesOf(7, '0.15')]).toEqual([0, 1]);
    expect(quotaOf(6, 1, '0.15', true)).toMatchObject({ places: 0, headroom: -1, status: 'over' });
    expect(quotaOf(7, 1, '0.15', true)).toMatchObject({ places: 1, headroom: 0, status: 'full' });
  });
  it('are exact where binary floats are not: 29 % of 100 are 29', () =>
    expect(placesOf(100, '0.29')).toBe(29));
  it('are full at exactly 15.0 %, over with one more, ok with one less', () => {
    expect(quotaOf(20, 3, '0.15', true)).toEqual({
      limit: 0.15,
      places: 3,
      headroom: 0,
      share: 0.15,
      status: 'full',
    });
    expect(quotaOf(20, 4, '0.15', true)).toMatchObject({ headroom: -1, status: 'over' });
    expect(quotaOf(20, 2, '0.15', true)).toMatchObject({ headroom: 1, status: 'ok' });
  });
  it('are full at exactly 30.0 % of the preferred, over with one more, ok with one less', () => {
    expect(quotaOf(10, 3, '0.30', true)).toMatchObject({ places: 3, share: 0.3, status: 'full' });
    expect(quotaOf(10, 4, '0.30', true)).toMatchObject({ headroom: -1, status: 'over' });
    expect(quotaOf(10, 2, '0.30', true)).toMatchObject({ headroom: 1, status: 'ok' });
  });
  it('only warn about a product (Q-04)', () => {
    expect(quotaOf(20, 4, '0.15', false).status).toBe('warning');
    expect(quotaOf(20, 3, '0.15', false).status).toBe('full');
  });
  it('have no status and no share without a base', () => {
    expect(quotaOf(0, 0, '0.15', true)).toMatchObject({ places: 0, share: null, status: 'none' });
    expect(quotaOf(1, 0, '0.15', true)).toMatchObject({ places: 0, share: 0, status: 'full' });
  });
});

describe('institution classes (R-04)', () => {
  it('go from 三级特等 down to 一级丙等', () => {
    const down =
      '三级特等 三级甲等 三级乙等 三级丙等 二级甲等 二级乙等 二级丙等 一级甲等 一级乙等 一级丙等'.split(' ');
    expect(down.toSorted((a, b) => rank(b) - rank(a))).toEqual(down);
    expect(new Set(down.map(rank)).size).toBe(10);
  });
  it('know the short forms: 三甲 is 三级甲等, 二乙 is 二级乙等', () => {
    expect([rank('三甲'), rank('二乙'), rank('三级甲')]).toEqual([
      rank('三级甲等'),
      rank('二级乙等'),
      rank('三级甲等'),
    ]);
  });
  it('put 一级 alone below 一级甲等, and 二级 alone above it', () => {
    expect(rank('一级')).toBeLessThan(rank('一级甲等'));
    expect(rank('二级')).toBeGreaterThan(rank('一级甲等'));
  });
  it('are unknown elsewhere', () =>
    expect([classRank('未定级'), classRank(null), classRank('')]).toEqual([null, null, null]));
});

describe('eligibility (R-04)', () => {
  it('for VIP starts at 1,000,000 yuan of 12 months, for preferred at 300,000', () => {
    expect([vip({ net_sales_12m: '1000000.00' }), vip({ net_sales_12m: '999999.99' })]).toEqual([
      true,
      false,
    ]);
    expect([preferred({ net_sales_12m: '300000.00' }), preferred({ net_sales_12m: '299999.99' })]).toEqual([
      true,
      false,
    ]);
  });
  it('for VIP starts at 三级乙等, for preferred at 二级甲等', () => {
    expect([vip({ institution_class: '三级乙等' }), vip({ institution_class: '三级丙等' })]).toEqual([
      true,
      false,
    ]);
    expect([
      preferred({ institution_class: '二级甲等' }),
      preferred({ institution_class: '二级乙等' }),
    ]).toEqual([true, false]);
  });
  it('counts beds of 骨科 and 创伤 only: 300 for VIP, 100 for preferred', () => {
    expect([vip({ beds: 300, specialty: '骨科' }), vip({ beds: 299, specialty: '骨科' })]).toEqual([
      true,
      false,
    ]);
    expect(vip({ beds: 900, specialty: '综合' })).toBe(false);
    expect(vip({ beds: 900 })).toBe(false);
    expect([preferred({ beds: 100, specialty: '创伤' }), preferred({ beds: 99, specialty: '创伤' })]).toEqual(
      [true, false],
    );
  });
  it('needs a clean record, whatever the sales', () => {
    expect(vip({ net_sales_12m: '9000000.00', clean: false })).toBe(false);
  });
});

it('tiers stand vip, preferred, qualified, none', () => {
  expect(['vip', 'preferred', 'qualified', null].map(tierRank)).toEqual([3, 2, 1, 0]);
});

describe('eligibility one bound at a time (R-04)', () => {
  const met = (facts: Partial<EligibilityFacts>) =>
    eligibilityTests({ ...plain, ...facts }, policy)
      .filter((t) => t.met)
      .map((t) => `${t.tier} ${t.criterion}`);

  it('names the bound that decides, and the value that is held against it', () => {
    expect(met({ net_sales_12m: '300000.00' })).toEqual(['vip clean', 'preferred clean', 'preferred sales']);
    const [, sales] = eligibilityTests({ ...plain, net_sales_12m: '300000.00' }, policy);
    expect(sales).toEqual({
      tier: 'vip',
      criterion: 'sales',
      value: '300000.00',
      bound: '1000000.00',
      met: false,
    });
  });
  it('counts the beds of a named specialty, and no others', () => {
    expect(met({ beds: 300, specialty: '骨科' })).toContain('vip beds');
    expect(met({ beds: 299, specialty: '骨科' })).not.toContain('vip beds');
    expect(met({ beds: 300, specialty: '儿科' })).toEqual(['vip clean', 'preferred clean']);
  });
  it('says the same as the tiers: a clean record and one of the other three', () => {
    for (const clean of [true, false])
      for (const net_sales_12m of ['299999.99', '300000.00', '1000000.00'])
        for (const institution_class of [null, '二级甲等', '三级乙等']) {
          const facts = { ...plain, clean, net_sales_12m, institution_class };
          const tests = eligibilityTests(facts, policy);
          const tiers = limitedTiers.filter((tier) => {
            const own = tests.filter((t) => t.tier === tier && t.met).map((t) => t.criterion);
            return own.includes('clean') && own.length > 1;
          });
          expect(tiers).toEqual(eligibility(policy)(facts));
        }
  });
});
