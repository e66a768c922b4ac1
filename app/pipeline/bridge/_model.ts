/** Everything the bridge of the pipeline shows, from the address (F-02, F-03). */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { isDate, periodOf } from '@/lib/format';
import { type BridgeRow, bridge } from '@/lib/reports/bridge';
import { amountsFollowed, bridgeOpportunities } from '@/lib/reports/bridge_opportunities';
import { rowsOf } from '@/lib/reports/run';
import { countRemainder, type Movement, movements, remainder } from '@/lib/rules/bridge';
import { addDays, addMonths } from '@/lib/rules/period';
import { type Options, optionsOf } from '../_options';

type Params = Parameters<typeof bridge.run>[1];
export type MovedRow = Awaited<ReturnType<typeof bridgeOpportunities.run>>[number];

export interface BridgeModel {
  params: Params;
  rows: BridgeRow[];
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
  const { movement: _, ...own } = search;
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
  const [rows, before, listed, followed, options] = await Promise.all([
    rowsOf(bridge, ctx, params),
    rowsOf(bridge, ctx, then),
    rowsOf(bridgeOpportunities, ctx, { ...params, movement }),
    rowsOf(amountsFollowed, ctx, {}),
    optionsOf(ctx, params, false),
  ]);
  return {
    params,
    rows,
    before,
    remainder: { amount: remainder(rows), count: countRemainder(rows) },
    movement,
    listed,
    followed: followed[0] ?? { since: null, imports: 0, changed: 0 },
    starts,
    options,
    file: href('/api/reports/bridge', {}, asked(params)),
  };
}

/** The opportunities of a movement as a page of rows. */
export const movedHref = (model: BridgeModel, movement: Movement): string =>
  href('/rows/bridge_opportunities', {}, asked({ ...model.params, movement }));
