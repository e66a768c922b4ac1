/** Everything the page of a month's bonuses shows, from the address (B-01 to B-07, B-10). */
import type { Row } from '@/app/_components/table/columns';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete, lastPeriods, stepName } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { parsePeriod } from '@/lib/format';
import { type BonusRow, bonus } from '@/lib/reports/bonus';
import { bonusRecords } from '@/lib/reports/bonus_records';
import { closingOf } from '@/lib/reports/bonus_run_frozen';
import { bonusTeam } from '@/lib/reports/bonus_team';
import { BadParameterError } from '@/lib/reports/errors';
import { rowsOf } from '@/lib/reports/run';
import { type Check, checksOf } from './_checks';
import { cents, each, negative, plus, total } from './_sums';

export const views = ['above', 'fines'] as const;
export type BonusView = (typeof views)[number];

type Params = Parameters<typeof bonus.run>[1];

/** A line of the table: the statement's figures, with place and jobs; what is taken away bears its minus. */
export interface BonusLine extends BonusRow {
  department: string | null;
  region: string | null;
  jobs: number;
  rewards: string;
  fines: string;
}

export interface MonthSums {
  period: string;
  people: number;
  above: number;
  jobs: number;
  gross_points: string | null;
  net_points: string | null;
  performance_pay: string | null;
  praise: string;
  savings: string;
  rewards: string;
  fines: string;
  total: string | null;
  /** Net points a head, three places. */
  each: string | null;
}

export interface BonusesModel {
  params: Params;
  view: BonusView | null;
  /** Under the filters and the view. */
  rows: BonusLine[];
  counts: { all: number; above: number; fines: number };
  sums: MonthSums;
  /** The month compared with: the one before, or the one the address names. */
  before: MonthSums;
  compare: string | null;
  totals: Row;
  months: MonthSums[];
  /** How many records are fines, by kind. */
  unsigned: number;
  complaints: number;
  base: string;
  rate: string;
  checks: Check[];
  /** B-12: the figures are those of the closing. */
  closed: boolean;
  options: { region: string[]; department: string[] };
  /** The address of a report under the same month and filters. */
  link: (report: string, more?: Record<string, readonly string[]>) => string;
  file: string;
}

async function linesOf(ctx: PageContext, params: Params): Promise<BonusLine[]> {
  const [rows, team] = await Promise.all([rowsOf(bonus, ctx, params), rowsOf(bonusTeam, ctx, params)]);
  const places = new Map(team.map((t) => [t.technician_id, t]));
  return rows.map((row) => {
    const place = places.get(row.technician_id);
    return {
      ...row,
      department: place?.department ?? null,
      region: place?.region ?? null,
      jobs: place?.jobs ?? 0,
      rewards: cents(plus(row.praise, row.savings)) ?? '0.00',
      fines: cents(negative(plus(row.fines_unsigned, row.fines_complaint))) ?? '0.00',
    };
  });
}

export const isAbove = (row: BonusLine): boolean => Number(row.excess_points ?? 0) > 0;
export const isFined = (row: BonusLine): boolean => Number(row.fines) !== 0;

function sumsOf(period: string, rows: readonly BonusLine[]): MonthSums {
  const of = (name: 'net_points' | 'performance_pay' | 'total' | 'gross_points') =>
    total(rows.map((r) => r[name]));
  const money = (name: 'praise' | 'savings' | 'rewards' | 'fines') =>
    cents(total(rows.map((r) => r[name]))) ?? '0.00';
  const net = of('net_points');
  return {
    period,
    people: rows.length,
    above: rows.filter(isAbove).length,
    jobs: rows.reduce((n, r) => n + r.jobs, 0),
    gross_points: of('gross_points'),
    net_points: net,
    performance_pay: cents(of('performance_pay')),
    praise: money('praise'),
    savings: money('savings'),
    rewards: money('rewards'),
    fines: money('fines'),
    total: cents(of('total')),
    each: each(net, rows.length),
  };
}

function totalsOf(rows: readonly BonusLine[]): Row {
  const {
    gross_points,
    net_points,
    performance_pay,
    rewards,
    fines,
    total: payable,
    jobs,
  } = sumsOf('', rows);
  return {
    jobs,
    gross_points,
    repeat_points: negative(total(rows.map((r) => r.repeat_points))),
    safety_points: negative(total(rows.map((r) => r.safety_points))),
    net_points,
    excess_points: total(rows.map((r) => r.excess_points)),
    performance_pay,
    rewards,
    fines,
    total: payable,
  };
}

/** The month to compare with. @throws BadParameterError where the address names no month */
function comparedWith(search: SearchParams, period: string): { compare: string | null; month: string } {
  const compare = one(search, 'compare');
  if (compare === undefined) return { compare: null, month: stepName(period, -1) };
  if (parsePeriod(compare)?.grain !== 'month')
    throw new BadParameterError('compare', 'expected a month like 2026-03');
  return { compare, month: compare };
}

const known = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((v) => v !== null).sort((a, b) => a.localeCompare(b, 'zh-CN'));

/** @throws BadParameterError, NotInForceError, QueryError */
export async function bonusesModel(ctx: PageContext, search: SearchParams): Promise<BonusesModel> {
  const params = ask(bonus, search, { period: lastComplete(ctx.defaultAsOf, 'month') });
  const view = choice('view', one(search, 'view'), views);
  const { compare, month } = comparedWith(search, params.period);
  const linked = asked(params);
  const [all, before, everybody, records, checks, ...earlier] = await Promise.all([
    linesOf(ctx, params),
    linesOf(ctx, { ...params, period: month }),
    rowsOf(bonusTeam, ctx, { period: params.period }),
    rowsOf(bonusRecords, ctx, { ...params, figure: ['fines_unsigned', 'fines_complaint'] }),
    checksOf(ctx, params),
    ...lastPeriods(params.period, 6)
      .slice(0, -1)
      .map(async (period) => sumsOf(period, await linesOf(ctx, { ...params, period }))),
  ]);
  const above = all.filter(isAbove);
  const fined = all.filter(isFined);
  const rows = view === 'above' ? above : view === 'fines' ? fined : all;
  const sums = sumsOf(params.period, all);
  const policy = ctx.policy.on(parsePeriod(params.period)?.end ?? ctx.today);
  return {
    params,
    view,
    rows,
    counts: { all: all.length, above: above.length, fines: fined.length },
    sums,
    before: sumsOf(month, before),
    compare,
    totals: totalsOf(rows),
    months: [...earlier, sums],
    unsigned: records.filter((r) => r.figure === 'fines_unsigned').length,
    complaints: records.filter((r) => r.figure === 'fines_complaint').length,
    base: policy['bonus.base_points'],
    rate: policy['bonus.point_rate'],
    checks,
    closed: (await closingOf(ctx, params.period)) !== null,
    options: {
      region: known(everybody.map((t) => t.region)),
      department: known(everybody.map((t) => t.department)),
    },
    link: (report, more = {}) => href(`/rows/${report}`, linked, more),
    file: href('/api/reports/bonus', linked),
  };
}
