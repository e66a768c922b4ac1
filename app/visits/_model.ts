/** Everything the page of visits shows, from the address (V-01 to V-11). */
import { ask, asked } from '@/app/_lib/ask';
import { comparedWith } from '@/app/_lib/compare';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { isDate } from '@/lib/format';
import { customerValuesOf } from '@/lib/reports/customer_values';
import { rowsOf } from '@/lib/reports/run';
import { visits } from '@/lib/reports/visits';
import { visitsCosts, visitsDecisions } from '@/lib/reports/visits_costs';
import { firstsMade, rolesMet, visitsWeeks } from '@/lib/reports/visits_mix';
import { visitsQuestions } from '@/lib/reports/visits_questions';
import { type visitsSummary, visitsWhole } from '@/lib/reports/visits_summary';

export const views = ['weeks', 'questions', 'costs'] as const;
export const chips = ['department', 'region', 'owner', 'grade'] as const;
type Params = Parameters<typeof visits.run>[1];
export type VisitRow = Awaited<ReturnType<typeof visits.run>>[number];
export type Summary = Awaited<ReturnType<typeof visitsSummary.run>>[number];
export type Question = Awaited<ReturnType<typeof visitsQuestions.run>>[number];

export interface VisitsModel {
  params: Params;
  view: (typeof views)[number] | null;
  compare: ReturnType<typeof comparedWith>;
  rows: VisitRow[];
  /** The groups of the period compared with, by name. */
  before: ReadonlyMap<string | null, VisitRow>;
  summary: Summary;
  summaryBefore: Summary | null;
  /** V-08 at the as-of date: open opportunities from the solution stage on, and those with a decision maker met. */
  decisions: { open: number; met: number };
  roles: Awaited<ReturnType<typeof rolesMet>>;
  firsts: Awaited<ReturnType<typeof firstsMade>>;
  weeks: Awaited<ReturnType<typeof visitsWeeks.run>>;
  questions: Question[];
  costs: Awaited<ReturnType<typeof visitsCosts.run>>;
  options: Record<(typeof chips)[number], string[]>;
  policy: { minutesWithin: number; strikeDays: number; methods: readonly string[] };
  file: string;
}

/** The row of a group as the address names it. */
export const keyOf = (group: string | null): string => (group === null ? '-' : `=${group}`);

/** @throws BadParameterError, NotInForceError, QueryError */
export async function visitsModel(ctx: PageContext, search: SearchParams): Promise<VisitsModel> {
  const as_of = one(search, 'as_of') ?? ctx.defaultAsOf;
  const params = ask(visits, search, {
    as_of,
    period: lastComplete(isDate(as_of) ? as_of : ctx.defaultAsOf, 'month'),
  });
  const view = choice('view', one(search, 'view'), views);
  const { by, ...seen } = params;
  const { period, ...atDate } = seen;
  const compare = comparedWith(search, period, params.as_of);
  const then = compare.period === null ? null : { ...seen, period: compare.period, as_of: compare.as_of };
  const [rows, before, [now], summaryBefore, [decisions], roles, firsts, weeks, questions, costs, values] =
    await Promise.all([
      rowsOf(visits, ctx, params),
      then ? rowsOf(visits, ctx, { ...then, by }) : [],
      visitsWhole(ctx, seen, by),
      then ? visitsWhole(ctx, then, by) : [],
      rowsOf(visitsDecisions, ctx, atDate),
      rolesMet(ctx, seen, by),
      firstsMade(ctx, seen, by),
      view === 'weeks' ? rowsOf(visitsWeeks, ctx, params) : [],
      view === 'questions' ? rowsOf(visitsQuestions, ctx, seen) : [],
      view === 'costs' ? rowsOf(visitsCosts, ctx, seen) : [],
      customerValuesOf(ctx),
    ]);
  if (!now) throw new Error('The summary of visits has no row');
  const policy = ctx.policy.on(params.as_of);
  return {
    params,
    view,
    compare,
    rows,
    before: new Map(before.map((r) => [r.group, r])),
    summary: now,
    summaryBefore: summaryBefore[0] ?? null,
    decisions: decisions ?? { open: 0, met: 0 },
    roles,
    firsts,
    weeks,
    questions,
    costs,
    options: {
      ...values,
      grade: ['K', 'A', 'B', 'C', 'D'],
    },
    policy: {
      minutesWithin: policy['visit.minutes_within'],
      strikeDays: policy['visit.strike_days'],
      methods: policy['visit.face_to_face'],
    },
    file: href('/api/reports/visits', {}, asked(params)),
  };
}

/** The forms that a figure counts; `group` undefined is the whole, null what has no group; `more` keeps a role or a method. */
export const formsHref = (
  model: VisitsModel,
  figure: string,
  group?: string | null,
  more: Record<string, string> = {},
): string => behind(model, 'visits_rows', figure, group, more);

/** The customers that a figure counts. */
export const customersHref = (model: VisitsModel, figure: string, group?: string | null): string =>
  behind(model, 'visits_customers', figure, group);

function behind(
  model: VisitsModel,
  report: string,
  figure: string,
  group: string | null | undefined,
  more: Record<string, string> = {},
): string {
  const cell = group === undefined ? undefined : { group: group ?? '' };
  return href(`/rows/${report}`, {}, asked({ ...model.params, figure, ...cell, ...more }));
}

/** Parameters of the page without the split: for the reports that have none. */
export function seenIn(model: VisitsModel): Record<string, string[]> {
  const { by: _, ...seen } = model.params;
  return asked(seen);
}
