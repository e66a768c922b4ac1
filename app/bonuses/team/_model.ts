/** Everything the page of the team's year shows, from the address. */
import { asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete } from '@/app/_lib/periods';
import { all, href, one, type SearchParams } from '@/app/_lib/url';
import {
  bonusYearCost,
  bonusYearPoints,
  bonusYearRanks,
  bonusYearSatisfaction,
  overBy,
} from '@/lib/reports/bonus_year';
import { bonusYearParts, bonusYearPayouts, type PartsBand, partsBands } from '@/lib/reports/bonus_year_parts';
import { BadParameterError } from '@/lib/reports/errors';
import { readParams } from '@/lib/reports/params';
import { rowsOf } from '@/lib/reports/run';
import { exact, plain, sum } from '@/lib/rules/bonus_decimal';
import { totalOf } from '@/lib/rules/bonus_what_if';

export const views = ['ranking', 'parts', 'satisfaction', 'cost'] as const;
export type TeamView = (typeof views)[number];

type Params = Parameters<typeof bonusYearPoints.run>[1];
type Rows<R extends { run(...args: never[]): Promise<unknown[]> }> = Awaited<ReturnType<R['run']>>;
export type PointsRow = Rows<typeof bonusYearPoints>[number];
export type RankRow = Rows<typeof bonusYearRanks>[number];

/** One person's year. */
export interface PersonYear {
  technician_id: string;
  name: string;
  role: string;
  department: string | null;
  /** By month of the year; a month without a statement is missing. */
  months: Map<string, PointsRow>;
  net_points: string | null;
  total: string | null;
  above: number;
}

export interface PersonRanks {
  technician_id: string;
  name: string;
  role: string;
  quarters: Map<string, RankRow>;
  awards: string;
}

export interface TeamModel {
  params: Params;
  view: TeamView | null;
  band: PartsBand | null;
  months: string[];
  quarters: string[];
  people: PersonYear[];
  /** The largest net points of a month: one scale for everybody. */
  scale: number;
  ranks: PersonRanks[];
  satisfaction: Rows<typeof bonusYearSatisfaction>;
  cost: Rows<typeof bonusYearCost>;
  payouts: Rows<typeof bonusYearPayouts>;
  parts: Rows<typeof bonusYearParts>;
  bands: { band: PartsBand; sales: number; received: string | null; technicians: string; team: string }[];
  figures: {
    cost: string | null;
    personMonths: number;
    above: number;
    /** Net points a head and month. */
    each: string | null;
    parts: string;
    team: string;
    ties: number;
    /** Mean of the cards, each person's weighed by their number; null without a card. */
    satisfaction: number | null;
    cards: number;
  };
  options: { department: string[]; region: string[] };
  link: (report: string, more?: Record<string, readonly string[]>) => string;
  file: string;
}

const reportOf = {
  points: 'bonus_year_points',
  ranking: 'bonus_year_ranks',
  parts: 'bonus_year_parts',
  satisfaction: 'bonus_year_satisfaction',
  cost: 'bonus_year_cost',
} as const;

const groupBy = <R extends { technician_id: string }>(rows: readonly R[]): Map<string, R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const own = groups.get(row.technician_id);
    if (own) own.push(row);
    else groups.set(row.technician_id, [row]);
  }
  return groups;
};

const netOf = (rows: readonly PointsRow[]): string | null =>
  rows.some((r) => r.net_points === null) ? null : plain(sum(rows.map((r) => r.net_points ?? '0')));

const isAbove = (r: PointsRow): boolean => Number(r.excess_points ?? 0) > 0;

function peopleOf(points: readonly PointsRow[]): PersonYear[] {
  return [...groupBy(points).values()]
    .flatMap((months) => {
      const last = months.at(-1);
      if (!last) return [];
      const { technician_id, name, role, department } = last;
      return [
        {
          technician_id,
          name,
          role,
          department,
          months: new Map(months.map((m) => [m.period, m])),
          net_points: netOf(months),
          total: totalOf(months.map((m) => m.total)),
          above: months.filter(isAbove).length,
        },
      ];
    })
    .sort(
      (a, b) =>
        Number(b.net_points ?? Number.POSITIVE_INFINITY) - Number(a.net_points ?? Number.POSITIVE_INFINITY) ||
        (a.technician_id < b.technician_id ? -1 : 1),
    );
}

/** Those who were ranked in the year, the best of the latest quarter first. */
function ranksOf(rows: readonly RankRow[], quarters: readonly string[]): PersonRanks[] {
  const latest = quarters.at(-1) ?? '';
  const rankIn = (p: PersonRanks) => p.quarters.get(latest)?.rank ?? Number.MAX_SAFE_INTEGER;
  return [...groupBy(rows).values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first || own.every((r) => r.rank === null)) return [];
      const { technician_id, name, role } = first;
      return [
        {
          technician_id,
          name,
          role,
          quarters: new Map(own.map((r) => [r.period, r])),
          awards: totalOf(own.map((r) => r.award)) ?? '0.00',
        },
      ];
    })
    .sort((a, b) => rankIn(a) - rankIn(b) || (a.technician_id < b.technician_id ? -1 : 1));
}

const known = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((v) => v !== null).sort((a, b) => a.localeCompare(b, 'zh-CN'));

function paramsOf(ctx: PageContext, search: SearchParams): Params {
  const own = new Set([...Object.keys(bonusYearPoints.params.shape), 'view', 'row', 'tab', 'sort', 'band']);
  const stranger = Object.keys(search).find((name) => !own.has(name));
  if (stranger !== undefined) throw new BadParameterError(stranger, 'unknown here');
  const list = (name: string) => (all(search, name).length > 0 ? { [name]: all(search, name) } : {});
  return readParams(bonusYearPoints.params, {
    // In January the year that has just ended.
    period: [one(search, 'period') ?? lastComplete(ctx.defaultAsOf, 'month').slice(0, 4)],
    as_of: [one(search, 'as_of') ?? ctx.defaultAsOf],
    ...list('department'),
    ...list('region'),
  });
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function teamModel(ctx: PageContext, search: SearchParams): Promise<TeamModel> {
  const view = choice('view', one(search, 'view'), views);
  const band = choice('band', one(search, 'band'), partsBands);
  const params = paramsOf(ctx, search);
  const linked = asked(params);
  const everybody = { period: params.period, as_of: params.as_of };
  const [points, ranks, satisfaction, cost, payouts, sales, whole] = await Promise.all([
    rowsOf(bonusYearPoints, ctx, params),
    rowsOf(bonusYearRanks, ctx, params),
    rowsOf(bonusYearSatisfaction, ctx, params),
    rowsOf(bonusYearCost, ctx, params),
    rowsOf(bonusYearPayouts, ctx, params),
    rowsOf(bonusYearParts, ctx, params),
    rowsOf(bonusYearPoints, ctx, everybody),
  ]);
  const months = overBy(params, 'month').map((m) => m.name);
  const quarters = overBy(params, 'quarter').map((q) => q.name);
  const net = netOf(points);
  const cards = satisfaction.reduce((n, s) => n + s.cards, 0);
  return {
    params,
    view,
    band,
    months,
    quarters,
    people: peopleOf(points),
    scale: Math.max(0, ...points.map((p) => Number(p.net_points ?? 0))),
    ranks: ranksOf(ranks, quarters),
    satisfaction,
    cost,
    payouts,
    parts: band ? sales.filter((s) => s.band === band) : sales,
    bands: partsBands.map((one) => {
      const own = sales.filter((s) => s.band === one);
      return {
        band: one,
        sales: own.length,
        received: totalOf(own.map((s) => s.received_amount)),
        technicians: sum(own.map((s) => s.technician_share)).toFixed(2),
        team: sum(own.map((s) => s.team_share)).toFixed(2),
      };
    }),
    figures: {
      cost: totalOf(cost.map((c) => c.cost)),
      personMonths: points.length,
      above: points.filter(isAbove).length,
      each: net === null || points.length === 0 ? null : exact(net).div(points.length).toFixed(3),
      parts: totalOf(payouts.map((p) => p.parts_commission)) ?? '0.00',
      team: totalOf(payouts.map((p) => p.parts_team_share)) ?? '0.00',
      ties: ranks.filter((r) => r.tie_flag).length,
      satisfaction:
        cards === 0 ? null : satisfaction.reduce((s, p) => s + (p.satisfaction ?? 0) * p.cards, 0) / cards,
      cards,
    },
    options: {
      department: known(whole.map((p) => p.department)),
      region: known(whole.map((p) => p.region)),
    },
    link: (report, more = {}) => href(`/rows/${report}`, linked, more),
    file: href(`/api/reports/${reportOf[view ?? 'points']}`, linked),
  };
}
