/** The sales and returns of a customer up to a date: behind last sale, rhythm and value at stake (I-06, I-07, I-09). */
import { z } from 'zod';
import { salesOfCustomer } from '@/lib/queries/idle';
import { column, sourceColumns } from './columns';
import { asOf } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/**
 * The latest first. `amount` in yuan, a return with a minus; those with `in_value` add up to the value at stake.
 * `gap_days`, on one sale of each date, are the gaps whose median is the rhythm.
 */
export const customerSales = defineReport({
  name: 'customer_sales',
  params: { as_of: asOf, customer_id: z.string().min(1) },
  columns: [
    column.text('entry_id'),
    column.text('line_no'),
    column.date('date'),
    column.code('kind', 'ledger_kind'),
    column.money('amount'),
    column.text('product'),
    column.decimal('quantity'),
    column.integer('gap_days'),
    column.boolean('in_value'),
    ...sourceColumns,
  ],
  rules: ['I-06', 'I-07', 'I-09'],
  run: (ctx, p) =>
    salesOfCustomer(ctx.db, {
      as_of: p.as_of,
      customer_id: p.customer_id,
      value_days: ctx.policy.on(p.as_of)['trade.value_days'],
      ...scopeParams(ctx.viewer),
    }),
});
