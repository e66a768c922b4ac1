/** The rows behind the figures of all receivables: what was paid in time, and what never falls due. */
import { salesNeverDue as neverDue, salesNeverDueTotal } from '@/lib/queries/receivables';
import { column, sourceColumns } from './columns';
import { customerFilterParams } from './customer-filters';
import { asOf, filters } from './params';
import { receivables } from './receivables';
import { onTimeRate } from './receivables_owed';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';

/**
 * the customers with sales due in the 12 months up to the as-of date: what was due, and of that what was
 * covered in time. Amounts in yuan; their sums make the rate of all of them.
 */
export const receivablesOnTime = defineReport({
  name: 'receivables_on_time',
  params: { as_of: asOf, ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.money('due_amount'),
    column.money('on_time_amount'),
    column.rate('on_time_rate'),
  ],
  rules: ['A-04'],
  run: async (ctx, p) =>
    (await rowsOf(receivables, ctx, p))
      .filter(({ due_amount }) => Number(due_amount) !== 0)
      .map(({ customer_id, name, department, due_amount, on_time_amount }) => ({
        customer_id,
        name,
        department,
        due_amount,
        on_time_amount,
        on_time_rate: onTimeRate(due_amount, on_time_amount),
      })),
});

/** sales without a due date; none where the company has a term for them. */
export const salesNeverDue = defineReport({
  name: 'sales_never_due',
  params: { as_of: asOf, ...filters },
  columns: [
    column.text('entry_id'),
    column.text('line_no'),
    column.text('customer_id'),
    column.text('name'),
    column.date('date'),
    column.money('amount'),
    column.text('product'),
    column.text('department'),
    column.text('owner'),
    ...sourceColumns,
  ],
  rules: ['A-03'],
  run: (ctx, { tier: _, ...p }) =>
    neverDue(ctx.db, {
      as_of: p.as_of,
      default_term: ctx.policy.on(p.as_of)['receivables.default_term'],
      ...customerFilterParams(ctx.viewer, p),
    }),
});

type Params = Omit<Parameters<typeof salesNeverDue.run>[1], 'tier'>;

const neverDueTotals = {
  name: 'sales_never_due_total',
  run: (ctx: ReportContext, p: Params) =>
    salesNeverDueTotal(ctx.db, {
      as_of: p.as_of,
      default_term: ctx.policy.on(p.as_of)['receivables.default_term'],
      ...customerFilterParams(ctx.viewer, p),
    }),
};

/** How many sales never fall due, and their sum in yuan: the figure over the rows of `sales_never_due`. */
export async function neverDueTotal(
  ctx: ReportContext,
  p: Params,
): Promise<{ count: number; amount: string }> {
  const [total] = await rowsOf(neverDueTotals, ctx, p);
  return { count: total?.sales ?? 0, amount: total?.amount ?? '0.00' };
}
