/** From a half-year's review to the problem of the solver: who may go where, and which places there are. */
import { quotaCustomers } from '@/lib/queries/quota';
import { addDays, type Period } from '@/lib/rules/period';
import { placesOf } from '@/lib/rules/quota';
import {
  choicesOf,
  customerValue,
  type SolverGoal,
  type SolverLimit,
  type SolverProblem,
  weightsOf,
  wishOf,
} from '@/lib/rules/solver';
import { type LimitedTier, limitedTiers } from '@/lib/rules/tiers';
import { customerFilterParams } from './customer-filters';
import type { ReportContext } from './report';
import { type Reviewed, reviewed } from './review';

export interface SolverQuestion {
  department?: string[] | undefined;
  goal: SolverGoal;
  /** `keep`: holders fall only where the quota forces it; `free`: worth alone decides. */
  holders: 'keep' | 'free';
  /** `no` asks only for the falls that cure an excess. */
  promotions: 'yes' | 'no';
  /** What each customer over a product's limit costs, in points of score or yuan; the policy's where absent. */
  excess?: string | undefined;
}

export interface SolverGround {
  /** By customer number, as in `problem.customers`. */
  reviews: Reviewed[];
  problem: SolverProblem;
}

/** Customers of a product's base with the tier that they have. */
const baseByProduct = (ctx: ReportContext, day: string) =>
  quotaCustomers(ctx.db, {
    as_of: day,
    sold_from: addDays(day, 1 - ctx.policy.on(day)['quota.product_days']),
    by_product: true,
    tiers: null,
    ...customerFilterParams(ctx.viewer, {}),
  });

export async function solverGround(
  ctx: ReportContext,
  period: Period,
  question: SolverQuestion,
): Promise<SolverGround> {
  const policy = ctx.policy.on(period.end);
  const [reviews, buyers] = await Promise.all([
    reviewed(ctx, period, { department: question.department }),
    baseByProduct(ctx, period.end),
  ]);
  const products = new Map<string, string[]>();
  for (const { customer_id, product } of buyers) {
    const mine = products.get(customer_id);
    if (mine) mine.push(product ?? '');
    else products.set(customer_id, [product ?? '']);
  }
  const choose = choicesOf(policy, question.promotions === 'yes');
  const asked = new Set(reviews.map((r) => r.customer_id));
  return {
    reviews,
    problem: {
      customers: reviews.map((facts) => ({
        customer_id: facts.customer_id,
        department: facts.department,
        ...choose(facts),
        value: customerValue(facts, question.goal),
        products: products.get(facts.customer_id) ?? [],
      })),
      departments: departmentLimits(reviews, (tier) => policy[`quota.${tier}`]),
      products: productLimits(buyers, asked, (tier) => policy[`quota.${tier}`]),
      weights: weightsOf(policy),
      wish: wishOf(question.excess ?? policy[`solver.product_excess_${question.goal}`], question.goal),
      fewest: question.holders === 'keep',
    },
  };
}

function departmentLimits(reviews: readonly Reviewed[], limit: (tier: LimitedTier) => string): SolverLimit[] {
  const bases = new Map(reviews.map((r) => [r.department, r.base]));
  return [...bases].flatMap(([group, base]) =>
    limitedTiers.map((tier) => ({ group, tier, places: placesOf(base, limit(tier)) })),
  );
}

/** the places of a product, over all departments, less those held by customers that are not asked about. */
function productLimits(
  buyers: Awaited<ReturnType<typeof baseByProduct>>,
  asked: ReadonlySet<string>,
  limit: (tier: LimitedTier) => string,
): SolverLimit[] {
  const counts = new Map<string, { base: number; held: Record<string, number> }>();
  for (const { customer_id, product, tier } of buyers) {
    const of = counts.get(product ?? '') ?? { base: 0, held: {} };
    of.base += 1;
    if (!asked.has(customer_id) && tier !== null) of.held[tier] = (of.held[tier] ?? 0) + 1;
    counts.set(product ?? '', of);
  }
  return [...counts].flatMap(([group, { base, held }]) =>
    limitedTiers.map((tier) => ({ group, tier, places: placesOf(base, limit(tier)) - (held[tier] ?? 0) })),
  );
}
