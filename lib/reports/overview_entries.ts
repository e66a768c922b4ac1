/** The sales and returns that net sales of a period are added up from. */
import { salesEntries } from '@/lib/queries/overview';
import { column, sourceColumns } from './columns';
import { periodBounds } from './funnel_seen';
import { ledgerSeen, overviewParams } from './overview_seen';
import { anyPeriod, listOrAll, many } from './params';
import { defineReport } from './report';

/** Only what is dated up to the as-of date (T-05); a return counts with its minus. */
export const overviewEntries = defineReport({
  name: 'overview_entries',
  params: { period: anyPeriod, salesperson: many, ...overviewParams },
  columns: [
    column.text('entry_id'),
    column.text('line_no'),
    column.date('date'),
    column.code('kind', 'ledger_kind'),
    column.text('customer_id'),
    column.text('customer_name'),
    column.text('department'),
    column.text('salesperson'),
    column.text('product'),
    column.money('net_sales'),
    ...sourceColumns,
  ],
  rules: ['A-01', 'T-05'],
  run: (ctx, p) =>
    salesEntries(ctx.db, {
      ...ledgerSeen(ctx.viewer, p),
      ...periodBounds(p.period),
      salespeople: listOrAll(p.salesperson),
    }),
});
