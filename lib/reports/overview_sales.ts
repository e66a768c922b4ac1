/** Net sales by month of the as-of date's year, against the year before. */
import { salesByMonth } from '@/lib/queries/overview';
import { column } from './columns';
import { ledgerSeen, overviewParams } from './overview_seen';
import { defineReport } from './report';

/**
 * A row for every month up to the as-of date, in yuan. `net_sales_before` is the same month a year before; where the
 * as-of date is not the end of its month, as many days of it.
 */
export const overviewSales = defineReport({
  name: 'overview_sales',
  params: overviewParams,
  columns: [column.text('period'), column.money('net_sales'), column.money('net_sales_before')],
  rules: ['A-01', 'T-05'],
  run: (ctx, p) => salesByMonth(ctx.db, ledgerSeen(ctx.viewer, p)),
});
