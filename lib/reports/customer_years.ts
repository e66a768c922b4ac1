/** What every customer bought in the year up to a day, kept by data version: no filter, tier or decision changes it. */
import { customerYears as yearsOf } from '@/lib/queries/quota';
import { yuanOf } from '@/lib/rules/cents';
import { yearUpTo } from '@/lib/rules/review-period';
import { dayAt, keepColumns, placesOf } from './kept_columns';
import type { ReportContext } from './report';

/** By the key of a customer: net sales in yuan, and the day of the last sale. */
export type CustomerYears = (customer_key: number) => { net_sales_12m: string; last_sale_on: string | null };

export function customerYears(ctx: ReportContext, as_of: string): Promise<CustomerYears> {
  const key = JSON.stringify(['years', ctx.db.dir, ctx.db.dataVersion(), as_of]);
  return keepColumns([key], async () => {
    const asked = { as_of, year_from: yearUpTo(as_of) };
    const years = await yearsOf.columns(ctx.db, asked, ['customer_key', 'net_sales_12m', 'last_sale_on']);
    const places = placesOf(years.customer_key);
    const value: CustomerYears = (customer_key) => {
      const at = (places[customer_key] ?? 0) - 1;
      if (at < 0) return { net_sales_12m: '0.00', last_sale_on: null };
      return {
        net_sales_12m: yuanOf(years.net_sales_12m[at] ?? 0),
        last_sale_on: dayAt(years.last_sale_on, at),
      };
    };
    return { value, size: years.customer_key.length };
  });
}
