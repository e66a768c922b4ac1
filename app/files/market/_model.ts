/** Everything the page of market reports shows, from the address (D-04). */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { marketReports } from '@/lib/reports/market_reports';
import { rowsOf } from '@/lib/reports/run';
import { type MarketState, marketStates } from '@/lib/rules/completeness';
import { periodOf } from '@/lib/rules/period';

export type MarketRow = Awaited<ReturnType<typeof marketReports.run>>[number];
type Params = Parameters<typeof marketReports.run>[1];

export const marketViews = ['problem', ...marketStates] as const;
export type MarketView = (typeof marketViews)[number];

export interface MarketModel {
  params: Params;
  view: MarketView | null;
  rows: (MarketRow & { key: string })[];
  counts: Record<MarketState, number>;
  months: { month: string; due_on: string }[];
  people: { salesperson: string; cells: (MarketRow | null)[]; problems: number }[];
  departments: { value: string; count: number }[];
  file: string;
}

const statesOf: Record<MarketView, MarketState[]> = {
  problem: ['late', 'missing'],
  on_time: ['on_time'],
  late: ['late'],
  missing: ['missing'],
  pending: ['pending'],
};

/** @throws BadParameterError, NotInForceError, QueryError */
export async function marketModel(ctx: PageContext, search: SearchParams): Promise<MarketModel> {
  const view = choice('view', one(search, 'view'), marketViews);
  const half = periodOf(one(search, 'as_of') ?? ctx.defaultAsOf, 'half').name;
  const given = ask(marketReports, search, { as_of: ctx.defaultAsOf, period: half });
  const params: Params = { ...given, state: given.state ?? (view === null ? undefined : statesOf[view]) };
  const [rows, all, everyDepartment] = await Promise.all([
    rowsOf(marketReports, ctx, params),
    rowsOf(marketReports, ctx, { ...given, state: undefined }),
    rowsOf(marketReports, ctx, { ...given, state: undefined, department: undefined }),
  ]);
  const months = [...new Map(all.map((r) => [r.month, r.due_on]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, due_on]) => ({ month, due_on }));
  const byPerson = new Map<string, MarketRow[]>();
  for (const r of all) {
    const own = byPerson.get(r.salesperson);
    if (own) own.push(r);
    else byPerson.set(r.salesperson, [r]);
  }
  const departments = new Map<string, number>();
  for (const r of everyDepartment) {
    if (r.department !== null) departments.set(r.department, (departments.get(r.department) ?? 0) + 1);
  }
  const isProblem = (r: MarketRow) => r.state === 'late' || r.state === 'missing';
  return {
    params,
    view,
    rows: rows.map((r) => ({ ...r, key: `${r.salesperson}/${r.month}` })),
    counts: Object.fromEntries(
      marketStates.map((s) => [s, all.filter((r) => r.state === s).length]),
    ) as MarketModel['counts'],
    months,
    people: [...byPerson]
      .map(([salesperson, own]) => ({
        salesperson,
        cells: months.map((m) => own.find((r) => r.month === m.month) ?? null),
        problems: own.filter(isProblem).length,
      }))
      .sort((a, b) => b.problems - a.problems || (a.salesperson < b.salesperson ? -1 : 1)),
    departments: [...departments].sort().map(([value, count]) => ({ value, count })),
    file: href('/api/reports/market_reports', {}, asked(params)),
  };
}
