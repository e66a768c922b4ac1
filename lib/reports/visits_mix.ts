/** Whom salespeople met, how contact began, and each week by itself (V-04, V-05, V-07). */
import { visitWeeks } from '@/lib/queries/visits';
import { weekOf } from '@/lib/rules/period';
import { share } from '@/lib/rules/visits';
import { column } from './columns';
import { asOf, filters } from './params';
import { defineReport, type ReportContext } from './report';
import { visitsBy, visitsCounted } from './visits';
import { visitPeriod, visitQuestion, type visitScopeOf } from './visits_seen';
import type { Mix } from './visits_tallies';

const params = { period: visitPeriod, as_of: asOf, ...filters };

type Seen = Parameters<typeof visitScopeOf>[1];
type Split = Parameters<typeof visitsCounted>[1]['by'];

const shared = (mix: readonly Mix[]) => {
  const all = mix.reduce((sum, { count }) => sum + count, 0);
  return mix.map(({ code, count }) => ({ code, count, share: share(count, all) }));
};

/** The rows of `visits_roles`. @param by the split that is counted in the same walk; the rows are the same */
export async function rolesMet(ctx: ReportContext, p: Seen, by: Split) {
  const { roles } = await visitsCounted(ctx, { ...p, by });
  return shared(roles).map(({ code, ...r }) => ({ contact_role: code, ...r }));
}

/** The rows of `visits_first`. @param by as above */
export async function firstsMade(ctx: ReportContext, p: Seen, by: Split) {
  const { firsts } = await visitsCounted(ctx, { ...p, by });
  return shared(firsts).map(({ code, ...r }) => ({ method: code, ...r }));
}

/** V-05: meetings face to face by the role of the person met; empty where no role is recorded. */
export const visitsRoles = defineReport({
  name: 'visits_roles',
  params,
  columns: [column.code('contact_role', 'contact_role'), column.integer('count'), column.rate('share')],
  rules: ['V-05'],
  run: (ctx, p) => rolesMet(ctx, p, 'none'),
});

/** V-04: first contacts ever that are dated in the period, by their method. */
export const visitsFirst = defineReport({
  name: 'visits_first',
  params,
  columns: [column.code('method', 'method'), column.integer('count'), column.rate('share')],
  rules: ['V-04'],
  run: (ctx, p) => firstsMade(ctx, p, 'none'),
});

/** V-07 for each ISO week that has a form; days outside of the period do not count. */
export const visitsWeeks = defineReport({
  name: 'visits_weeks',
  params: { ...params, by: visitsBy },
  columns: [
    column.text('group'),
    column.text('week'),
    column.date('week_from'),
    column.integer('planned'),
    column.integer('done'),
    column.integer('contacts'),
    column.integer('customers_met'),
    column.integer('visited_and_bought'),
    column.rate('strike_rate'),
  ],
  rules: ['V-07'],
  run: async (ctx, p) => {
    const { due_after: _, ...question } = visitQuestion(ctx, p);
    const rows = await visitWeeks(ctx.db, { ...question, by: p.by });
    return rows.map(({ group, week, ...counts }) => ({
      group,
      week: weekOf(week).name,
      week_from: week,
      ...counts,
      strike_rate: share(counts.visited_and_bought, counts.customers_met),
    }));
  },
});
