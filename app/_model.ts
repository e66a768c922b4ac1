/** What the overview of directors and regional managers shows, from the address. Reports alone, no figures of its own. */
import type { Row } from '@/app/_components/table/columns';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete, stepName } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { addDays, daysBetween } from '@/lib/format';
import { funnelSummary } from '@/lib/reports/funnel_summary';
import type { IdleJudged, JudgedFilters } from '@/lib/reports/idle_columns';
import { idleJudged } from '@/lib/reports/idle_judged';
import { type OverviewPerson, overviewPeople } from '@/lib/reports/overview_people';
import { overviewSales } from '@/lib/reports/overview_sales';
import { quota } from '@/lib/reports/quota';
import { type OwedCustomers, overdueAges, owedCustomers } from '@/lib/reports/receivables_owed';
import { undecidedOf } from '@/lib/reports/review_counts';
import { rowsOf } from '@/lib/reports/run';
import { type Cents, plusCents, sumOfYuan, yuanOf } from '@/lib/rules/cents';
import { parsePeriod } from '@/lib/rules/period';

export const views = ['director', 'hr', 'region'] as const;
export type OverviewView = (typeof views)[number];
export type OverviewParams = Parameters<typeof overviewPeople.run>[1];
export type Month = Awaited<ReturnType<typeof overviewSales.run>>[number];

export const sumOf = sumOfYuan;

/** Which view and which day. @throws BadParameterError */
export function question(
  ctx: PageContext,
  search: SearchParams,
): { view: OverviewView; params: OverviewParams } {
  return {
    view: choice('view', one(search, 'view'), views) ?? 'director',
    params: ask(overviewPeople, search, { as_of: ctx.defaultAsOf }),
  };
}

/** The address of a page or report about the same day under the same filters. */
export const linker =
  (params: OverviewParams) =>
  (path: string, more: Record<string, string | readonly string[] | null> = {}): string =>
    href(path, asked(params), more);
export type Link = ReturnType<typeof linker>;

export interface People {
  rows: Row[];
  totals: Record<string, Row>;
  whole: Row;
  departments: (string | null)[];
}

const counted = ['open', 'stalled', 'idle'] as const;
const amounts = ['net_sales', 'net_sales_month', 'open_amount', 'value_at_stake'] as const;

function subtotal(rows: readonly OverviewPerson[]): Row {
  return Object.fromEntries([
    ...counted.map((name) => [name, rows.reduce((n, r) => n + r[name], 0)]),
    ...amounts.map((name) => [name, sumOf(rows.map((r) => r[name]))]),
  ]);
}

/** The rows of the table with the address that each opens, departments with their sums: the largest first. */
export function peopleOf(rows: readonly OverviewPerson[], link: Link): People {
  const departments = [...new Set(rows.map((r) => r.department))];
  const of = (d: string | null) => rows.filter((r) => r.department === d);
  const totals = new Map(departments.map((d) => [d, subtotal(of(d))]));
  const sales = (d: string | null) => Number(totals.get(d)?.net_sales ?? 0);
  return {
    rows: rows.map((row) => ({
      ...row,
      _row: JSON.stringify([row.department, row.salesperson]),
      href:
        row.department && row.salesperson
          ? link('/idle', { department: row.department, owner: row.salesperson })
          : null,
    })),
    totals: Object.fromEntries([...totals].map(([d, sums]) => [d ?? '', sums])),
    whole: subtotal(rows),
    departments: departments.sort((a, b) => Number(a === null) - Number(b === null) || sales(b) - sales(a)),
  };
}

export interface OverviewModel {
  view: 'director' | 'region';
  params: OverviewParams;
  months: Month[];
  /** The as-of date ends its month, so that it can be compared with the month before. */
  whole: boolean;
  people: People;
  signed: { period: string; created: number; signed: number; rate: number | null; before: number | null };
  idle: {
    count: number;
    watched: number;
    long: number;
    first: number;
    stake: string;
    /** Of the ten most valuable: yuan. */
    topStake: string;
    top: number | null;
  };
  owed: { balance: string; customers: number; overdue: string; d91: string; d91Customers: number };
  vip: { held: number; places: number; over: { group: string | null; by: number }[] };
  review: {
    period: string;
    customers: number;
    proposals: number;
    due: string;
    demotions: number;
    late: number;
  };
  regions: string[];
  link: Link;
}

/** @throws NotInForceError, QueryError */
export async function overviewModel(
  ctx: PageContext,
  view: 'director' | 'region',
  params: OverviewParams,
): Promise<OverviewModel> {
  const { as_of } = params;
  const half = lastComplete(as_of, 'half');
  const previous = stepName(half, -1);
  const { department, region, owner } = params;
  const filters = { department, region, owner };
  const [months, people, signed, signedBefore, judged, owed, quotas, undecided] = await Promise.all([
    rowsOf(overviewSales, ctx, params),
    rowsOf(overviewPeople, ctx, params),
    rowsOf(funnelSummary, ctx, { ...params, period: half }),
    rowsOf(funnelSummary, ctx, { ...params, period: previous }),
    idleJudged(ctx, { as_of }),
    owedCustomers(ctx, params),
    rowsOf(quota, ctx, { as_of, by: 'department', tier: ['vip'], ...filters }),
    undecidedOf(ctx, { period: half, ...filters }, as_of),
  ]);
  const link = linker(params);
  const end = parsePeriod(half)?.end ?? as_of;
  return {
    view,
    params,
    months,
    whole: addDays(as_of, 1).endsWith('-01'),
    people: peopleOf(people, link),
    signed: {
      period: half,
      created: signed[0]?.created ?? 0,
      signed: signed[0]?.signed ?? 0,
      rate: signed[0]?.overall_rate ?? null,
      before: signedBefore[0]?.overall_rate ?? null,
    },
    idle: idleOf(judged, filters, as_of),
    owed: owedOf(owed),
    vip: {
      held: quotas.reduce((n, r) => n + r.held, 0),
      places: quotas.reduce((n, r) => n + r.places, 0),
      over: quotas.filter((r) => r.headroom < 0).map((r) => ({ group: r.group, by: -r.headroom })),
    },
    review: {
      period: half,
      customers: undecided.customers,
      proposals: undecided.changes,
      due: addDays(end, ctx.policy.on(end)['review.decide_within']),
      demotions: undecided.demotions,
      late: undecided.late,
    },
    regions: idleRegions(judged),
    link,
  };
}

/** What is owed, in sums. */
function owedOf(customers: OwedCustomers): OverviewModel['owed'] {
  const { owed, keys } = customers;
  let [owing, late] = [0, 0];
  for (const key of keys) {
    if (Number(owed.balance[key]) !== 0) owing += 1;
    if ((owed.d91[key] ?? 0) > 0) late += 1;
  }
  return {
    balance: yuanOf(customers.sum('balance')),
    customers: owing,
    overdue: yuanOf(overdueAges.reduce<Cents>((sum, age) => plusCents(sum, customers.sum(age)), 0)),
    d91: yuanOf(customers.sum('d91')),
    d91Customers: late,
  };
}

/** The idle under the filters, counted and summed. */
function idleOf(judged: IdleJudged, filters: JudgedFilters, as_of: string): OverviewModel['idle'] {
  const within = judged.within(filters);
  const day = daysBetween('1970-01-01', as_of);
  let [count, watched, long, first, stake, top] = [0, 0, 0, 0, 0, 0];
  for (const i of judged.inOrder()) {
    if (!within(i)) continue;
    watched += 1;
    if (!judged.isIdle(i)) continue;
    const overdue = day - Number(judged.dueOn[i]);
    if (overdue > 90) long += 1;
    if (judged.reasonsOf(i).includes('first_contact')) first += 1;
    stake += Number(judged.stake[i]);
    // They are ordered by value at stake (I-09).
    if (count < 10) top = stake;
    count += 1;
  }
  return {
    count,
    watched,
    long,
    first,
    stake: yuanOf(stake),
    topStake: yuanOf(top),
    top: stake > 0 ? top / stake : null,
  };
}

/** The regions with somebody idle, by name. */
function idleRegions(judged: IdleJudged): string[] {
  const { codes, texts } = judged.split('region');
  const found = new Set<number>();
  for (let i = 0; i < judged.length; i++) if (judged.isIdle(i)) found.add(codes[i] ?? 0);
  return [...found].flatMap((code) => texts[code] ?? []).sort((a, b) => a.localeCompare(b, 'zh-CN'));
}
