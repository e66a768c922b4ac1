/** Everything the page of idle customers shows, from the address (I-01 to I-09). */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { addDays, daysBetween, periodOf } from '@/lib/format';
import { customerContacts } from '@/lib/reports/customer_contacts';
import { customerSales } from '@/lib/reports/customer_sales';
import { idle } from '@/lib/reports/idle';
import { idlePlanned } from '@/lib/reports/idle_planned';
import { idleReasons } from '@/lib/reports/idle_reasons';
import { idleSummary } from '@/lib/reports/idle_summary';
import { rowsOf } from '@/lib/reports/run';
import { compareGroups } from '@/lib/rules/funnel_groups';

export type IdleRow = Awaited<ReturnType<typeof idle.run>>[number];
type Params = Parameters<typeof idle.run>[1];

/** The ways in which the list is split beside it and filtered; each is a parameter of the report. */
export const splits = ['region', 'reason', 'department', 'grade', 'tier', 'owner'] as const;
export type IdleSplit = (typeof splits)[number];

/** As many customers as the list holds, the most valuable; their file and the page of rows have them all. */
export const LISTED = 1000;

export interface IdleGroup {
  value: string | null;
  count: number;
  /** Value at stake, yuan. */
  stake: string;
}

export interface IdleModel {
  params: Params;
  /** Shared with whoever asks the same; the most valuable first. */
  rows: readonly IdleRow[];
  stake: string;
  /** Share of the ten most valuable in the value at stake; null where there is none. */
  topShare: number | null;
  base: { watched: number; bought: number };
  /** Idle under the other filters, whatever the reason. */
  all: number;
  /** Each split under all filters but its own. */
  groups: Record<IdleSplit, IdleGroup[]>;
  /** The same question as a file or as JSON. */
  file: string;
}

const own: Record<IdleSplit, (row: IdleRow) => readonly (string | null)[]> = {
  region: (r) => [r.region],
  reason: (r) => r.reasons,
  department: (r) => [r.department],
  grade: (r) => [r.grade],
  tier: (r) => [r.tier],
  owner: (r) => [r.owner],
};

/** Cents of an amount as the reports write it: whole numbers add up exactly, and quicker than decimals. */
const cents = (amount: string): number => Number(amount.replace('.', ''));
const yuan = (of: number): string => new Decimal(of).div(100).toFixed(2);

const stakeOf = (rows: readonly IdleRow[]) => rows.reduce((sum, row) => sum + cents(row.value_at_stake), 0);

/** Counts and sums by one split: grades in their order (G-02), reasons by count, else the largest value first. */
export function grouped(rows: readonly IdleRow[], split: IdleSplit): IdleGroup[] {
  const sums = new Map<string | null, { count: number; stake: number }>();
  for (const row of rows) {
    for (const value of own[split](row)) {
      const sum = sums.get(value);
      if (sum) {
        sum.count += 1;
        sum.stake += cents(row.value_at_stake);
      } else sums.set(value, { count: 1, stake: cents(row.value_at_stake) });
    }
  }
  return [...sums]
    .sort(([a, x], [b, y]) => {
      if (split === 'grade') return compareGroups('grade', a, b);
      const unnamed = Number(a === null) - Number(b === null);
      if (split === 'reason') return unnamed || y.count - x.count;
      return unnamed || y.stake - x.stake || y.count - x.count;
    })
    .map(([value, { count, stake }]) => ({ value, count, stake: yuan(stake) }));
}

/** Those that the page's own filters leave, `but` one of them; the report's filters, over rows that are in memory. */
function kept(rows: readonly IdleRow[], params: Params, but?: IdleSplit): readonly IdleRow[] {
  const wanted = splits.flatMap((split) => {
    const values: readonly string[] = params[split] ?? [];
    return split === but || values.length === 0
      ? []
      : [{ of: own[split], values: new Set<string | null>(values) }];
  });
  if (wanted.length === 0) return rows;
  return rows.filter((row) => wanted.every(({ of, values }) => of(row).some((value) => values.has(value))));
}

/** The rows that the list holds, with the days from the last sale to the as-of date; null without a sale. */
export const listed = ({ rows, params }: IdleModel): (IdleRow & { days_since_sale: number | null })[] =>
  rows.slice(0, LISTED).map((row) => ({
    ...row,
    days_since_sale: row.last_sale_on ? daysBetween(row.last_sale_on, params.as_of) : null,
  }));

/** @throws BadParameterError, NotInForceError, QueryError */
export async function idleModel(ctx: PageContext, search: SearchParams): Promise<IdleModel> {
  const params = ask(idle, search, { as_of: ctx.defaultAsOf });
  const { reason: _, ...base } = params;
  // One reading serves every filter: the page keeps what its own filters leave.
  const [everybody, bases] = await Promise.all([
    rowsOf(idle, ctx, { as_of: params.as_of, product: params.product }),
    rowsOf(idleSummary, ctx, base),
  ]);
  const rows = kept(everybody, params);
  const stake = stakeOf(rows);
  // The list is ordered by value at stake (I-09).
  const top = stakeOf(rows.slice(0, 10));
  return {
    params,
    rows,
    stake: yuan(stake),
    topShare: stake > 0 ? top / stake : null,
    base: bases[0] ?? { watched: 0, bought: 0 },
    all: kept(everybody, params, 'reason').length,
    groups: Object.fromEntries(
      splits.map((split) => [split, grouped(kept(everybody, params, split), split)]),
    ) as IdleModel['groups'],
    file: href('/api/reports/idle', {}, asked(params)),
  };
}

/** What the drawer says of a customer beside its reasons; idle or not. */
export interface WatchedRow {
  customer_id: string;
  name: string;
  department: string | null;
  region: string | null;
  owner: string | null;
  grade: string | null;
  class: string;
  due_on: string | null;
  /** As-of to due date; negative when overdue. */
  days_left: number | null;
  value_at_stake: string;
}

export interface IdleDetail {
  as_of: string;
  row: WatchedRow;
  reasons: Awaited<ReturnType<typeof idleReasons.run>>;
  contacts: Awaited<ReturnType<typeof customerContacts.run>>;
  sales: Awaited<ReturnType<typeof customerSales.run>>;
  /** Visits planned and not done, the next one first. */
  plans: Awaited<ReturnType<typeof idlePlanned.run>>;
  /** Reasons at the as-of date and at the ends of the six months before it, the latest first. */
  history: { day: string; reasons: string[] }[];
}

/** What the drawer shows of one customer of the list; null where the address names none of them. */
export async function idleDetail(
  ctx: PageContext,
  model: IdleModel,
  search: SearchParams,
): Promise<IdleDetail | null> {
  const row = model.rows.find((r) => r.customer_id === one(search, 'row'));
  return row ? watchedDetail(ctx, model.params.as_of, { ...row, days_left: -row.days_overdue }) : null;
}

/** The same of any watched customer. */
export async function watchedDetail(ctx: PageContext, as_of: string, row: WatchedRow): Promise<IdleDetail> {
  const question = { as_of, customer_id: row.customer_id };
  const days = monthEnds(as_of, 6);
  const [reasons, contacts, sales, plans, ...before] = await Promise.all([
    rowsOf(idleReasons, ctx, question),
    rowsOf(customerContacts, ctx, question),
    rowsOf(customerSales, ctx, question),
    rowsOf(idlePlanned, ctx, { as_of, customer_id: [row.customer_id] }),
    ...days.map((day) => rowsOf(idleReasons, ctx, { ...question, as_of: day })),
  ]);
  const history = [as_of, ...days].map((day, i) => ({
    day,
    reasons: (i === 0 ? reasons : (before[i - 1] ?? [])).filter((r) => r.applies).map((r) => r.reason),
  }));
  return { as_of, row, reasons, contacts, sales, plans, history };
}

/** The last days of the n months before a day, the latest first. */
export function monthEnds(day: string, n: number): string[] {
  const ends: string[] = [];
  for (let at = day; ends.length < n; ) {
    at = addDays(periodOf(at, 'month').start, -1);
    ends.push(at);
  }
  return ends;
}
