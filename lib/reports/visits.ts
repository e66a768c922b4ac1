/** Visits of a period: approval, minutes, coverage, first contacts and what came of them (V-01 to V-07). */
import { z } from 'zod';
import { share } from '@/lib/rules/visits';
import { column } from './columns';
import { asOf, filters } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';
import { type Counts, countVisits, type VisitsCounted } from './visits_count';
import { visitPeriod, visitQuestion } from './visits_seen';

export const visitsBy = z.enum(['salesperson', 'department', 'region']).default('salesperson');

/**
 * A row is a group of the split. Visit figures count forms by the group of their salesperson, else of their customer;
 * coverage counts assigned customers that anybody met.
 */
export const visits = defineReport({
  name: 'visits',
  params: { period: visitPeriod, as_of: asOf, by: visitsBy, ...filters },
  columns: [
    column.text('group'),
    column.integer('planned'),
    column.integer('done'),
    column.integer('contacts'),
    column.integer('customers_assigned'),
    column.integer('customers_visited'),
    column.rate('coverage'),
    column.rate('top_decile_share'),
    column.integer('approved_before'),
    column.integer('approval_breaches'),
    column.integer('minutes_due'),
    column.integer('minutes_on_time'),
    column.integer('minutes_late'),
    column.integer('minutes_pending'),
    column.rate('cold_call_share'),
    column.integer('visited_and_bought'),
    column.rate('strike_rate'),
    column.integer('new_customers'),
  ],
  rules: ['V-01', 'V-02', 'V-04', 'V-06', 'V-07'],
  run: async (ctx, p) => {
    const { groups } = await visitsCounted(ctx, p);
    return groups.map(visitFigures);
  },
});

type Question = Parameters<typeof visitQuestion>[1] & { by: z.infer<typeof visitsBy> | 'none' };

const counted = {
  name: 'visits_counted',
  run: async (ctx: ReportContext, p: Question) => [
    await countVisits(ctx, { ...visitQuestion(ctx, p), by: p.by }),
  ],
};

/** The counts of each group and of the whole, remembered: one walk over the forms serves both. */
export async function visitsCounted(ctx: ReportContext, { by, ...seen }: Question): Promise<VisitsCounted> {
  const [all] = await rowsOf(counted, ctx, { ...seen, by });
  if (!all) throw new Error('The visits were not counted');
  return all;
}

/** The shares of a group out of its counts, in the order of the report's columns; the bases stay beside them. */
export function visitFigures<C extends Counts>(r: C) {
  return {
    ...r,
    coverage: share(r.customers_visited, r.customers_assigned),
    top_decile_share: share(r.top_visits, r.assigned_visits),
    minutes_late: r.minutes_due - r.minutes_on_time - r.minutes_pending,
    cold_call_share: share(r.cold_calls, r.first_contacts),
    strike_rate: share(r.visited_and_bought, r.customers_met),
  };
}
