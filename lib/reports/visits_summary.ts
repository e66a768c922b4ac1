/** The visits of a period in one row: what the cards of the page show, each with its base (V-01 to V-11). */
import type { z } from 'zod';
import { yuanOf } from '@/lib/rules/cents';
import { column } from './columns';
import { asOf, filters } from './params';
import { defineReport, type ReportContext } from './report';
import { visitFigures, type visitsBy, visitsCounted } from './visits';
import { visitPeriod, type visitScopeOf } from './visits_seen';

/** One row, over all groups; unlike the rows of `visits` it bears the base of each share. */
export const visitsSummary = defineReport({
  name: 'visits_summary',
  params: { period: visitPeriod, as_of: asOf, ...filters },
  columns: [
    column.integer('planned'),
    column.integer('done'),
    column.integer('contacts'),
    column.integer('customers_assigned'),
    column.integer('customers_visited'),
    column.rate('coverage'),
    column.integer('assigned_visits'),
    column.integer('top_visits'),
    column.rate('top_decile_share'),
    column.integer('field_visits'),
    column.integer('approved_before'),
    column.integer('approval_breaches'),
    column.integer('no_purpose'),
    column.integer('minutes_due'),
    column.integer('minutes_on_time'),
    column.integer('minutes_late'),
    column.integer('minutes_pending'),
    column.integer('unreviewed'),
    column.integer('unconfirmed'),
    column.integer('first_contacts'),
    column.integer('cold_calls'),
    column.rate('cold_call_share'),
    column.integer('customers_met'),
    column.integer('visited_and_bought'),
    column.rate('strike_rate'),
    column.integer('new_customers'),
    column.money('cost'),
    column.integer('unapproved_costs'),
  ],
  rules: ['V-01', 'V-02', 'V-03', 'V-04', 'V-06', 'V-07', 'V-09', 'V-11'],
  run: (ctx, p) => visitsWhole(ctx, p, 'none'),
});

type Seen = Parameters<typeof visitScopeOf>[1];

/**
 * The one row.
 * @param by the split that is asked for beside it, so that both come out of one walk over the forms; the row is the same
 */
export async function visitsWhole(ctx: ReportContext, p: Seen, by: z.infer<typeof visitsBy> | 'none') {
  const { whole, more } = await visitsCounted(ctx, { ...p, by });
  return [{ ...visitFigures(whole), ...more, cost: yuanOf(more.cost) }];
}
