/** The choice of tiers that a review may make under quotas: what is allowed, and what counts. */
import { Decimal } from 'decimal.js';
import type { PolicyValues } from './parameters';
import { demotedTo, type ReviewFacts } from './review-proposals';
import { eligibility, type LimitedTier, limitedTiers, tierRank } from './tiers';

export type SolverGoal = 'score' | 'sales';

/** What decides about one customer; `null` stands for every tier without a limit. */
export interface SolverCustomer {
  customer_id: string;
  department: string | null;
  /** The tier that it has; null without a limit. */
  tier: LimitedTier | null;
  /** Where it may end up, from the highest down; null is always among them. */
  allowed: readonly (LimitedTier | null)[];
  /** Where it stands once problems have had their due; below is a further demotion. */
  floor: LimitedTier | null;
  /** What it counts with: hundredths of a score, or whole yuan; at least 1. */
  value: number;
  /** What it bought, for the limits of Q-04. */
  products: readonly string[];
}

/** Places of one tier: of a department, which bind, or of a product, which are a wish. */
export interface SolverLimit {
  group: string | null;
  tier: LimitedTier;
  /** Customers that may still be chosen: the places less those that hold one and are not asked about. */
  places: number;
}

export interface SolverProblem {
  /** By customer number. */
  customers: readonly SolverCustomer[];
  departments: readonly SolverLimit[];
  products: readonly SolverLimit[];
  /** What a customer in each tier weighs, in hundredths. */
  weights: Readonly<Record<LimitedTier, number>>;
  /** What each customer beyond a product's places costs, in units of value × hundredths. */
  wish: number;
  /** Whether as few as possible fall beyond what is due, before anything else counts. */
  fewest: boolean;
}

/** A tier for each customer, in the order of the customers. */
export type Assignment = readonly (LimitedTier | null)[];

const HUNDRED = 100;
const limited = (tier: string | null): LimitedTier | null => limitedTiers.find((t) => t === tier) ?? null;

/** Whole hundredths of a decimal text. */
const hundredths = (text: string): number => new Decimal(text).times(HUNDRED).toDecimalPlaces(0).toNumber();

export const weightsOf = (policy: PolicyValues): Record<LimitedTier, number> => ({
  vip: hundredths(policy['solver.vip_weight']),
  preferred: hundredths(policy['solver.preferred_weight']),
});

/** What a customer counts with; nothing counts with nothing, so that a place taken is better than a place free. */
export const customerValue = (facts: ReviewFacts, goal: SolverGoal): number =>
  Math.max(
    1,
    goal === 'score'
      ? hundredths(facts.score)
      : new Decimal(facts.net_sales).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
  );

/** The cost of one customer beyond a product's places, as `SolverProblem.wish` counts. */
export const wishOf = (text: string, goal: SolverGoal): number =>
  (goal === 'score' ? hundredths(text) : new Decimal(text).toDecimalPlaces(0).toNumber()) * HUNDRED;

/**
 * Where a review may put a customer. One with a problem falls at least as far as say; one without may
 * stay or fall, and rise to a tier that it is eligible for with the score of R-07.
 * @param promotions whether anybody may rise
 */
export function choicesOf(policy: PolicyValues, promotions: boolean) {
  const eligibleFor = eligibility(policy);
  const from = policy['review.promote_score'];
  return (facts: ReviewFacts): Pick<SolverCustomer, 'tier' | 'allowed' | 'floor'> => {
    const tier = limited(facts.tier);
    const down = demotedTo(facts, policy);
    const floor = down === null ? tier : limited(down);
    const may = facts.problems === 0 && promotions && new Decimal(facts.score).gte(from);
    const up = may ? eligibleFor(facts) : [];
    const allowed = limitedTiers.filter(
      (t) => tierRank(t) <= tierRank(floor) || (up.includes(t) && tierRank(t) > tierRank(tier)),
    );
    return { tier, allowed: [...allowed, null], floor };
  };
}

/** How many fall below where their problems leave them. */
export const demotionsOf = (problem: SolverProblem, to: Assignment): number =>
  problem.customers.filter((c, i) => tierRank(to[i] ?? null) < tierRank(c.floor)).length;

/** Customers beyond the places of products, over all products and tiers. */
export const excessOf = (problem: SolverProblem, to: Assignment): number =>
  problem.products.reduce((sum, limit) => {
    const held = problem.customers.filter(
      (c, i) => to[i] === limit.tier && c.products.includes(limit.group ?? ''),
    ).length;
    return sum + Math.max(0, held - Math.max(0, limit.places));
  }, 0);

/** What an assignment is worth: values by the weights of their tiers, less what excesses of products cost. */
export const worthOf = (problem: SolverProblem, to: Assignment): number =>
  problem.customers.reduce((sum, c, i) => {
    const tier = to[i] ?? null;
    return tier === null ? sum : sum + c.value * problem.weights[tier];
  }, 0) -
  problem.wish * excessOf(problem, to);

/** Whether every choice is allowed and every department within its places. */
export function isFeasible(problem: SolverProblem, to: Assignment): boolean {
  if (!problem.customers.every((c, i) => c.allowed.includes(to[i] ?? null))) return false;
  return problem.departments.every(
    (limit) =>
      problem.customers.filter((c, i) => c.department === limit.group && to[i] === limit.tier).length <=
      limit.places,
  );
}

/** Customers that count alike in everything: swapping two of them changes nothing but who it is. */
const likeness = (c: SolverCustomer): string =>
  JSON.stringify([c.department, c.tier, c.allowed, c.floor, c.value, c.products]);

/** Among customers that count alike, the lower numbers get the higher tiers. */
export function inNumberOrder(problem: SolverProblem, to: Assignment): (LimitedTier | null)[] {
  const alike = new Map<string, number[]>();
  problem.customers.forEach((c, i) => {
    const key = likeness(c);
    const known = alike.get(key);
    if (known) known.push(i);
    else alike.set(key, [i]);
  });
  const result = [...to];
  for (const places of alike.values()) {
    if (places.length < 2) continue;
    const tiers = places.map((i) => to[i] ?? null).sort((a, b) => tierRank(b) - tierRank(a));
    places.forEach((i, n) => {
      result[i] = tiers[n] ?? null;
    });
  }
  return result;
}
