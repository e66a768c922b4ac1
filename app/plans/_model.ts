/** Everything the page of plans shows, from the address (P-01, P-02). */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import { comparedWith } from '@/app/_lib/compare';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { isDate, periodOf } from '@/lib/format';
import { plan, planMonths } from '@/lib/reports/plan';
import { planCalls } from '@/lib/reports/plan_rows';
import { rowsOf } from '@/lib/reports/run';
import { attainment, runRate } from '@/lib/rules/plan';

export const views = ['months', 'calls'] as const;
export const chips = ['department', 'owner', 'product'] as const;
type Params = Parameters<typeof plan.run>[1];
type PlanRow = Awaited<ReturnType<typeof plan.run>>[number];

export interface PlanLine extends PlanRow {
  /** Where sales lead at the present pace, yuan; null before the first working day. */
  run_rate: string | null;
  /** That over the plan. */
  expected: number | null;
  /** Actual sales of the period compared with; null where nothing is. */
  before_amount: string | null;
}

export interface PlansModel {
  params: Params;
  view: (typeof views)[number] | null;
  compare: ReturnType<typeof comparedWith>;
  rows: PlanLine[];
  whole: PlanLine;
  /** The months of the year of the period. */
  months: Awaited<ReturnType<typeof planMonths.run>>;
  calls: Awaited<ReturnType<typeof planCalls.run>>;
  options: Record<(typeof chips)[number], string[]>;
  /** P-02 as in force: calls a working day, and for how many days a salesperson is new. */
  policy: { calls: number; newDays: number };
  file: string;
}

const none: PlanRow = {
  group: null,
  plan_amount: null,
  actual_amount: '0.00',
  attainment: null,
  plan_visits: null,
  actual_visits: 0,
  plan_new: null,
  actual_new: 0,
  elapsed: null,
};

const named = (rows: readonly PlanRow[]): string[] => rows.flatMap((r) => r.group ?? []);

function lineOf(row: PlanRow, before: string | null): PlanLine {
  const pace = runRate(row.actual_amount, row.elapsed);
  const expected = pace === null ? null : attainment(pace, row.plan_amount);
  return { ...row, run_rate: pace, expected, before_amount: before };
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function plansModel(ctx: PageContext, search: SearchParams): Promise<PlansModel> {
  const as_of = one(search, 'as_of') ?? ctx.defaultAsOf;
  // A plan is looked at while its month runs.
  const params = ask(plan, search, {
    as_of,
    period: periodOf(isDate(as_of) ? as_of : ctx.defaultAsOf, 'month').name,
  });
  const view = choice('view', one(search, 'view'), views);
  const { by: _by, ...seen } = params;
  const { product: _product, ...person } = seen;
  const compare = comparedWith(search, params.period, params.as_of);
  const then = compare.period === null ? null : { period: compare.period, as_of: compare.as_of };
  const [rows, before, whole, wholeBefore, months, calls, ...lists] = await Promise.all([
    rowsOf(plan, ctx, params),
    then ? rowsOf(plan, ctx, { ...params, ...then }) : [],
    rowsOf(plan, ctx, { ...params, by: 'none' as const }),
    then ? rowsOf(plan, ctx, { ...params, ...then, by: 'none' as const }) : [],
    rowsOf(planMonths, ctx, { ...seen, period: params.period.slice(0, 4) }),
    rowsOf(planCalls, ctx, person),
    ...(['department', 'salesperson', 'product'] as const).map((by) =>
      rowsOf(plan, ctx, { period: params.period, as_of: params.as_of, by }),
    ),
  ]);
  const amounts = new Map(before.map((r) => [r.group, r.actual_amount]));
  const policy = ctx.policy.on(params.as_of);
  return {
    params,
    view,
    compare,
    rows: rows.map((r) => lineOf(r, then ? (amounts.get(r.group) ?? '0.00') : null)),
    whole: lineOf(whole[0] ?? none, then ? (wholeBefore[0]?.actual_amount ?? '0.00') : null),
    months,
    calls,
    options: {
      department: named(lists[0] ?? []),
      owner: named(lists[1] ?? []),
      product: named(lists[2] ?? []),
    },
    policy: { calls: policy['plan.calls_per_day'], newDays: policy['plan.new_days'] },
    file:
      view === 'months'
        ? href('/api/reports/plan_months', {}, asked({ ...seen, period: params.period.slice(0, 4) }))
        : href('/api/reports/plan', {}, asked(params)),
  };
}

/** The records behind a figure; `group` undefined is the whole, null what has no group. */
export function recordsHref(model: PlansModel, figure: string, group?: string | null): string {
  const cell = group === undefined ? undefined : { group: group ?? '' };
  return href('/rows/plan_rows', {}, asked({ ...model.params, figure, ...cell }));
}

/** What is still to be sold by the end of the month; null without a plan, 0 where it is reached. */
export function missing(line: PlanLine): string | null {
  if (line.plan_amount === null) return null;
  return Decimal.max(0, new Decimal(line.plan_amount).minus(line.actual_amount)).toFixed(2);
}

/** The row of a group as the address names it. */
export const keyOf = (group: string | null): string => (group === null ? '-' : `=${group}`);
