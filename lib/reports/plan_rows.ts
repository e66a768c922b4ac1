/** The records behind plan and actuals (P-01), and the calls of new salespeople (P-02). */
import { z } from 'zod';
import { callsOfNew, planRecords } from '@/lib/queries/plan';
import { workingDays } from '@/lib/rules/plan';
import { column, sourceColumns } from './columns';
import { anyPeriod, asOf, monthPeriod } from './params';
import { planSplits } from './plan';
import { planFilters, planSpan } from './plan_seen';
import { defineReport } from './report';

export const planFigures = ['plan', 'sales', 'visits', 'new'] as const;

/**
 * `plan`: the lines of the plan; `sales`: sales and returns, a return with a minus; `visits`: meetings face to face;
 * `new`: first sales. `group` as it stands in the report's row, empty for the row without one, absent for all.
 */
export const planRows = defineReport({
  name: 'plan_rows',
  params: {
    period: anyPeriod,
    as_of: asOf,
    by: z.enum([...planSplits, 'month']).default('none'),
    group: z.string().optional(),
    figure: z.enum(planFigures).default('plan'),
    ...planFilters,
  },
  columns: [
    column.date('date'),
    column.text('source_id'),
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('salesperson'),
    column.text('product'),
    column.money('amount'),
    column.integer('plan_visits'),
    column.integer('plan_new'),
    ...sourceColumns,
  ],
  rules: ['P-01'],
  run: (ctx, p) =>
    planRecords(ctx.db, {
      ...planSpan(ctx, p),
      by: p.by,
      figure: p.figure,
      every_group: p.group === undefined,
      grp: p.group || null,
    }),
});

/** P-02: the calls that a salesperson made on the working days of a month on which it was new, against the number asked. */
export const planCalls = defineReport({
  name: 'plan_calls',
  params: { period: monthPeriod, as_of: asOf, department: planFilters.department, owner: planFilters.owner },
  columns: [
    column.text('salesperson'),
    column.text('department'),
    column.date('joined_on'),
    column.date('new_from'),
    column.date('new_until'),
    column.integer('working_days'),
    column.integer('calls'),
    column.number('calls_per_day'),
    column.integer('calls_asked'),
    column.boolean('enough'),
  ],
  rules: ['P-02'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    const { to: _to, face_to_face: _methods, products: _products, ...span } = planSpan(ctx, p);
    const rows = await callsOfNew(ctx.db, { ...span, new_days: policy['plan.new_days'] });
    return rows.map((r) => {
      const days = workingDays(ctx.calendar, r.new_from, r.new_until);
      const asked = days * policy['plan.calls_per_day'];
      return {
        salesperson: r.salesperson,
        department: r.department,
        joined_on: r.joined_on,
        new_from: r.new_from,
        new_until: r.new_until,
        working_days: days,
        calls: r.calls,
        calls_per_day: days === 0 ? null : r.calls / days,
        calls_asked: asked,
        enough: r.calls >= asked,
      };
    });
  },
});
