/** Tiers and what makes a customer eligible for them. */
import { Decimal } from 'decimal.js';
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

/**
 * R-04 (002 part 1, 2.2 a), 2.3 a)): a clean record, and sales, class or beds of a named specialty; bounds included.
 * @returns the tiers, of those with a limit, that a customer is eligible for, the highest first
 */
export function eligibility(policy: PolicyValues): (facts: EligibilityFacts) => LimitedTier[] {
  const specialties = policy['tier.bed_specialties'];
  const bounds = limitedTiers.map((tier) => ({
    tier,
    sales: new Decimal(policy[`tier.${tier}_min_sales`]),
    rank: classRank(policy[`tier.${tier}_min_class`]) ?? Number.POSITIVE_INFINITY,
    beds: policy[`tier.${tier}_min_beds`],
  }));
  return (facts) => {
    if (!facts.clean) return [];
    const sales = new Decimal(facts.net_sales_12m);
    const rank = classRank(facts.institution_class) ?? Number.NEGATIVE_INFINITY;
    const beds = facts.specialty !== null && specialties.includes(facts.specialty) ? facts.beds : null;
    return bounds
      .filter((b) => sales.gte(b.sales) || rank >= b.rank || (beds !== null && beds >= b.beds))
      .map((b) => b.tier);
  };
}
