/** Everything the page of wins and losses shows, from the address (F-06, F-09). */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete, stepName } from '@/app/_lib/periods';
import { all, href, one, type SearchParams } from '@/app/_lib/url';
import { type Options, optionsOf } from '@/app/pipeline/_options';
import { isDate, type Period, parsePeriod } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';
import { type LostRow, lost } from '@/lib/reports/lost';
import { opportunitiesClosed } from '@/lib/reports/opportunities_closed';
import { opportunityWay } from '@/lib/reports/opportunity_entries';
import { rowsOf } from '@/lib/reports/run';
import { type TraitRow, winLoss } from '@/lib/reports/win_loss';
import { type WinRow, winRates } from '@/lib/reports/win_rate';
import { share } from '@/lib/rules/funnel';

type Params = Parameters<typeof lost.run>[1];
export type ClosedRow = Awaited<ReturnType<typeof opportunitiesClosed.run>>[number];

export const views = ['signed', 'traits', 'groups'] as const;
export const comparisons = ['year', 'none'] as const;

/** A reason over all stages; null is none given. */
export interface Reason {
  reason: string | null;
  count: number;
  amount: string;
  share: number | null;
  /** Null: no stage is dated. */
  stages: { stage: string | null; count: number }[];
}

export interface LostModel {
  params: Params;
  period: Period;
  view: (typeof views)[number] | null;
  compare: { kind: 'before' | 'year' | 'none'; period: string | null };
  whole: WinRow;
  before: WinRow | null;
  groups: WinRow[];
  /** Largest first, none last. */
  reasons: Reason[];
  withoutReason: { count: number; share: number | null };
  traits: TraitRow[];
  /** The reasons whose opportunities are listed; empty is all. */
  chosen: string[];
  /** Those without a reason are listed. */
  without: boolean;
  listed: ClosedRow[];
  options: Options;
  file: string;
}

function reasonsOf(rows: readonly LostRow[]): Reason[] {
  const total = rows.reduce((n, r) => n + r.count, 0);
  const found = new Map<string | null, LostRow[]>();
  for (const row of rows) found.set(row.reason, [...(found.get(row.reason) ?? []), row]);
  return [...found]
    .map(([reason, own]) => {
      const count = own.reduce((n, r) => n + r.count, 0);
      return {
        reason,
        count,
        amount: own.reduce((sum, r) => sum.plus(r.amount), new Decimal(0)).toFixed(2),
        share: share(count, total),
        stages: own.map((r) => ({ stage: r.stage_reached, count: r.count })),
      };
    })
    .sort((a, b) => Number(a.reason === null) - Number(b.reason === null) || b.count - a.count);
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function lostModel(ctx: PageContext, search: SearchParams): Promise<LostModel> {
  const { reason: _, without_reason: __, ...own } = search;
  const as_of = one(search, 'as_of') ?? ctx.defaultAsOf;
  const params = ask(lost, own, {
    as_of,
    period: lastComplete(isDate(as_of) ? as_of : ctx.defaultAsOf, 'half'),
    by: 'grade',
  });
  const period = parsePeriod(params.period);
  if (!period) throw new BadParameterError('period', 'expected a period like 2026H1');
  const view = choice('view', one(search, 'view'), views);
  const kind = choice('compare', one(search, 'compare'), comparisons) ?? 'before';
  const steps = { month: 12, quarter: 4, half: 2, year: 1 }[period.grain];
  const compared = kind === 'none' ? null : stepName(period.name, kind === 'year' ? -steps : -1);
  const without = choice('without_reason', one(search, 'without_reason'), ['true']) === 'true';
  const chosen = without ? [] : all(search, 'reason');
  const { by, ...seen } = params;
  const { dated, ...filtered } = seen;
  const whole = { ...seen, by: 'none' as const };
  const [now, before, groups, lostRows, traits, listed, options] = await Promise.all([
    rowsOf(winRates, ctx, whole),
    compared ? rowsOf(winRates, ctx, { ...whole, period: compared }) : [],
    by === 'none' ? [] : rowsOf(winRates, ctx, params),
    rowsOf(lost, ctx, whole),
    rowsOf(winLoss, ctx, seen),
    rowsOf(opportunitiesClosed, ctx, {
      ...filtered,
      dated,
      outcome: view === 'signed' ? ('signed' as const) : ('lost' as const),
      ...(view === null && without ? { without_reason: 'true' as const } : {}),
      ...(view === null && chosen.length > 0 ? { reason: chosen } : {}),
    }),
    optionsOf(ctx, seen, false),
  ]);
  const [row] = now;
  if (!row) throw new Error('The win rate has no row for the whole');
  const reasons = reasonsOf(lostRows);
  const none = reasons.find((r) => r.reason === null);
  return {
    params,
    period,
    view,
    compare: { kind, period: compared },
    whole: row,
    before: before[0] ?? null,
    groups,
    reasons,
    withoutReason: { count: none?.count ?? 0, share: row.lost === 0 ? null : (none?.share ?? 0) },
    traits,
    chosen,
    without,
    listed,
    options,
    file: href('/api/reports/lost', {}, asked(params)),
  };
}

/** The closed opportunities behind a figure; `group` undefined is the whole, null what has no group. */
export function closedHref(
  model: LostModel,
  cell: Record<string, string | string[]> = {},
  group?: string | null,
): string {
  const { by, ...seen } = model.params;
  const own = group === undefined ? {} : { by, ...(group === null ? {} : { group }) };
  return href('/rows/opportunities_closed', {}, asked({ ...seen, ...own, ...cell }));
}

/** The closed opportunities that bear a trait, signed and lost. */
export function traitHref(model: LostModel, { trait, value }: Pick<TraitRow, 'trait' | 'value'>): string {
  if (trait === 'size') return closedHref(model, { size: value ?? 'none' });
  if (trait === 'met') return closedHref(model, { met: String(value === 'met') });
  return closedHref(model, { by: trait, ...(value === null ? {} : { group: value }) });
}

export interface ClosedDetail {
  row: ClosedRow;
  way: Awaited<ReturnType<typeof opportunityWay.run>>;
}

/** What the drawer shows of one closed opportunity; null where the address names none of the listed. */
export async function closedDetail(
  ctx: PageContext,
  model: LostModel,
  search: SearchParams,
): Promise<ClosedDetail | null> {
  const row = model.listed.find((r) => r.opportunity_id === one(search, 'row'));
  if (!row) return null;
  const { as_of } = model.params;
  return { row, way: await rowsOf(opportunityWay, ctx, { opportunity: row.opportunity_id, as_of }) };
}
