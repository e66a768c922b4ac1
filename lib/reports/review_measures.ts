/**
 * What the ledger says of every customer in a half-year, kept by data version as columns of numbers.
 * It takes most of a review's time and depends on no decision, filter or tier: so a second department, another filter
 * and a decision are answered without reading the ledger again.
 */
import { reviewSales } from '@/lib/queries/review';
import type { Cents } from '@/lib/rules/cents';
import type { PolicyValues } from '@/lib/rules/parameters';
import { type Period, stepPeriod } from '@/lib/rules/period';
import { cleanFrom, yearUpTo } from '@/lib/rules/review-period';
import type { Column } from '@/lib/warehouse/columns';
import { readAhead } from './ahead';
import { problemsAt } from './covers';
import { dayAt, forgetColumns, keepColumns, placesOf } from './kept_columns';
import type { ReportContext } from './report';

export interface Measure {
  net_sales: Cents;
  net_sales_12m: Cents;
  months_with_sale: number;
  due: Cents;
  on_time: Cents;
  problem_sales: number;
  unclean_sales: number;
  first_late_on: string | null;
  oldest_overdue_on: string | null;
}

/** of a customer's problem sales, how many there are and since when they are known. */
export interface ProblemDays {
  problem_sales: number;
  /** The first found in the period, covered late or still overdue. */
  paid_found_on: string | null;
  overdue_found_on: string | null;
  /** The first of those overdue from before the period. */
  found_before_on: string | null;
  last_found_on: string | null;
}

/** By the key of a customer; of one without sales they are 0. */
export interface Measures {
  of(customer_key: number): Measure;
  netSales(customer_key: number): Cents;
  problemDays(customer_key: number): ProblemDays;
}

const question = (period: Period, policy: PolicyValues) => ({
  period_start: period.start,
  period_end: period.end,
  year_from: yearUpTo(period.end),
  clean_from: cleanFrom(period, policy['review.clean_record']),
  grace_days: policy['receivables.grace_days'],
  default_term: policy['receivables.default_term'],
});

/**
 * The measures of a period.
 * @param departments null: of the whole company; else at least of these, from those of the whole company where they
 *   are there
 */
export function reviewMeasures(
  ctx: ReportContext,
  period: Period,
  departments: readonly string[] | null,
): Promise<Measures> {
  const asked = question(period, ctx.policy.on(period.end));
  const keyOf = (of: readonly string[] | null) =>
    JSON.stringify(['measures', ctx.db.dir, ctx.db.dataVersion(), asked, of]);
  return keepColumns([keyOf(null), keyOf(departments)], () => read(ctx, asked, departments));
}

/**
 * Reads the ledger of the whole company for a half-year and for those before and after it, one after the other: where
 * a page goes next. What cannot be read is told in the log, and tried again with the next page that asks.
 */
export const prepareMeasures = (ctx: ReportContext, period: Period): Promise<boolean> =>
  readAhead([0, -1, 1].map((step) => () => reviewMeasures(ctx, stepPeriod(period, step), null)));

/** Forgets all measures: for measurements. */
export const forgetMeasures = (): void => forgetColumns();

const soldNames = ['customer_key', 'net_sales', 'net_sales_12m', 'months_with_sale'] as const;
/** Who is numbered beyond the last with a charge has none. */
const day = (column: Column, customer_key: number): string | null =>
  customer_key < column.length ? dayAt(column, customer_key) : null;

async function read(
  ctx: ReportContext,
  asked: ReturnType<typeof question>,
  departments: readonly string[] | null,
): Promise<{ value: Measures; size: number }> {
  const { period_start, period_end, year_from, clean_from, grace_days, default_term } = asked;
  const those = departments === null ? null : [...departments];
  const [sold, cover] = await Promise.all([
    reviewSales.columns(ctx.db, { period_start, period_end, year_from, departments: those }, soldNames),
    problemsAt(ctx, {
      as_of: period_end,
      due_from: period_start,
      found_from: period_start,
      clean_from,
      grace_days,
      default_term,
    }),
  ]);
  const inSold = placesOf(sold.customer_key);
  const netSales = (customer_key: number): Cents => {
    const s = inSold[customer_key] ?? 0;
    return s === 0 ? 0 : (sold.net_sales[s - 1] ?? 0);
  };
  const of = (customer_key: number): Measure => {
    const s = inSold[customer_key] ?? 0;
    return {
      net_sales: netSales(customer_key),
      net_sales_12m: s === 0 ? 0 : (sold.net_sales_12m[s - 1] ?? 0),
      months_with_sale: s === 0 ? 0 : Number(sold.months_with_sale[s - 1]),
      due: cover.due_amount[customer_key] ?? 0,
      on_time: cover.on_time_amount[customer_key] ?? 0,
      problem_sales: Number(cover.problem_sales[customer_key] ?? 0),
      unclean_sales: Number(cover.unclean_sales[customer_key] ?? 0),
      first_late_on: day(cover.first_late_on, customer_key),
      oldest_overdue_on: day(cover.oldest_overdue_on, customer_key),
    };
  };
  const problemDays = (customer_key: number): ProblemDays => ({
    problem_sales: Number(cover.problem_sales[customer_key] ?? 0),
    paid_found_on: day(cover.paid_found_on, customer_key),
    overdue_found_on: day(cover.overdue_found_on, customer_key),
    found_before_on: day(cover.found_before_on, customer_key),
    last_found_on: day(cover.last_found_on, customer_key),
  });
  return { value: { of, netSales, problemDays }, size: sold.customer_key.length };
}
