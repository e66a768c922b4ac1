/** The evaluation forms of a review: a department's, or one customer's. */
import type { PageContext } from '@/app/_lib/context';
import { lastComplete } from '@/app/_lib/periods';
import { one, type SearchParams } from '@/app/_lib/url';
import { parsePeriod } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';
import { halfPeriod } from '@/lib/reports/params';
import { review } from '@/lib/reports/review';
import { reviewProblems } from '@/lib/reports/review_problems';
import { rowsOf } from '@/lib/reports/run';
import { standingSignoffs } from '@/lib/work/review_rounds';
import { openWorkStore } from '@/lib/work/store';
import { type TierDecision, tierDecisionsById } from '@/lib/work/tier_decisions';
import { measures } from '../_model';

type ReviewRow = Awaited<ReturnType<typeof review.run>>[number];
export type ProblemRow = Awaited<ReturnType<typeof reviewProblems.run>>[number];

export interface EvaluationForm {
  row: ReviewRow;
  problems: ProblemRow[];
  decision: TierDecision | null;
  signed: { by: string; on: string } | null;
}

export interface FormsModel {
  period: string;
  department: string | null | undefined;
  forms: EvaluationForm[];
  /** Departments with their number of forms, where the address names neither one nor a customer. */
  choices: { department: string | null; n: number }[] | null;
  weights: Record<(typeof measures)[number], string>;
}

/** @throws BadParameterError */
export async function formsModel(ctx: PageContext, search: SearchParams): Promise<FormsModel> {
  const period = one(search, 'period') ?? lastComplete(ctx.defaultAsOf, 'half');
  if (!halfPeriod.safeParse(period).success)
    throw new BadParameterError('period', 'expected a half-year like 2026H1');
  const known = ['period', 'department', 'customer'];
  const unknown = Object.keys(search).find((name) => !known.includes(name));
  if (unknown) throw new BadParameterError(unknown, `unknown here; known are ${known.join(', ')}`);
  const [given, customer] = [one(search, 'department'), one(search, 'customer')];
  const department = given === undefined ? undefined : given || null;
  const reviewed = await rowsOf(review, ctx, { period });
  // All forms of a company are thousands of sheets: somebody chooses first.
  const choices = given === undefined && customer === undefined ? departmentsOf(reviewed) : null;
  const rows = reviewed.filter(
    (r) =>
      choices === null &&
      (department === undefined || r.department === department) &&
      (customer === undefined || r.customer_id === customer),
  );
  const store = await openWorkStore(ctx.db.dir);
  const [problems, decisions, signoffs] = await Promise.all([
    rowsOf(reviewProblems, ctx, customer === undefined ? { period } : { period, customer_id: [customer] }),
    tierDecisionsById(
      store,
      rows.flatMap((r) => (r.decision_id === null ? [] : [r.decision_id])),
    ),
    standingSignoffs(store, period),
  ]);
  const byId = new Map(decisions.map((d) => [d.id, d]));
  const signed = new Map(signoffs.map((s) => [s.department, { by: s.signed_by, on: s.signed_on }]));
  const problemsOf = new Map<string, ProblemRow[]>();
  for (const p of problems) {
    const own = problemsOf.get(p.customer_id);
    if (own) own.push(p);
    else problemsOf.set(p.customer_id, [p]);
  }
  const policy = ctx.policy.on(parsePeriod(period)?.end ?? ctx.today);
  return {
    period,
    department,
    choices,
    forms: rows.map((row) => ({
      row,
      problems: problemsOf.get(row.customer_id) ?? [],
      decision: byId.get(row.decision_id ?? -1) ?? null,
      signed: signed.get(row.department) ?? null,
    })),
    weights: Object.fromEntries(
      measures.map((name) => [name, policy[`review.weight_${name}`]]),
    ) as FormsModel['weights'],
  };
}

function departmentsOf(rows: readonly ReviewRow[]): { department: string | null; n: number }[] {
  const counts = new Map<string | null, number>();
  for (const { department } of rows) counts.set(department, (counts.get(department) ?? 0) + 1);
  return [...counts].map(([department, n]) => ({ department, n }));
}
