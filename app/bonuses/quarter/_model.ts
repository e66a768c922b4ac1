/** Everything the page of a quarter's bonuses shows, from the address (B-05, B-09, B-10). */
import type { Row } from '@/app/_components/table/columns';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete, lastPeriods, stepName } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { parsePeriod } from '@/lib/format';
import { type BonusQuarterRow, bonusQuarter } from '@/lib/reports/bonus_quarter';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import { rowsOf } from '@/lib/reports/run';
import { groupsOf, type TraceGroup } from '../_detail';
import { cents, total } from '../_sums';

export const views = ['awarded', 'parts', 'ties'] as const;
export type QuarterView = (typeof views)[number];

const has = {
  awarded: (r: BonusQuarterRow) => Number(r.award) > 0,
  parts: (r: BonusQuarterRow) => Number(r.parts_commission) > 0,
  ties: (r: BonusQuarterRow) => r.tie_flag,
};

export interface QuarterModel {
  params: Parameters<typeof bonusQuarter.run>[1];
  view: QuarterView | null;
  rows: BonusQuarterRow[];
  counts: Record<'all' | QuarterView, number>;
  sums: Record<'total' | 'award' | 'parts_commission' | 'parts_team_share', string>;
  before: { period: string; total: string };
  ranked: number;
  totals: Row;
  /** The ranks up to which the two awards go, and what they are. */
  awards: { first: number; second: number; firstAward: string; secondAward: string };
  pay_month: string | null;
  file: string;
}

const sumsOf = (rows: readonly BonusQuarterRow[]): QuarterModel['sums'] => {
  const of = (name: keyof QuarterModel['sums']) => cents(total(rows.map((r) => r[name]))) ?? '0.00';
  return {
    total: of('total'),
    award: of('award'),
    parts_commission: of('parts_commission'),
    parts_team_share: of('parts_team_share'),
  };
};

/** @throws BadParameterError, NotInForceError, QueryError */
export async function quarterModel(ctx: PageContext, search: SearchParams): Promise<QuarterModel> {
  const params = ask(bonusQuarter, search, { period: lastComplete(ctx.defaultAsOf, 'quarter') });
  const view = choice('view', one(search, 'view'), views);
  const previous = stepName(params.period, -1);
  const [all, before] = await Promise.all([
    rowsOf(bonusQuarter, ctx, params),
    rowsOf(bonusQuarter, ctx, { ...params, period: previous }),
  ]);
  const rows = view ? all.filter(has[view]) : all;
  const policy = ctx.policy.on(parsePeriod(params.period)?.end ?? ctx.today);
  return {
    params,
    view,
    rows,
    counts: {
      all: all.length,
      awarded: all.filter(has.awarded).length,
      parts: all.filter(has.parts).length,
      ties: all.filter(has.ties).length,
    },
    sums: sumsOf(all),
    before: { period: previous, total: sumsOf(before).total },
    ranked: all.filter((r) => r.rank !== null).length,
    totals: { ...sumsOf(rows) },
    awards: {
      first: policy['award.first_to_rank'],
      second: policy['award.second_to_rank'],
      firstAward: policy['award.first'],
      secondAward: policy['award.second'],
    },
    pay_month: all[0]?.pay_month ?? null,
    file: href('/api/reports/bonus_quarter', asked(params)),
  };
}

export interface QuarterDetail {
  row: BonusQuarterRow;
  groups: TraceGroup[];
  history: { period: string; total: string | null }[];
}

/** Null where the address names nobody of the list. */
export async function quarterDetail(
  ctx: PageContext,
  model: QuarterModel,
  search: SearchParams,
): Promise<QuarterDetail | null> {
  const row = model.rows.find((r) => r.technician_id === one(search, 'row'));
  if (!row) return null;
  const { period } = model.params;
  const periods = lastPeriods(period, 6).reverse();
  const [trace, ...others] = await Promise.all([
    rowsOf(bonusTrace, ctx, { period, technician: row.technician_id }),
    ...periods.map((p) => rowsOf(bonusQuarter, ctx, { period: p })),
  ]);
  return {
    row,
    // Score and rank rest on the same row of the assessment.
    groups: groupsOf(trace).filter((g) => g.figure !== 'rank'),
    history: periods.map((p, i) => ({
      period: p,
      total: others[i]?.find((o) => o.technician_id === row.technician_id)?.total ?? null,
    })),
  };
}
