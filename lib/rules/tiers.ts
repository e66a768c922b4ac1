/** Tiers and what makes a customer eligible for them. */
import { Decimal } from 'decimal.js';
import { compareDecimals } from './decimals';
import type { PolicyValues } from './parameters';

export type LimitedTier = 'vip' | 'preferred';
export type Tier = LimitedTier | 'qualified';

/** The tiers that have a limit, from the highest down. */
export const limitedTiers: readonly LimitedTier[] = ['vip', 'preferred'];

const ranks: Readonly<Record<string, number>> = { vip: 3, preferred: 2, qualified: 1 };

/** The higher the tier, the larger; a customer without a tier stands below all. */
export const tierRank = (tier: string | null): number => ranks[tier ?? ''] ?? 0;

const levels = '一二三';
const grades = '丙乙甲特';

/**
 * The higher the institution's class, the larger; null for what is no class. Short forms (三甲) rank as what they
 * stand for; a level alone ranks below all classes of its level, so 一级 is below 一级甲等.
 */
export function classRank(text: string | null): number | null {
  const m = /^([一二三])级?([特甲乙丙])?等?$/.exec(text ?? '');
  if (!m?.[1]) return null;
  return levels.indexOf(m[1]) * 10 + (m[2] ? grades.indexOf(m[2]) + 1 : 0);
}

export interface EligibilityFacts {
  /** Yuan. */
  net_sales_12m: string;
  institution_class: string | null;
  specialty: string | null;
  beds: number | null;
  /** No problem within what `review.clean_record` looks back over. */
  clean: boolean;
}

interface Bound {
  tier: LimitedTier;
  sales: string;
  rank: number;
  beds: number;
}

const boundsOf = (policy: PolicyValues): Bound[] =>
  limitedTiers.map((tier) => ({
    tier,
    sales: policy[`tier.${tier}_min_sales`],
    rank: classRank(policy[`tier.${tier}_min_class`]) ?? Number.POSITIVE_INFINITY,
    beds: policy[`tier.${tier}_min_beds`],
  }));

const rankOf = (facts: EligibilityFacts) => classRank(facts.institution_class) ?? Number.NEGATIVE_INFINITY;

/** The beds that count: those of a named specialty; null for all others. */
const bedsOf = (facts: EligibilityFacts, policy: PolicyValues): number | null =>
  facts.specialty !== null && policy['tier.bed_specialties'].includes(facts.specialty) ? facts.beds : null;

/**
 * R-04 (002 part 1, 2.2 a), 2.3 a)): a clean record, and sales, class or beds of a named specialty; bounds included.
 * @returns the tiers, of those with a limit, that a customer is eligible for, the highest first
 */
export function eligibility(policy: PolicyValues): (facts: EligibilityFacts) => LimitedTier[] {
  const bounds = boundsOf(policy);
  return (facts) => {
    if (!facts.clean) return [];
    const [rank, beds] = [rankOf(facts), bedsOf(facts, policy)];
    return bounds
      .filter(
        (b) =>
          rank >= b.rank ||
          (beds !== null && beds >= b.beds) ||
          compareDecimals(facts.net_sales_12m, b.sales) >= 0,
      )
      .map((b) => b.tier);
  };
}

export interface EligibilityTest {
  tier: LimitedTier;
  criterion: 'clean' | 'sales' | 'class' | 'beds';
  /** What the customer has; null where it has none, or none that counts. */
  value: string | null;
  /** The bound; null where there is none, as for a clean record. */
  bound: string | null;
  met: boolean;
}

/** R-04 one bound at a time: eligible for a tier is who meets `clean` and one of the other three. */
export function eligibilityTests(facts: EligibilityFacts, policy: PolicyValues): EligibilityTest[] {
  const beds = bedsOf(facts, policy);
  return boundsOf(policy).flatMap((b): EligibilityTest[] => [
    { tier: b.tier, criterion: 'clean', value: null, bound: null, met: facts.clean },
    {
      tier: b.tier,
      criterion: 'sales',
      value: facts.net_sales_12m,
      bound: new Decimal(b.sales).toFixed(2),
      met: compareDecimals(facts.net_sales_12m, b.sales) >= 0,
    },
    {
      tier: b.tier,
      criterion: 'class',
      value: facts.institution_class,
      bound: policy[`tier.${b.tier}_min_class`],
      met: rankOf(facts) >= b.rank,
    },
    {
      tier: b.tier,
      criterion: 'beds',
      value: beds === null ? null : String(beds),
      bound: String(b.beds),
      met: beds !== null && beds >= b.beds,
    },
  ]);
}
