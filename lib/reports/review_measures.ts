/**
 * What the ledger says of every customer in a half-year, kept by data version as columns of numbers.
 * It takes most of a review's time and depends on no decision, filter or tier: so a second department, another filter
 * and a decision are answered without reading the ledger again.
 */
import { customerCover } from '@/lib/queries/receivables';
import { reviewSales } from '@/lib/queries/review';
import type { Cents } from '@/lib/rules/cents';
import type { PolicyValues } from '@/lib/rules/parameters';
import { addDays, type Period, stepPeriod } from '@/lib/rules/period';
import { cleanFrom, yearUpTo } from '@/lib/rules/review-period';
import { type Column, NONE } from '@/lib/warehouse/columns';
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

/** By the key of a customer; of one without sales they are 0. */
export interface Measures {
  of(customer_key: number): Measure;
  netSales(customer_key: number): Cents;
}

interface Kept {
  measures: Promise<Measures>;
  /** Rows of the two answers; 0 while they are awaited. */
  size: number;
}

/** About 30 bytes each: eight half-years of 200,000 customers, and then some. */
const MAX_ROWS = 4_000_000;
const KEY = Symbol.for('tierline.review-measures');

function kept(): Map<string, Kept> {
  const g = globalThis as unknown as Record<symbol, Map<string, Kept> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
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
    JSON.stringify([ctx.db.dir, ctx.db.dataVersion(), asked, of]);
  const all = kept();
  for (const key of [keyOf(null), keyOf(departments)]) {
    const known = all.get(key);
    if (!known) continue;
    all.delete(key);
    all.set(key, known);
    return known.measures;
  }
  const reading = read(ctx, asked, departments);
  const entry: Kept = { measures: reading.then((r) => r.measures), size: 0 };
  const key = keyOf(departments);
  all.set(key, entry);
  entry.measures.catch(() => all.delete(key));
  reading.then(
    ({ size }) => {
      entry.size = size;
      trim(all);
    },
    () => undefined,
  );
  return entry.measures;
}

/**
 * Reads the ledger of the whole company for a half-year and for those before and after it, one after the other: where
 * a page goes next. What cannot be read is told when it is asked for.
 */
export async function prepareMeasures(ctx: ReportContext, period: Period): Promise<void> {
  for (const step of [0, -1, 1]) {
    try {
      await reviewMeasures(ctx, stepPeriod(period, step), null);
    } catch {
      return;
    }
  }
}

function trim(all: Map<string, Kept>): void {
  let total = 0;
  for (const entry of all.values()) total += entry.size;
  for (const [key, entry] of all) {
    if (total <= MAX_ROWS) return;
    total -= entry.size;
    all.delete(key);
  }
}

/** Forgets all measures: for measurements. */
export function forgetMeasures(): void {
  kept().clear();
}

const soldNames = ['customer_key', 'net_sales', 'net_sales_12m', 'months_with_sale'] as const;
const coverNames = [
  'customer_key',
  'due_amount',
  'on_time_amount',
  'problem_sales',
  'unclean_sales',
  'first_late_on',
  'oldest_overdue_on',
] as const;

async function read(
  ctx: ReportContext,
  asked: ReturnType<typeof question>,
  departments: readonly string[] | null,
): Promise<{ measures: Measures; size: number }> {
  const { period_start, period_end, year_from, clean_from, grace_days, default_term } = asked;
  const those = departments === null ? null : [...departments];
  const [sold, cover] = await Promise.all([
    reviewSales.columns(ctx.db, { period_start, period_end, year_from, departments: those }, soldNames),
    customerCover.columns(
      ctx.db,
      {
        as_of: period_end,
        due_from: period_start,
        found_from: period_start,
        clean_from,
        grace_days,
        default_term,
        departments: those,
        ages: false,
        problems: true,
      },
      coverNames,
    ),
  ]);
  const inSold = placesOf(sold.customer_key);
  const inCover = placesOf(cover.customer_key);
  const netSales = (customer_key: number): Cents => {
    const s = inSold[customer_key] ?? 0;
    return s === 0 ? 0 : (sold.net_sales[s - 1] ?? 0);
  };
  const of = (customer_key: number): Measure => {
    const s = inSold[customer_key] ?? 0;
    const c = inCover[customer_key] ?? 0;
    return {
      net_sales: netSales(customer_key),
      net_sales_12m: s === 0 ? 0 : (sold.net_sales_12m[s - 1] ?? 0),
      months_with_sale: s === 0 ? 0 : Number(sold.months_with_sale[s - 1]),
      due: c === 0 ? 0 : (cover.due_amount[c - 1] ?? 0),
      on_time: c === 0 ? 0 : (cover.on_time_amount[c - 1] ?? 0),
      problem_sales: c === 0 ? 0 : Number(cover.problem_sales[c - 1]),
      unclean_sales: c === 0 ? 0 : Number(cover.unclean_sales[c - 1]),
      first_late_on: c === 0 ? null : dayAt(cover.first_late_on, c - 1),
      oldest_overdue_on: c === 0 ? null : dayAt(cover.oldest_overdue_on, c - 1),
    };
  };
  return { measures: { of, netSales }, size: sold.customer_key.length + cover.customer_key.length };
}

/** By key, where in an answer it stands, counted from 1; 0 where it does not. */
function placesOf(keys: Column): Int32Array {
  let largest = 0;
  for (const key of keys) largest = Math.max(largest, Number(key));
  const places = new Int32Array(largest + 1);
  for (let i = 0; i < keys.length; i++) places[Number(keys[i])] = i + 1;
  return places;
}

const EPOCH = '1970-01-01';
/** Each day is written once. */
const days = new Map<number, string>();

function dayAt(column: Column, index: number): string | null {
  const day = Number(column[index]);
  if (day === NONE) return null;
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = addDays(EPOCH, day);
  days.set(day, text);
  return text;
}
