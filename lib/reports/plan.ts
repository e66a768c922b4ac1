/** Targets against actuals of a month, with how far the month has come (P-01). */
import { z } from 'zod';
import { planByGroup } from '@/lib/queries/plan';
import { parsePeriod } from '@/lib/rules/period';
import { attainment, elapsed } from '@/lib/rules/plan';
import { column } from './columns';
import { anyPeriod, asOf, monthPeriod } from './params';
import { planFilters, planSpan } from './plan_seen';
import { defineReport } from './report';

export const planSplits = ['salesperson', 'department', 'product', 'none'] as const;
export const planBy = z.enum(planSplits).default('salesperson');

const figures = [
  column.money('plan_amount'),
  column.money('actual_amount'),
  column.rate('attainment'),
  column.integer('plan_visits'),
  column.integer('actual_visits'),
  column.integer('plan_new'),
  column.integer('actual_new'),
  column.rate('elapsed'),
];

/** Plans are empty where nobody set one; `elapsed` is the share of the month's working days that are over. */
export const plan = defineReport({
  name: 'plan',
  params: { period: monthPeriod, as_of: asOf, by: planBy, ...planFilters },
  columns: [column.text('group'), ...figures],
  rules: ['P-01'],
  run: async (ctx, p) => {
    const span = planSpan(ctx, p);
    const gone = elapsed(ctx.calendar, { start: span.from, end: span.to }, p.as_of);
    const rows = await planByGroup(ctx.db, { ...span, by: p.by });
    return rows.map((r) => ({ ...r, attainment: attainment(r.actual_amount, r.plan_amount), elapsed: gone }));
  },
});

/** The same by month, over the months of a period. */
export const planMonths = defineReport({
  name: 'plan_months',
  params: { period: anyPeriod, as_of: asOf, ...planFilters },
  columns: [column.text('month'), ...figures],
  rules: ['P-01'],
  run: async (ctx, p) => {
    const rows = await planByGroup(ctx.db, { ...planSpan(ctx, p), by: 'month' });
    return rows.flatMap(({ group, ...r }) => {
      const month = parsePeriod(group ?? '');
      if (!month) return [];
      return {
        month: month.name,
        ...r,
        attainment: attainment(r.actual_amount, r.plan_amount),
        elapsed: elapsed(ctx.calendar, month, p.as_of),
      };
    });
  },
});
