/** What every customer bought in the twelve months up to a day, kept by data version: no filter, tier or decision changes it. */
import { customerTwelveMonths } from '@/lib/queries/quota';
import { yuanOf } from '@/lib/rules/cents';
import { yearUpTo } from '@/lib/rules/review-period';
import { dayAt, keepColumns, placesOf } from './kept_columns';
import type { ReportContext } from './report';

/** By the key of a customer: net sales in yuan, and the day of the last sale. */
export type TwelveMonths = (customer_key: number) => { net_sales_12m: string; last_sale_on: string | null };

export function twelveMonths(ctx: ReportContext, as_of: string): Promise<TwelveMonths> {
  const key = JSON.stringify(['twelve months', ctx.db.dir, ctx.db.dataVersion(), as_of]);
  return keepColumns([key], async () => {
    const asked = { as_of, year_from: yearUpTo(as_of) };
    const months = await customerTwelveMonths.columns(ctx.db, asked, [
      'customer_key',
      'net_sales_12m',
      'last_sale_on',
    ]);
    const places = placesOf(months.customer_key);
    const value: TwelveMonths = (customer_key) => {
      const at = (places[customer_key] ?? 0) - 1;
      if (at < 0) return { net_sales_12m: '0.00', last_sale_on: null };
      return {
        net_sales_12m: yuanOf(months.net_sales_12m[at] ?? 0),
        last_sale_on: dayAt(months.last_sale_on, at),
      };
    };
    return { value, size: months.customer_key.length };
  });
}
