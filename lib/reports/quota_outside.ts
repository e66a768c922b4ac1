import { quotaOutside as outsideOf } from '@/lib/queries/quota_ahead';
import { column, sourceColumns } from './columns';
import { asOf, listOrAll, many } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/** trade customers that are in no base on a day, and why: never admitted, later, or blacklisted. */
export const quotaOutside = defineReport({
  name: 'quota_outside',
  params: { as_of: asOf, department: many },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.code('outside', 'outside'),
    column.date('admitted_on'),
    ...sourceColumns,
  ],
  rules: ['Q-02', 'R-10'],
  run: (ctx, p) =>
    outsideOf(ctx.db, {
      as_of: p.as_of,
      departments: listOrAll(p.department),
      ...scopeParams(ctx.viewer),
    }),
});
