/** The forms and the customers behind the figures of visits: as many rows as the figure counts. */
import { z } from 'zod';
import { visitCustomers, visitForms } from '@/lib/queries/visits_rows';
import { column, sourceColumns } from './columns';
import { asOf, filters } from './params';
import { defineReport } from './report';
import { visitsBy } from './visits';
import { visitPeriod, visitQuestion } from './visits_seen';

/** Figures that count forms. */
export const formFigures = [
  'planned',
  'done',
  'not_done',
  'contacts',
  'field_visits',
  'approved_before',
  'approval_breaches',
  'no_purpose',
  'minutes_due',
  'minutes_on_time',
  'minutes_late',
  'minutes_pending',
  'unreviewed',
  'unconfirmed',
  'first_contacts',
  'cold_calls',
  'costs',
  'unapproved_costs',
] as const;

/** Figures that count customers. */
export const customerFigures = ['assigned', 'visited', 'unvisited', 'top', 'met', 'bought', 'new'] as const;

const cell = {
  period: visitPeriod,
  as_of: asOf,
  by: visitsBy,
  /** As it stands in the row of `visits`, empty for the row without a group; absent for all of them. */
  group: z.string().optional(),
};

const groupParams = (group: string | undefined) => ({
  every_group: group === undefined,
  grp: group || null,
});

/** `role` (`none`: no role recorded) and `method` keep the forms with it, `customer_id` those of one customer. */
export const visitsRows = defineReport({
  name: 'visits_rows',
  params: {
    ...cell,
    figure: z.enum(formFigures).default('contacts'),
    customer_id: z.string().optional(),
    role: z.string().optional(),
    method: z.string().optional(),
    ...filters,
  },
  columns: [
    column.text('visit_id'),
    column.text('customer_id'),
    column.text('name'),
    column.text('salesperson'),
    column.code('method', 'method'),
    column.date('planned_for'),
    column.instant('visited_at'),
    column.text('contact_name', { personal: true }),
    column.code('contact_role', 'contact_role'),
    column.text('purpose'),
    column.code('conclusion', 'conclusion'),
    column.text('approved_by'),
    column.instant('approved_at'),
    column.instant('left_at'),
    column.code('approval', 'approval'),
    column.date('minutes_due_on'),
    column.instant('minutes_filed_at'),
    column.code('minutes', 'minutes'),
    column.instant('minutes_reviewed_at'),
    column.instant('customer_confirmed_at'),
    column.money('cost'),
    ...sourceColumns,
  ],
  rules: ['V-01', 'V-02', 'V-03', 'V-04', 'V-05', 'V-09', 'V-11'],
  run: async (ctx, p) => {
    const { strike_days: _, ...question } = visitQuestion(ctx, p);
    return visitForms(ctx.db, {
      ...question,
      by: p.by,
      figure: p.figure,
      ...groupParams(p.group),
      customer_id: p.customer_id ?? null,
      role: p.role ?? null,
      method: p.method ?? null,
    });
  },
});

/**
 * The customers of a figure: `assigned`, of them `visited`, `unvisited` and the most visited tenth (`top`, V-06);
 * those `met`, of them who `bought` soon after, and the `new` ones (V-07). `visits` are meetings with anybody of the
 * company.
 */
export const visitsCustomers = defineReport({
  name: 'visits_customers',
  params: { ...cell, figure: z.enum(customerFigures).default('assigned'), ...filters },
  columns: [
    column.text('group'),
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.integer('visits'),
    column.date('last_visit_on'),
    column.date('bought_on'),
    column.money('net_sales'),
    ...sourceColumns,
  ],
  rules: ['V-06', 'V-07'],
  run: async (ctx, p) => {
    const { due_after: _, ...question } = visitQuestion(ctx, p);
    // All groups together are the whole: a customer met by two of them is one.
    const by = p.group === undefined ? 'none' : p.by;
    return visitCustomers(ctx.db, { ...question, by, figure: p.figure, ...groupParams(p.group) });
  },
});
