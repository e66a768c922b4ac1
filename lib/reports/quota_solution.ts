/** The solver's choice of tiers for a half-year's review, customer by customer, and what it is worth. */
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { PolicyValues } from '@/lib/rules/parameters';
import { excessOf, type SolverGoal } from '@/lib/rules/solver';
import { reasonsOf } from '@/lib/rules/solver_why';
import { eligibility, tierRank } from '@/lib/rules/tiers';
import { jobOf, startJob } from '@/lib/solve/jobs';
import { solveTiers, type TierSolution } from '@/lib/solve/tiers';
import { decisionsVersion } from '@/lib/work/store';
import { remember } from './cache';
import { column } from './columns';
import { halfPeriod, many } from './params';
import { defineReport, type ReportContext } from './report';
import { periodNamed } from './review';
import { type SolverGround, solverGround } from './solver_problem';

const ALTERNATIVES = 3;
/** For each step of a search. */
const SECONDS = 30;

const question = {
  period: halfPeriod,
  department: many,
  goal: z.enum(['score', 'sales']).default('score'),
  holders: z.enum(['keep', 'free']).default('keep'),
  promotions: z.enum(['yes', 'no']).default('yes'),
  excess: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,2})?$/, 'expected points or yuan like 20')
    .optional(),
};
const schema = z.strictObject(question);
export type SolutionQuestion = z.infer<typeof schema>;

/** What makes two searches the same: the question, the data, the decisions, the policy and who sees. */
export const solutionKey = (ctx: ReportContext, p: SolutionQuestion): string =>
  JSON.stringify([
    'solve',
    ctx.db.dir,
    ctx.db.dataVersion(),
    decisionsVersion(ctx.db.dir),
    ctx.policy.version,
    ctx.viewer.scope,
    [p.period, p.department?.toSorted() ?? null, p.goal, p.holders, p.promotions, p.excess ?? null],
  ]);

interface Solved {
  ground: SolverGround;
  solutions: TierSolution[];
}

/** Searched once for a question; a search that was started from a page tells it how far it is. */
async function solved(ctx: ReportContext, p: SolutionQuestion): Promise<Solved> {
  const key = solutionKey(ctx, p);
  const [found] = await remember(key, async () => {
    const ground = await solverGround(ctx, periodNamed(p.period), p);
    const job = jobOf(key);
    const running = job?.state === 'running' ? job : null;
    const solutions = await solveTiers(ground.problem, {
      seconds: SECONDS,
      alternatives: ALTERNATIVES,
      ...(running
        ? {
            signal: running.signal,
            onProgress: (progress) => {
              running.progress = progress;
            },
          }
        : {}),
    });
    return [{ ground, solutions }];
  });
  if (!found) throw new Error('A search left nothing behind.');
  return found;
}

/** True where the search of this question, on the data and the decisions of now, has been finished. */
export const isSolved = (ctx: ReportContext, p: SolutionQuestion): boolean =>
  jobOf(solutionKey(ctx, p))?.state === 'done';

/**
 * Decides something, and keeps what was found: a decision takes effect on its day or later, so a half-year that was
 * over before that day is judged as it was.
 */
export async function keepingSolution<T>(
  ctx: ReportContext,
  p: SolutionQuestion,
  today: string,
  work: () => Promise<T>,
): Promise<T> {
  const known = isSolved(ctx, p) && periodNamed(p.period).end < today ? await solved(ctx, p) : null;
  const done = await work();
  if (known) {
    const key = solutionKey(ctx, p);
    await remember(key, async () => [known]);
    startJob(key, async () => known);
  }
  return done;
}

/** Hundredths of a score, or yuan, as exact text. */
const shown = (value: number | null, goal: SolverGoal): string | null =>
  value === null
    ? null
    : goal === 'score'
      ? new Decimal(value).div(100).toFixed(2)
      : new Decimal(value).toFixed(2);

/** What the review's proposals of R-07 would be worth by the same measure: the tiers that they propose. */
const tierShown = (to: string | null, before: string | null): string | null =>
  to ?? (tierRank(before) > tierRank('qualified') ? 'qualified' : before);

/**
 * One row a customer of the departments asked for: where the best choice (or one of the next best, `alternative` 1 to
 * 3) puts it, and why. `edge` is the value that decided: of the last that got the place, or the first that did not.
 */
export const quotaSolution = defineReport({
  name: 'quota_solution',
  params: { ...question, alternative: z.enum(['0', '1', '2', '3']).default('0') },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.code('tier', 'tier'),
    column.code('solved_tier', 'tier'),
    column.code('deed', 'proposal'),
    column.code('why', 'solver_why'),
    column.decimal('value'),
    column.decimal('edge'),
    column.decimal('score'),
    column.money('net_sales'),
    column.integer('problems'),
    column.code('eligible', 'tier'),
    column.code('proposal', 'proposal'),
    column.code('proposed_tier', 'tier'),
  ],
  rules: ['Q-03', 'Q-04', 'Q-06', 'R-04', 'R-05', 'R-06', 'R-07'],
  run: async (ctx, { alternative, ...p }) => {
    const { ground, solutions } = await solved(ctx, p);
    const solution = solutions[Number(alternative)];
    if (!solution) return [];
    const policy: PolicyValues = ctx.policy.on(periodNamed(p.period).end);
    const eligibleFor = eligibility(policy);
    const { reviews, problem } = ground;
    const reasons = reasonsOf(
      problem,
      solution.to,
      reviews,
      reviews.map((r) => eligibleFor(r)[0] ?? null),
    );
    return reviews.map((r, i) => ({
      customer_id: r.customer_id,
      name: r.name,
      department: r.department,
      tier: r.tier,
      solved_tier: tierShown(solution.to[i] ?? null, r.tier),
      deed: reasons[i]?.deed ?? 'keep',
      why: reasons[i]?.why ?? 'holds',
      value: shown(problem.customers[i]?.value ?? 0, p.goal),
      edge: shown(reasons[i]?.edge ?? null, p.goal),
      score: r.score,
      net_sales: r.net_sales,
      problems: r.problems,
      eligible: r.eligible,
      proposal: r.proposal,
      proposed_tier: r.proposed_tier,
    }));
  },
});

/** One row a choice, the best first: what it is worth, how many rise and fall, and whether it is proven the best. */
export const quotaSolutions = defineReport({
  name: 'quota_solutions',
  params: question,
  columns: [
    column.integer('alternative'),
    column.decimal('worth'),
    column.decimal('less'),
    column.integer('promoted'),
    column.integer('demoted_due'),
    column.integer('demoted_further'),
    column.integer('product_excess'),
    column.boolean('proven'),
    column.rate('gap'),
  ],
  rules: ['Q-03', 'Q-04', 'Q-06'],
  run: async (ctx, p) => {
    const { ground, solutions } = await solved(ctx, p);
    const { problem } = ground;
    const best = solutions[0]?.worth ?? 0;
    // Worth is in units of value times hundredths of a weight.
    const told = (worth: number) => shown(worth / 100, p.goal);
    return solutions.map((solution, alternative) => {
      const moved = (rises: boolean) =>
        problem.customers.filter((c, i) => {
          const rank = tierRank(solution.to[i] ?? null);
          return rises ? rank > tierRank(c.tier) : rank < tierRank(c.tier);
        }).length;
      return {
        alternative,
        worth: told(solution.worth),
        less: told(best - solution.worth),
        promoted: moved(true),
        demoted_due: moved(false) - solution.demotions,
        demoted_further: solution.demotions,
        product_excess: excessOf(problem, solution.to),
        proven: solution.proven,
        gap: solution.gap,
      };
    });
  },
});
