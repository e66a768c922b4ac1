/** Everything the page of one customer shows, on a day; its scores come after, they take a review each. */
import type { PageContext } from '@/app/_lib/context';
import { all, href, type SearchParams } from '@/app/_lib/url';
import {
  customerFile,
  customerLedger,
  customerProducts,
  customerTimeline,
} from '@/lib/reports/customer_file';
import { customerTiers } from '@/lib/reports/customer_tiers';
import { BadParameterError } from '@/lib/reports/errors';
import { idleReasons } from '@/lib/reports/idle_reasons';
import { readParams } from '@/lib/reports/params';
import { agesOfCustomer } from '@/lib/reports/receivables';
import { rowsOf } from '@/lib/reports/run';
import { parsePeriod, stepPeriod } from '@/lib/rules/period';

type Rows<R extends { run: (...args: never[]) => Promise<unknown[]> }> = Awaited<ReturnType<R['run']>>;
export type FileRow = Rows<typeof customerFile>[number];
export type LedgerRow = Rows<typeof customerLedger>[number];
export type TimelineRow = Rows<typeof customerTimeline>[number];

export const events = [
  'contact',
  'opportunity',
  'call',
  'incident',
  'complaint',
  'contract',
  'tier',
  'blacklist',
  'grade',
] as const;

export interface MonthOfSales {
  period: string;
  value: string;
  before: string | null;
}

export interface CustomerModel {
  as_of: string;
  file: FileRow;
  /** The twelve months up to the day, the earliest first, with the same month a year before. */
  months: MonthOfSales[];
  byMonth: LedgerRow[];
  byYear: LedgerRow[];
  products: Rows<typeof customerProducts>;
  timeline: TimelineRow[];
  /** The kinds of events that are shown; empty: all. */
  shown: string[];
  reasons: Rows<typeof idleReasons>;
  tiers: Rows<typeof customerTiers>;
  /** Balance, ageing and on-time rate; null where the ledger knows nothing of it. */
  owed: (Awaited<ReturnType<typeof agesOfCustomer>> & { balance: string }) | null;
  lastContact: TimelineRow | null;
  open: TimelineRow[];
  files: string;
}

function lastMonths(day: string, rows: readonly LedgerRow[]): MonthOfSales[] {
  const month = parsePeriod(day.slice(0, 7));
  if (!month) return [];
  const at = new Map(rows.map((r) => [r.period, r.net_sales]));
  return Array.from({ length: 12 }, (_, i) => {
    const period = stepPeriod(month, i - 11).name;
    const before = stepPeriod(month, i - 23).name;
    return { period, value: at.get(period) ?? '0.00', before: at.get(before) ?? null };
  });
}

/** Null where nobody of that number is in sight. @throws BadParameterError */
export async function customerModel(
  ctx: PageContext,
  id: string,
  search: SearchParams,
): Promise<CustomerModel | null> {
  const shown = all(search, 'event');
  const wrong = shown.find((event) => !events.some((e) => e === event));
  if (wrong !== undefined) throw new BadParameterError('event', `expected one of ${events.join(', ')}`);
  const { event: _, view: __, ...known } = search;
  const given = Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat()]])),
  );
  const params = readParams(customerFile.params, {
    as_of: [ctx.defaultAsOf],
    ...given,
    customer_id: [id],
  });
  const { as_of } = params;
  const [file] = await rowsOf(customerFile, ctx, params);
  if (!file) return null;
  const [byMonth, byYear, products, timeline, reasons, tiers, ages] = await Promise.all([
    rowsOf(customerLedger, ctx, { ...params, by: 'month' as const }),
    rowsOf(customerLedger, ctx, { ...params, by: 'year' as const }),
    rowsOf(customerProducts, ctx, params),
    rowsOf(customerTimeline, ctx, params),
    rowsOf(idleReasons, ctx, params),
    rowsOf(customerTiers, ctx, params),
    agesOfCustomer(ctx, as_of, id),
  ]);
  return {
    as_of,
    file,
    months: lastMonths(as_of, byMonth),
    byMonth,
    byYear,
    products,
    timeline,
    shown,
    reasons,
    tiers,
    // Its balance is that of the ledger's last month.
    owed: byMonth[0] ? { ...ages, balance: byMonth[0].balance } : null,
    lastContact: timeline.find((e) => e.event === 'contact') ?? null,
    open: timeline.filter((e) => e.open && (e.event === 'opportunity' || e.event === 'call')),
    files: href('/api/reports/customer_timeline', {}, { as_of, customer_id: id }),
  };
}
