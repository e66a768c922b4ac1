/** A customer's place among all customers of a year by net sales, from columns kept by data version. */
import { customerTurnovers } from '@/lib/queries/customers';
import type { Column } from '@/lib/warehouse/columns';
import { keepColumns, placesOf } from './kept_columns';
import type { ReportContext } from './report';

export interface Rank {
  /** Customers that bought as much share a place. */
  place: number;
  of_all: number;
}

/** Null where the customer bought and returned nothing in the year. */
export type CustomerRanks = (customer_key: number, year: number) => Rank | null;

interface Year {
  /** Net sales in cents by customer, as read. */
  of: (customer_key: number) => number | null;
  sorted: Float64Array;
}

export function customerRanks(ctx: ReportContext, as_of: string): Promise<CustomerRanks> {
  const key = JSON.stringify(['ranks', ctx.db.dir, ctx.db.dataVersion(), as_of]);
  return keepColumns([key], async () => {
    const rows = await customerTurnovers.columns(ctx.db, { as_of }, ['year', 'customer_key', 'net_sales']);
    const years = new Map<number, Year>();
    for (const year of new Set([...rows.year].map(Number))) years.set(year, yearOf(rows, year));
    const value: CustomerRanks = (customer_key, year) => {
      const all = years.get(year);
      const own = all?.of(customer_key) ?? null;
      if (!all || own === null) return null;
      return { place: above(all.sorted, own) + 1, of_all: all.sorted.length };
    };
    return { value, size: rows.year.length };
  });
}

function yearOf(rows: Record<'year' | 'customer_key' | 'net_sales', Column>, year: number): Year {
  const at: number[] = [];
  for (let i = 0; i < rows.year.length; i++) if (Number(rows.year[i]) === year) at.push(i);
  const sales = Float64Array.from(at, (i) => Number(rows.net_sales[i]));
  const places = placesOf(Int32Array.from(at, (i) => Number(rows.customer_key[i])));
  return { of: (key) => sales[(places[key] ?? 0) - 1] ?? null, sorted: sales.toSorted() };
}

/** How many of sorted amounts are larger than one. */
function above(sorted: Float64Array, amount: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) <= amount) from = middle + 1;
    else to = middle;
  }
  return sorted.length - from;
}
