/** Everything the page of idle customers shows, from the address (I-01 to I-09). */
import { ask, asked } from '@/app/_lib/ask';
import { type ReachedDay, reachedDay } from '@/app/_lib/compare';
import type { PageContext } from '@/app/_lib/context';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { addDays, daysBetween, periodOf } from '@/lib/format';
import { customerContacts } from '@/lib/reports/customer_contacts';
import { customerSales } from '@/lib/reports/customer_sales';
import { type IdleRow, idle, idleRow } from '@/lib/reports/idle';
import { idleJudged } from '@/lib/reports/idle_judged';
import { type IdleMove, idleOnTwoDays } from '@/lib/reports/idle_moves';
import { idlePlanned } from '@/lib/reports/idle_planned';
import { idleReasons } from '@/lib/reports/idle_reasons';
import { rowsOf } from '@/lib/reports/run';
import {
  countBefore,
  countIdle,
  groupsOf,
  type IdleBefore,
  type IdleGroup,
  type IdleSplit,
  type Sums,
  splits,
  yuan,
} from './_sums';

export { groupsOf, type IdleGroup, type IdleSplit, type Sums, splits };

type Params = Parameters<typeof idle.run>[1];

/** As many customers as the list holds, the most valuable; their file and the page of rows have them all. */
export const LISTED = 1000;

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
  compare: ReachedDay;
  /** The day compared with, under the same filters; null where nothing is compared. */
  before: IdleBefore | null;
  /** The same question as a file or as JSON. */
  file: string;
}

/** What tells who was idle: without one of them, those whom it concerns would look idle, or not, by mistake. */
const RESTS_ON = ['visits', 'ledger', 'opportunities'] as const;

/** The customers of the day and of the one compared with: one reading serves every filter. */
async function judgedDays(ctx: PageContext, search: SearchParams, params: Params) {
  const compare = await reachedDay(ctx, search, params.as_of, RESTS_ON);
  const days =
    compare.reached === null ? null : await idleOnTwoDays(ctx, { ...params, against: compare.reached });
  return { compare, days, judged: days?.now ?? (await idleJudged(ctx, params)) };
}

/** Judges what the page of another day stands on, so that it is remembered when somebody asks. */
export const idleAhead = (ctx: PageContext, search: SearchParams, as_of: string) =>
  judgedDays(ctx, search, ask(idle, { ...search, as_of }, {}));

/** @throws BadParameterError, NotInForceError, QueryError */
export async function idleModel(ctx: PageContext, search: SearchParams): Promise<IdleModel> {
  const params = ask(idle, search, { as_of: ctx.defaultAsOf });
  const { compare, days, judged } = await judgedDays(ctx, search, params);
  const counted = countIdle(judged, params, LISTED);
  const then = days && countBefore(days, params, counted);
  const { n, all, base, stake, sums } = counted;
  const rows: IdleModel['rows'] = [];
  let top = 0;
  for (const place of counted.listed) {
    if (rows.length < 10) top += Number(judged.stake[place]);
    rows.push(listedRow(idleRow(judged.row(place), params.as_of), params.as_of));
  }
  return {
    params,
    n,
    rows,
    stake: yuan(stake),
    topShare: stake > 0 ? top / stake : null,
    base,
    all,
    groups: Object.fromEntries(
      splits.map((split) => [split, groupsOf(sums[split], split, then?.sums[split])]),
    ) as IdleModel['groups'],
    compare,
    before: then?.before ?? null,
    file: href('/api/reports/idle', {}, asked(params)),
  };
}

/** The idle customers that the page counts. */
export const idleHref = ({ params }: IdleModel): string => href('/rows/idle', {}, asked(params));

/** The customers that moved between the two days. */
export const movesHref = ({ params, compare }: IdleModel, move: IdleMove): string =>
  href('/rows/idle_moves', {}, asked({ ...params, against: compare.reached, idle_move: [move] }));

/** The page at the day compared with, of one group where a split has it. */
export function beforeHref(
  { compare }: IdleModel,
  search: SearchParams,
  filter: Record<string, string> = {},
) {
  return href('/idle', search, { as_of: compare.reached, row: null, tab: null, ...filter });
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
