/** The solver's choice taken over into the review round: decisions like any other of the round. */
import { DecisionError } from '@/lib/work/decision_error';
import { openWorkStore } from '@/lib/work/store';
import { requireOpen } from '@/lib/work/tier_decisions';
import { isSolved, keepingSolution, quotaSolution } from './quota_solution';
import type { ReportContext } from './report';
import { review } from './review';
import { type Deciding, decideReview, revokeDecisions } from './review-round';
import { rowsOf } from './run';

type Choice = Parameters<typeof quotaSolution.run>[1];

/** Customers by number, or all that were asked about in a department. */
export type Wanted = { customers: readonly string[] } | { department: string | null };

export interface TakenOver {
  ids: number[];
  accepted: number;
  overridden: number;
  /** Decided before; left as they are. */
  left: number;
}

/**
 * Decides as the solver chose: an acceptance where the review proposes the same, else an override with the reason. Who
 * is decided already is left alone.
 * @throws DecisionError, BadParameterError
 */
export async function takeOver(
  ctx: ReportContext,
  choice: Choice,
  wanted: Wanted,
  d: Deciding,
): Promise<TakenOver> {
  const { alternative: _, ...question } = choice;
  const { period } = choice;
  if (!isSolved(ctx, question)) throw notSolved();
  const [solution, reviews] = await Promise.all([
    rowsOf(quotaSolution, ctx, choice),
    rowsOf(review, ctx, { period }),
  ]);
  const asked = 'customers' in wanted ? new Set(wanted.customers) : null;
  const chosen = solution.filter((row) =>
    asked ? asked.has(row.customer_id) : 'department' in wanted && row.department === wanted.department,
  );
  if (chosen.length === 0 || chosen.length < (asked?.size ?? 0)) throw notSolved();
  await requireOpen(
    await openWorkStore(ctx.db.dir),
    period,
    chosen.map((row) => row.department),
  );
  const decided = new Set(reviews.flatMap((r) => (r.decision === null ? [] : [r.customer_id])));
  const open = chosen.filter((row) => !decided.has(row.customer_id));
  if (open.length === 0) {
    throw new DecisionError(
      `这 ${chosen.length} 户都已决定，没有改动。要改，到评审里改判。`,
      `All ${chosen.length} of them are decided already; nothing has changed. Override them in the review.`,
    );
  }
  const tier = new Map(open.map((row) => [row.customer_id, row.solved_tier]));
  const ids = await keepingSolution(ctx, question, d.today, () =>
    decideReview(ctx, { period, customers: [...tier.keys()], tier }, d),
  );
  const accepted = open.filter((row) => row.solved_tier === row.proposed_tier).length;
  return { ids, accepted, overridden: open.length - accepted, left: chosen.length - open.length };
}

/** Takes all of it back; the decisions stay on record. @throws DecisionError */
export async function takeBack(
  ctx: ReportContext,
  choice: Choice,
  ids: readonly number[],
  d: { by: string; why: string; today: string },
): Promise<number> {
  const { alternative: _, ...question } = choice;
  return keepingSolution(ctx, question, d.today, () => revokeDecisions(ctx, ids, d));
}

const notSolved = () =>
  new DecisionError(
    '数据、政策或决定在求解之后变了。重新求解，再拿去用。',
    'Data, policy or decisions have changed since the search. Solve again, then take it over.',
  );
