/** Everything the page of a half-year's bonuses shows, from the address (B-08, B-10). */
import type { Row } from '@/app/_components/table/columns';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete, lastPeriods, stepName } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { parsePeriod } from '@/lib/format';
import { type BonusHalfRow, bonusHalf } from '@/lib/reports/bonus_half';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import { rowsOf } from '@/lib/reports/run';
import { groupsOf, type TraceGroup } from '../_detail';
import { cents, total } from '../_sums';

export const views = ['rewarded'] as const;
export type HalfView = (typeof views)[number];

export interface HalfSums {
  reward: string;
  projects: number;
  people: number;
}

export interface HalfModel {
  params: Parameters<typeof bonusHalf.run>[1];
  view: HalfView | null;
  rows: BonusHalfRow[];
  counts: { all: number; rewarded: number };
  sums: HalfSums;
  before: HalfSums & { period: string };
  totals: Row;
  /** Yuan a project, and the months it has to last. */
  each: string;
  months: number;
  file: string;
}

const rewarded = (r: BonusHalfRow) => r.projects_without_repeat > 0;

const sumsOf = (rows: readonly BonusHalfRow[]): HalfSums => ({
  reward: cents(total(rows.map((r) => r.reward))) ?? '0.00',
  projects: rows.reduce((n, r) => n + r.projects_without_repeat, 0),
  people: rows.filter(rewarded).length,
});

/** @throws BadParameterError, NotInForceError, QueryError */
export async function halfModel(ctx: PageContext, search: SearchParams): Promise<HalfModel> {
  const params = ask(bonusHalf, search, { period: lastComplete(ctx.defaultAsOf, 'half') });
  const view = choice('view', one(search, 'view'), views);
  const previous = stepName(params.period, -1);
  const [all, before] = await Promise.all([
    rowsOf(bonusHalf, ctx, params),
    rowsOf(bonusHalf, ctx, { ...params, period: previous }),
  ]);
  const rows = view ? all.filter(rewarded) : all;
  const sums = sumsOf(all);
  const policy = ctx.policy.on(parsePeriod(params.period)?.end ?? ctx.today);
  return {
    params,
    view,
    rows,
    counts: { all: all.length, rewarded: sums.people },
    sums,
    before: { period: previous, ...sumsOf(before) },
    totals: { projects_without_repeat: sums.projects, reward: sums.reward },
    each: policy['bonus.no_repeat'],
    months: policy['bonus.no_repeat_months'],
    file: href('/api/reports/bonus_half', asked(params)),
  };
}

export interface HalfDetail {
  row: BonusHalfRow;
  groups: TraceGroup[];
  history: { period: string; total: string | null }[];
}

/** Null where the address names nobody of the list. */
export async function halfDetail(
  ctx: PageContext,
  model: HalfModel,
  search: SearchParams,
): Promise<HalfDetail | null> {
  const row = model.rows.find((r) => r.technician_id === one(search, 'row'));
  if (!row) return null;
  const { period } = model.params;
  const periods = lastPeriods(period, 6).reverse();
  const [trace, ...others] = await Promise.all([
    rowsOf(bonusTrace, ctx, { period, technician: row.technician_id }),
    ...periods.map((p) => rowsOf(bonusHalf, ctx, { period: p })),
  ]);
  return {
    row,
    groups: groupsOf(trace),
    history: periods.map((p, i) => ({
      period: p,
      total: others[i]?.find((o) => o.technician_id === row.technician_id)?.reward ?? null,
    })),
  };
}
