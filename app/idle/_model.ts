/** Everything the page of idle customers shows, from the address (I-01 to I-09). */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { addDays, daysBetween, periodOf } from '@/lib/format';
import { customerContacts } from '@/lib/reports/customer_contacts';
import { customerSales } from '@/lib/reports/customer_sales';
import { type IdleRow, idle, idleRow } from '@/lib/reports/idle';
import { type IdleJudged, idleJudged, judgedFilters } from '@/lib/reports/idle_judged';
import { idlePlanned } from '@/lib/reports/idle_planned';
import { idleReasons } from '@/lib/reports/idle_reasons';
import { rowsOf } from '@/lib/reports/run';
import { compareGroups } from '@/lib/rules/funnel_groups';

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
  /** How many are idle under all filters. */
  n: number;
  /** The most valuable of them, at most as many as are listed, with the days from the last sale to the as-of date. */
  rows: (IdleRow & { days_since_sale: number | null })[];
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

/** Cents of an amount: whole numbers add up exactly, and quicker than decimals. */
const yuan = (of: number): string => new Decimal(of).div(100).toFixed(2);

/** Customers of each value of a split, and what is at stake of them, cents. */
export type Sums = Map<string | null, { count: number; stake: number }>;

/** The groups of a split: grades in their order (G-02), reasons by count, else the largest value first. */
export function groupsOf(sums: Sums, split: IdleSplit): IdleGroup[] {
  return [...sums]
    .sort(([a, x], [b, y]) => {
      if (split === 'grade') return compareGroups('grade', a, b);
      const unnamed = Number(a === null) - Number(b === null);
      if (split === 'reason') return unnamed || y.count - x.count;
      return unnamed || y.stake - x.stake || y.count - x.count;
    })
    .map(([value, { count, stake }]) => ({ value, count, stake: yuan(stake) }));
}

/** Counts and sums of the idle by every split, each under all filters but its own: in one walk over all of them. */
function summed(judged: IdleJudged, params: Params): Record<IdleSplit, Sums> {
  const outside = judged.outside(params);
  const { stake } = judged;
  const byReason = judged.reasonSplit;
  const columns = splits.map((split) => {
    const { codes, texts } = split === 'reason' ? byReason : judged.split(split);
    const room = texts.length;
    return {
      split,
      codes,
      own: 1 << judgedFilters.indexOf(split),
      counts: new Uint32Array(room),
      stakes: new Float64Array(room),
    };
  });
  for (let i = 0; i < judged.length; i++) {
    if (!judged.isIdle(i)) continue;
    const missed = outside(i);
    const value = Number(stake[i]);
    for (const { codes, own, counts, stakes } of columns) {
      if ((missed & ~own) !== 0) continue;
      const code = codes[i] as number;
      counts[code] = (counts[code] as number) + 1;
      stakes[code] = (stakes[code] as number) + value;
    }
  }
  const sums = columns.map(({ split, counts, stakes }) => {
    const found: Sums = new Map();
    // A customer counts under each of its reasons.
    const named = split === 'reason' ? byReason.texts : judged.split(split).texts.map((text) => [text]);
    named.forEach((values, code) => {
      if (counts[code] === 0) return;
      for (const value of values) {
        const sum = found.get(value) ?? { count: 0, stake: 0 };
        sum.count += counts[code] ?? 0;
        sum.stake += stakes[code] ?? 0;
        found.set(value, sum);
      }
    });
    return [split, found] as const;
  });
  return Object.fromEntries(sums) as Record<IdleSplit, Sums>;
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function idleModel(ctx: PageContext, search: SearchParams): Promise<IdleModel> {
  const params = ask(idle, search, { as_of: ctx.defaultAsOf });
  // One reading serves every filter: the page keeps what its own filters leave.
  const judged = await idleJudged(ctx, params);
  const outside = judged.outside(params);
  const byReason = 1 << judgedFilters.indexOf('reason');
  const rows: IdleModel['rows'] = [];
  let [n, all, stake, top, watched, bought] = [0, 0, 0, 0, 0, 0];
  for (const i of judged.inOrder()) {
    const missed = outside(i);
    if ((missed & ~byReason) !== 0) continue;
    watched += 1;
    if (judged.hasBought(i)) bought += 1;
    if (!judged.isIdle(i)) continue;
    all += 1;
    if (missed !== 0) continue;
    stake += Number(judged.stake[i]);
    // The list is ordered by value at stake (I-09).
    if (n < 10) top = stake;
    if (n < LISTED) rows.push(listedRow(idleRow(judged.row(i), params.as_of), params.as_of));
    n += 1;
  }
  const sums = summed(judged, params);
  return {
    params,
    n,
    rows,
    stake: yuan(stake),
    topShare: stake > 0 ? top / stake : null,
    base: { watched, bought },
    all,
    groups: Object.fromEntries(
      splits.map((split) => [split, groupsOf(sums[split], split)]),
    ) as IdleModel['groups'],
    file: href('/api/reports/idle', {}, asked(params)),
  };
}

const listedRow = (row: IdleRow, as_of: string): IdleModel['rows'][number] => ({
  ...row,
  days_since_sale: row.last_sale_on ? daysBetween(row.last_sale_on, as_of) : null,
});

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

/** What the drawer shows of one customer of the list, shown or not; null where the address names none of them. */
export async function idleDetail(
  ctx: PageContext,
  { params }: IdleModel,
  search: SearchParams,
): Promise<IdleDetail | null> {
  const asked = one(search, 'row');
  if (asked === undefined) return null;
  const judged = await idleJudged(ctx, params);
  const place = judged.placeOf(asked);
  if (place < 0 || !judged.isIdle(place) || !judged.within(params)(place)) return null;
  const row = idleRow(judged.row(place), params.as_of);
  return watchedDetail(ctx, params.as_of, { ...row, days_left: -row.days_overdue });
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
