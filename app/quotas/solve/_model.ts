/** Everything the solver's page shows: its question, and the choice of tiers once it is found. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { quota } from '@/lib/reports/quota';
import { isSolved, quotaSolution, quotaSolutions } from '@/lib/reports/quota_solution';
import { quotaWhatIf } from '@/lib/reports/quota_what_if';
import { periodNamed, review } from '@/lib/reports/review';
import { rowsOf } from '@/lib/reports/run';
import { type Destination, destinations, moveText } from '@/lib/rules/quota_what_if';
import { standingSignoffs } from '@/lib/work/review_rounds';
import { openWorkStore } from '@/lib/work/store';
import { isTouched, linesOf, type ScratchLine } from '../what-if/_model';

type Params = Parameters<typeof quotaSolution.run>[1];
/** `stand` is what the review round decided so far. */
export type SolvedRow = Awaited<ReturnType<typeof quotaSolution.run>>[number] & { stand: string };
export type ChoiceRow = Awaited<ReturnType<typeof quotaSolutions.run>>[number];

export const views = ['waiting', 'all', 'promoted', 'due', 'forced'] as const;

const belongs: Record<(typeof views)[number], (row: SolvedRow) => boolean> = {
  waiting: (row) => row.deed === 'waiting',
  all: () => true,
  promoted: (row) => row.deed === 'promote',
  due: (row) => row.deed === 'demote' && row.why === 'problem',
  forced: (row) => row.deed === 'demote' && row.why !== 'problem',
};

/** What an alternative does otherwise than the best. */
export interface Difference {
  customer_id: string;
  name: string;
  best: string | null;
  other: string | null;
}

/** How far a department's round is, and what taking the choice over would decide in it. */
export interface Standing {
  department: string | null;
  signed: boolean;
  decided: number;
  /** Undecided ones whose proposal the choice shares; the rest would be overridden. */
  accepts: number;
  overrides: number;
}

export interface SolvedModel {
  choices: ChoiceRow[];
  choice: ChoiceRow;
  rows: SolvedRow[];
  shown: SolvedRow[];
  differences: Difference[];
  departments: ScratchLine[];
  products: ScratchLine[];
  moves: string[];
  /** Empty while the half-year is not over: it cannot be decided. */
  standings: Standing[];
}

export interface SolveModel {
  params: Params;
  /** The day at whose end the review judges. */
  as_of: string;
  view: (typeof views)[number] | null;
  options: string[];
  /** What a customer over a product's limit costs where the address does not say. */
  excess: string;
  /** The question as the address of the search wants it. */
  question: string;
  /** The same with which of the choices. */
  choice: string;
  /** Null until it has been searched. */
  solved: SolvedModel | null;
  file: string;
}

/** @throws BadParameterError, NotInForceError, QueryError, SolveFailed */
export async function solveModel(ctx: PageContext, search: SearchParams): Promise<SolveModel> {
  const view = choice('view', one(search, 'view'), views);
  const params = ask(quotaSolution, search, { period: lastComplete(ctx.defaultAsOf, 'half') });
  const { alternative, ...question } = params;
  const as_of = periodNamed(params.period).end;
  const departments = await rowsOf(quota, ctx, { as_of, by: 'department' });
  return {
    params,
    as_of,
    view,
    options: [...new Set(departments.flatMap((row) => row.group ?? []))],
    excess: ctx.policy.on(as_of)[`solver.product_excess_${params.goal}`],
    question: href('', {}, asked(question)),
    choice: href('', {}, asked(params)),
    solved: isSolved(ctx, question) ? await solvedModel(ctx, params, as_of, view) : null,
    file: href('/api/reports/quota_solution', {}, asked(params)),
  };
}

const destinationOf = (tier: string | null): Destination | undefined => destinations.find((d) => d === tier);

async function solvedModel(
  ctx: PageContext,
  params: Params,
  as_of: string,
  view: SolveModel['view'],
): Promise<SolvedModel | null> {
  const { alternative, ...question } = params;
  const [choices, found, best, reviews, signed] = await Promise.all([
    rowsOf(quotaSolutions, ctx, question),
    rowsOf(quotaSolution, ctx, params),
    rowsOf(quotaSolution, ctx, { ...params, alternative: '0' }),
    rowsOf(review, ctx, { period: params.period }),
    openWorkStore(ctx.db.dir).then((store) => standingSignoffs(store, params.period)),
  ]);
  const decisions = new Map(reviews.map((r) => [r.customer_id, r.decision]));
  const rows = found.map((row) => ({ ...row, stand: decisions.get(row.customer_id) ?? 'to_decide' }));
  const chosen = choices[Number(alternative)] ?? choices[0];
  if (!chosen) return null;
  const moves = rows.flatMap(({ customer_id, tier, solved_tier }) => {
    const to = destinationOf(solved_tier);
    return to && solved_tier !== tier ? [moveText({ customer_id, to })] : [];
  });
  const [departments, products] = await Promise.all([
    rowsOf(quotaWhatIf, ctx, { as_of, by: 'department', move: moves, department: params.department }).then(
      linesOf,
    ),
    rowsOf(quotaWhatIf, ctx, { as_of, by: 'product', move: moves }).then(linesOf),
  ]);
  const bestOf = new Map(best.map((row) => [row.customer_id, row.solved_tier]));
  return {
    choices,
    choice: chosen,
    rows,
    shown: rows.filter((row) => (view ? belongs[view](row) : row.solved_tier !== row.tier)),
    differences: rows.flatMap(({ customer_id, name, solved_tier }) => {
      const first = bestOf.get(customer_id) ?? null;
      return first === solved_tier ? [] : [{ customer_id, name, best: first, other: solved_tier }];
    }),
    departments,
    products: products.filter(isTouched),
    moves,
    standings: as_of <= ctx.today ? standingsOf(rows, new Set(signed.map((s) => s.department))) : [],
  };
}

function standingsOf(rows: readonly SolvedRow[], signed: ReadonlySet<string | null>): Standing[] {
  const of = new Map<string | null, Standing>();
  for (const { department, stand, solved_tier, proposed_tier } of rows) {
    const known = of.get(department);
    const one = known ?? { department, signed: signed.has(department), decided: 0, accepts: 0, overrides: 0 };
    if (!known) of.set(department, one);
    if (stand !== 'to_decide') one.decided += 1;
    else if (solved_tier === proposed_tier) one.accepts += 1;
    else one.overrides += 1;
  }
  return [...of.values()].sort((a, b) => (a.department ?? '￿').localeCompare(b.department ?? '￿', 'zh-CN'));
}
