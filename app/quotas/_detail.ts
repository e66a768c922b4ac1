/** What the drawer shows of one customer that holds a place or belongs to a base. */
import type { PageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { customerSales } from '@/lib/reports/customer_sales';
import { customerTiers } from '@/lib/reports/customer_tiers';
import { rowsOf } from '@/lib/reports/run';
import { yearUpTo } from '@/lib/rules/review-period';
import type { ListedRow, QuotasModel } from './_model';

export interface QuotaDetail {
  row: ListedRow;
  /** Decisions up to the as-of date, the latest first. */
  tiers: Awaited<ReturnType<typeof customerTiers.run>>;
  /** Sales and returns of the 12 months up to it, the latest first. */
  sales: Awaited<ReturnType<typeof customerSales.run>>;
  /** First of the 12 months. */
  from: string;
}

/** Null where the address names nobody of the list. */
export async function quotaDetail(
  ctx: PageContext,
  model: QuotasModel,
  search: SearchParams,
): Promise<QuotaDetail | null> {
  const row = model.rows.find((r) => r.customer_id === one(search, 'row'));
  if (!row) return null;
  const { as_of } = model.params;
  const question = { as_of, customer_id: row.customer_id };
  const from = yearUpTo(as_of);
  const [tiers, sales] = await Promise.all([
    rowsOf(customerTiers, ctx, question),
    rowsOf(customerSales, ctx, question),
  ]);
  return { row, tiers, sales: sales.filter((s) => s.date >= from), from };
}
