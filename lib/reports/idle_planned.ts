/** Visits planned and not done by a date: behind the state `planned` of the customers to contact (V-07). */
import { plannedVisits } from '@/lib/queries/idle';
import { column, sourceColumns } from './columns';
import { asOf, listOrAll, many } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/** The next one first. */
export const idlePlanned = defineReport({
  name: 'idle_planned',
  params: { as_of: asOf, customer_id: many },
  columns: [
    column.text('visit_id'),
    column.text('customer_id'),
    column.text('salesperson'),
    column.code('method', 'method'),
    column.date('planned_for'),
    column.text('purpose'),
    ...sourceColumns,
  ],
  rules: ['V-07'],
  run: (ctx, p) =>
    plannedVisits(ctx.db, {
      as_of: p.as_of,
      customers: listOrAll(p.customer_id),
      ...scopeParams(ctx.viewer),
    }),
});
