/** The rows behind a customer's receivables. */
import { z } from 'zod';
import { customerEntries } from '@/lib/queries/receivables';
import { coverOf } from '@/lib/rules/receivables';
import { column, sourceColumns } from './columns';
import { asOf } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

const params = { as_of: asOf, customer_id: z.string().min(1) };

/** each sale and opening balance of one customer, when and by what it was covered, what is open. */
export const receivableSales = defineReport({
  name: 'receivable_sales',
  params,
  columns: [
    column.text('entry_id'),
    column.text('line_no'),
    column.date('date'),
    column.code('kind', 'ledger_kind'),
    column.text('product'),
    column.money('amount'),
    column.date('due_on'),
    column.date('paid_on'),
    column.code('state', 'charge_state'),
    column.integer('days_overdue'),
    column.money('settled'),
    column.list('settled_by'),
    column.money('from_pool'),
    column.money('open'),
    ...sourceColumns,
  ],
  rules: ['A-02', 'A-03'],
  run: async (ctx, p) => {
    const entries = await customerEntries(ctx.db, { ...p, ...scopeParams(ctx.viewer) });
    const term = ctx.policy.on(p.as_of)['receivables.default_term'];
    return coverOf(entries, p.as_of, term).map((c) => ({
      entry_id: c.entry.entry_id,
      line_no: c.entry.line_no,
      date: c.entry.date,
      kind: c.entry.kind,
      product: c.entry.product,
      amount: c.entry.amount,
      due_on: c.due_on,
      paid_on: c.paid_on,
      state: c.state,
      days_overdue: c.days_overdue,
      settled: c.settled.toFixed(2),
      settled_by: c.settled_by,
      from_pool: c.from_pool.toFixed(2),
      open: c.open.toFixed(2),
      source_import: c.entry.source_import,
      source_file: c.entry.source_file,
      source_sheet: c.entry.source_sheet,
      source_line: c.entry.source_line,
    }));
  },
});

/** the ledger sheet of one customer, with the balance after each row. */
export const receivableEntries = defineReport({
  name: 'receivable_entries',
  params,
  columns: [
    column.text('entry_id'),
    column.text('line_no'),
    column.date('date'),
    column.code('kind', 'ledger_kind'),
    column.money('amount'),
    column.money('balance'),
    column.text('product'),
    column.decimal('quantity'),
    column.text('department'),
    column.text('salesperson'),
    column.date('due_on'),
    column.text('settles'),
    column.text('contract_id'),
    column.text('receipt_no'),
    ...sourceColumns,
  ],
  rules: ['A-01', 'A-08'],
  run: (ctx, p) => customerEntries(ctx.db, { ...p, ...scopeParams(ctx.viewer) }),
});
