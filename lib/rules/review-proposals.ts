/** What a half-year review proposes for each customer of a department. */
import { compareDecimals as compare } from './decimals';
import type { PolicyValues } from './parameters';
import { addDays } from './period';
import { placesOf } from './quota';
import { type EligibilityFacts, eligibility, type LimitedTier, limitedTiers, tierRank } from './tiers';

export interface ReviewFacts extends EligibilityFacts {
  customer_id: string;
  tier: string | null;
  /** Yuan, in the period. */
  net_sales: string;
  score: string;
  /** Problems of R-03: incidents found in the period, sales found late in it or overdue at its end. */
  problems: number;
  /** Incidents of the period that are a crisis, a major loss or damage to reputation. */
  grave_incidents: number;
  /** Of those, the ones for which the company blacklist is proposed too. */
  listing_incidents: number;
  /** Earliest problem dated in the period. */
  first_found_on: string | null;
  /** Oldest due date of a sale that is overdue at the period's end. */
  oldest_overdue_on: string | null;
}

export type ProposalKind = 'keep' | 'promote' | 'demote' | 'waiting';

export interface Proposal {
  eligible: LimitedTier | null;
  proposal: ProposalKind;
  proposed_tier: string | null;
  flag: 'watch' | null;
  found_on: string | null;
  due_on: string | null;
  blacklist_proposed: boolean;
}

/** the earliest problem dated in the period, else the day after the oldest overdue due date. */
export function foundOn(facts: Pick<ReviewFacts, 'first_found_on' | 'oldest_overdue_on'>): string | null {
  if (facts.first_found_on !== null) return facts.first_found_on;
  return facts.oldest_overdue_on === null ? null : addDays(facts.oldest_overdue_on, 1);
}

/** R-05, R-06 (002 part 1, 3.3, 2.3 d)): where a VIP or preferred customer with a problem falls to; else null. */
export function demotedTo(facts: ReviewFacts, policy: PolicyValues): 'preferred' | 'qualified' | null {
  if (facts.problems === 0) return null;
  if (facts.tier === 'preferred') return 'qualified';
  if (facts.tier !== 'vip') return null;
  const mild = facts.grave_incidents === 0 && compare(facts.score, policy['review.demote_score']) >= 0;
  return mild ? 'preferred' : 'qualified';
}

interface Candidate {
  facts: ReviewFacts;
  /** Tiers above its own that it is eligible for, the highest first. */
  above: LimitedTier[];
  proposal: Proposal;
}

/** score, then net sales of the period, both largest first, then customer number. */
const inOrder = (a: Candidate, b: Candidate): number =>
  compare(b.facts.score, a.facts.score) ||
  compare(b.facts.net_sales, a.facts.net_sales) ||
  (a.facts.customer_id < b.facts.customer_id ? -1 : 1);

/**
 * The proposals for the whole base of one department, in its order: places are counted over all of it, after this review's demotions, and each promotion frees a place for those later in the order.
 */
export function proposalsOf(base: readonly ReviewFacts[], policy: PolicyValues): Proposal[] {
  const eligibleFor = eligibility(policy);
  const promoteFrom = policy['review.promote_score'];
  const free: Record<string, number> = {};
  for (const tier of limitedTiers) free[tier] = placesOf(base.length, policy[`quota.${tier}`]);
  const move = (from: string | null, to: string | null) => {
    if (from !== null && from in free) free[from] = (free[from] ?? 0) + 1;
    if (to !== null && to in free) free[to] = (free[to] ?? 0) - 1;
  };
  const result: Proposal[] = [];
  const candidates: Candidate[] = [];
  for (const facts of base) {
    const eligible = eligibleFor(facts);
    const down = demotedTo(facts, policy);
    const proposal = proposalWithoutPlaces(facts, eligible[0] ?? null, down, policy);
    move(null, proposal.proposed_tier);
    result.push(proposal);
    const above = eligible.filter((tier) => tierRank(tier) > tierRank(facts.tier));
    if (above.length === 0 || facts.problems > 0 || compare(facts.score, promoteFrom) < 0) continue;
    candidates.push({ facts, above, proposal });
  }
  for (const { facts, above, proposal } of candidates.sort(inOrder)) {
    const taken = above.find((tier) => (free[tier] ?? 0) > 0);
    proposal.proposal = taken ? 'promote' : 'waiting';
    if (!taken) continue;
    move(facts.tier, taken);
    proposal.proposed_tier = taken;
  }
  return result;
}

function proposalWithoutPlaces(
  facts: ReviewFacts,
  eligible: LimitedTier | null,
  down: string | null,
  policy: PolicyValues,
): Proposal {
  const found = facts.problems > 0 ? foundOn(facts) : null;
  const rank = tierRank(facts.tier);
  const watched =
    rank >= tierRank('preferred') &&
    facts.problems === 0 &&
    (tierRank(eligible) < rank || compare(facts.net_sales_12m, '0') <= 0);
  return {
    eligible,
    proposal: down ? 'demote' : 'keep',
    proposed_tier: down ?? facts.tier,
    flag: watched ? 'watch' : null,
    found_on: found,
    // R-05 sets a term for VIP alone: the source demotes them at once, the others at the review.
    due_on: found !== null && facts.tier === 'vip' ? addDays(found, policy['review.demote_within']) : null,
    blacklist_proposed: facts.listing_incidents > 0,
  };
}
