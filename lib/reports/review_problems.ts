import { column, sourceColumns } from './columns';
import { problemsOf } from './demotions';
import { filters, halfPeriod, many } from './params';
import { defineReport } from './report';
import { periodNamed, reviewed } from './review';

/**
 * the problems of all customers reviewed, or of those asked for, customer by customer, the earliest found first:
 * as many rows as `review` counts problems.
 */
export const reviewProblems = defineReport({
  name: 'review_problems',
  params: { period: halfPeriod, customer_id: many, ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.code('kind', 'problem'),
    column.text('item'),
    column.date('date'),
    column.date('due_on'),
    column.date('paid_on'),
    column.date('found_on'),
    column.money('amount'),
    ...sourceColumns,
  ],
  rules: ['R-03'],
  run: async (ctx, p) => {
    const period = periodNamed(p.period);
    const rows = (await reviewed(ctx, period, p)).filter(
      (r) => r.problems > 0 && (!p.customer_id?.length || p.customer_id.includes(r.customer_id)),
    );
    const ids = rows.map((r) => r.customer_id);
    const problems = await problemsOf(ctx, ids, period.start, period.end);
    return rows.flatMap(({ customer_id, name, department }) =>
      (problems.get(customer_id) ?? [])
        .sort((a, b) =>
          a.found_on === b.found_on ? (a.item < b.item ? -1 : 1) : a.found_on < b.found_on ? -1 : 1,
        )
        .map((problem) => ({ customer_id, name, department, ...problem })),
    );
  },
});
