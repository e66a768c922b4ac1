import { reviewDecisions, reviewWanted } from '@/lib/queries/review';
import { type Period, parsePeriod } from '@/lib/rules/period';
import { column } from './columns';
import { customerFilterParams, departmentsInSight } from './customer-filters';
import { BadParameterError, filters, halfPeriod, listOrAll } from './params';
import { defineReport, type ReportContext } from './report';
import type { ReviewColumns, Reviewed } from './review_columns';
import { reviewColumns } from './review_judged';

export type { Reviewed };

/** @throws BadParameterError where the text is no period */
export function periodNamed(name: string): Period {
  const period = parsePeriod(name);
  if (!period) throw new BadParameterError('period', `"${name}" is no period`);
  return period;
}

/** The columns of a decision; empty for who is undecided. */
const decisionColumns = (d?: Awaited<ReturnType<typeof reviewDecisions>>[number]) => ({
  decision: d?.decision ?? null,
  decided_tier: d?.tier ?? null,
  decided_by: d?.made_by ?? null,
  decided_on: d?.made_on ?? null,
  decision_id: d?.decision_id ?? null,
  effective_on: d?.effective_on ?? null,
});
const undecided = decisionColumns();

/** Judged customers, and the places of those asked for among them. */
export interface ReviewedPlaces {
  columns: ReviewColumns;
  places: Int32Array;
}

/**
 * for every customer of the departments asked for, by customer number; ranks and places are the whole
 * department's, whatever the other filters leave of it.
 */
export async function reviewedPlaces(
  ctx: ReportContext,
  period: Period,
  given: Parameters<typeof customerFilterParams>[1],
): Promise<ReviewedPlaces> {
  const departments = departmentsInSight(ctx.viewer, given.department);
  const { departments: _, scope_departments: __, ...others } = customerFilterParams(ctx.viewer, given);
  const [columns, wanted] = await Promise.all([
    reviewColumns(ctx, period, departments),
    Object.values(others).every((list) => list === null)
      ? null
      : reviewWanted(ctx.db, { period_end: period.end, ...customerFilterParams(ctx.viewer, given) }),
  ]);
  const tiers = listOrAll(given.tier);
  const left = wanted && new Set(wanted.map((w) => w.customer_id));
  const places = new Int32Array(columns.length);
  let count = 0;
  for (let at = 0; at < columns.length; at++) {
    if (departments !== null && !departments.includes(columns.get('department', at) ?? '')) continue;
    if (tiers !== null && !tiers.includes(columns.get('tier', at) ?? '')) continue;
    if (left !== null && !left.has(columns.idOf(at))) continue;
    places[count++] = at;
  }
  return { columns, places: places.subarray(0, count) };
}

/** The same as rows. */
export async function reviewed(
  ctx: ReportContext,
  period: Period,
  given: Parameters<typeof customerFilterParams>[1],
): Promise<Reviewed[]> {
  const { columns, places } = await reviewedPlaces(ctx, period, given);
  return Array.from(places, (at) => columns.row(at));
}

/**
 * the half-year review, judged at the period's end, and what people decided about it; the columns of
 * the decision are empty for who is undecided.
 */
export const review = defineReport({
  name: 'review',
  params: { period: halfPeriod, ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.code('tier', 'tier'),
    column.money('net_sales'),
    column.money('net_sales_12m'),
    column.decimal('volume'),
    column.decimal('receivables'),
    column.decimal('reputation'),
    column.decimal('loyalty'),
    column.decimal('score'),
    column.integer('problems'),
    column.code('eligible', 'tier'),
    column.code('proposal', 'proposal'),
    column.code('proposed_tier', 'tier'),
    column.code('flag', 'flag'),
    column.date('found_on'),
    column.date('due_on'),
    column.boolean('blacklist_proposed'),
    column.code('decision', 'decision'),
    column.code('decided_tier', 'tier'),
    column.text('decided_by'),
    column.date('decided_on'),
  ],
  rules: ['R-01', 'R-02', 'R-03', 'R-04', 'R-05', 'R-06', 'R-07', 'R-08', 'R-09', 'R-11'],
  run: async (ctx, p) => {
    const [{ columns, places }, decisions] = await Promise.all([
      reviewedPlaces(ctx, periodNamed(p.period), p),
      reviewDecisions(ctx.db, { period: p.period }),
    ]);
    const decided = new Map(decisions.map((d) => [d.customer_id, decisionColumns(d)]));
    return Array.from(places, (at) => columns.listed(at, decided.get(columns.idOf(at)) ?? undecided));
  },
});
