/** Whom salespeople met, how contact began, and each week by itself (V-04, V-05, V-07). */
import { visitMix, visitWeeks } from '@/lib/queries/visits';
import { weekOf } from '@/lib/rules/period';
import { share } from '@/lib/rules/visits';
import { column } from './columns';
import { asOf, filters } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';
import { visitsBy } from './visits';
import { visitPeriod, visitQuestion, visitScopeOf } from './visits_seen';

const params = { period: visitPeriod, as_of: asOf, ...filters };

/** Both mixes come out of one reading. */
const mixed = {
  name: 'visits_mixed',
  run: (ctx: ReportContext, p: Parameters<typeof visitScopeOf>[1]) => visitMix(ctx.db, visitScopeOf(ctx, p)),
};

/** V-05: meetings face to face by the role of the person met; empty where no role is recorded. */
export const visitsRoles = defineReport({
  name: 'visits_roles',
  params,
  columns: [column.code('contact_role', 'contact_role'), column.integer('count'), column.rate('share')],
  rules: ['V-05'],
  run: async (ctx, p) => {
    const rows = (await rowsOf(mixed, ctx, p)).filter((r) => r.part === 'role');
    const all = rows.reduce((sum, r) => sum + r.count, 0);
    return rows.map(({ code, count }) => ({ contact_role: code, count, share: share(count, all) }));
  },
});

/** V-04: first contacts ever that are dated in the period, by their method. */
export const visitsFirst = defineReport({
  name: 'visits_first',
  params,
  columns: [column.code('method', 'method'), column.integer('count'), column.rate('share')],
  rules: ['V-04'],
  run: async (ctx, p) => {
    const rows = (await rowsOf(mixed, ctx, p)).filter((r) => r.part === 'first');
    const all = rows.reduce((sum, r) => sum + r.count, 0);
    return rows.map(({ code, count }) => ({ method: code, count, share: share(count, all) }));
  },
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
