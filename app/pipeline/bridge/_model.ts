/** Everything the bridge of the pipeline shows, from the address (F-02, F-03). */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { isDate, periodOf } from '@/lib/format';
import { type BridgeGroup, type BridgeRow, bridge, bridgeGroups } from '@/lib/reports/bridge';
import { amountsFollowed, bridgeOpportunities } from '@/lib/reports/bridge_opportunities';
import { rowsOf } from '@/lib/reports/run';
import { countRemainder, type Movement, movements, remainder } from '@/lib/rules/bridge';
import { type Split, splits } from '@/lib/rules/funnel_groups';
import { addDays, addMonths } from '@/lib/rules/period';
import { type Options, optionsOf } from '../_options';

type Params = Parameters<typeof bridge.run>[1];
export type MovedRow = Awaited<ReturnType<typeof bridgeOpportunities.run>>[number];

export interface BridgeModel {
  params: Params;
  rows: BridgeRow[];
  /** The split, `none` by default, and its groups: the same bars of each. */
  by: Split;
  groups: BridgeGroup[];
  /** The same stretch of days a year before. */
  before: BridgeRow[];
  /** Yuan and opportunities that do not add up: 0.00 and 0. */
  remainder: { amount: string; count: number };
  /** Whose opportunities are listed. */
  movement: Movement;
  listed: MovedRow[];
  followed: { since: string | null; imports: number; changed: number };
  /** Days from which people ask: each at whose end the bridge opens. */
  starts: { id: 'month' | 'quarter' | 'half' | 'year'; day: string }[];
  options: Options;
  file: string;
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function bridgeModel(ctx: PageContext, search: SearchParams): Promise<BridgeModel> {
  const { movement: _, by: __, ...own } = search;
  const asOf = one(search, 'as_of') ?? ctx.defaultAsOf;
  const day = isDate(asOf) ? asOf : ctx.defaultAsOf;
  const starts = (['month', 'quarter', 'half', 'year'] as const).map((id) => ({
    id,
    day: addDays(periodOf(day, id).start, -1),
  }));
  const quarter = starts[1]?.day ?? addDays(day, -90);
  const params = ask(bridge, own, { as_of: asOf, from: quarter });
  const movement = choice('movement', one(search, 'movement'), movements) ?? 'new';
  const then = { ...params, from: addMonths(params.from, -12), as_of: addMonths(params.as_of, -12) };
  const by = choice('by', one(search, 'by'), splits) ?? 'none';
  const [rows, groups, before, listed, followed, options] = await Promise.all([
    rowsOf(bridge, ctx, params),
    by === 'none' ? [] : rowsOf(bridgeGroups, ctx, { ...params, by }),
    rowsOf(bridge, ctx, then),
    rowsOf(bridgeOpportunities, ctx, { ...params, movement }),
    rowsOf(amountsFollowed, ctx, {}),
    optionsOf(ctx, params, false),
  ]);
  return {
    params,
    rows,
    by,
    groups,
    before,
    remainder: { amount: remainder(rows), count: countRemainder(rows) },
    movement,
    listed,
    followed: followed[0] ?? { since: null, imports: 0, changed: 0 },
    starts,
    options,
    file: href(
      by === 'none' ? '/api/reports/bridge' : '/api/reports/bridge_groups',
      {},
      {
        ...asked(params),
        ...(by === 'none' ? {} : { by }),
      },
    ),
  };
}

/** The opportunities of a movement as a page of rows; `group` undefined is the whole, null what has no group. */
export function movedHref(model: BridgeModel, movement: Movement, group?: string | null): string {
  const cell = group === undefined ? {} : { by: model.by, ...(group === null ? {} : { group }) };
  return href('/rows/bridge_opportunities', {}, asked({ ...model.params, movement, ...cell }));
}
