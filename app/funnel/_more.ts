/** What the other views of the funnel show: where those who entered a stage went, and how long they stayed (F-02, F-05). */
import { asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { type FlowRow, funnelFlow } from '@/lib/reports/funnel_flow';
import { rowsOf } from '@/lib/reports/run';
import { type StageTimeRow, stageTimes } from '@/lib/reports/stage_times';
import type { FunnelModel } from './_model';

export const views = ['table', 'flow', 'times'] as const;
export type View = (typeof views)[number] | null;

export const viewOf = (search: SearchParams): View => choice('view', one(search, 'view'), views);

export interface More {
  view: View;
  /** Of the whole, then of each group; empty unless asked for. */
  flow: { whole: FlowRow[]; groups: FlowRow[] };
  times: StageTimeRow[];
}

/** The rows of the view that the address asks for. @throws BadParameterError, QueryError */
export async function moreOf(ctx: PageContext, model: FunnelModel, search: SearchParams): Promise<More> {
  const view = viewOf(search);
  const { by, ...seen } = model.params;
  const [whole, groups, times] = await Promise.all([
    view === 'flow' ? rowsOf(funnelFlow, ctx, { ...seen, by: 'none' as const }) : [],
    view === 'flow' && by !== 'none' ? rowsOf(funnelFlow, ctx, { ...seen, by }) : [],
    view === 'times' ? rowsOf(stageTimes, ctx, seen) : [],
  ]);
  return { view, flow: { whole, groups }, times };
}

/** The opportunities behind a cell of the second funnel; `group` undefined is the whole, null what has no group. */
export function flowHref(model: FunnelModel, cell: Record<string, string>, group?: string | null): string {
  const { by, ...seen } = model.params;
  const own = group === undefined ? {} : { by, ...(group === null ? {} : { group }) };
  return href('/rows/funnel_flow_opportunities', {}, asked({ ...seen, ...own, ...cell }));
}

/** The opportunities that spent so many days in a stage. */
export function timeHref(model: FunnelModel, row: StageTimeRow): string {
  const { by: _, ...seen } = model.params;
  return href(
    '/rows/stage_time_opportunities',
    {},
    asked({ ...seen, stage: row.stage, from_days: row.from_days, to_days: row.to_days ?? undefined }),
  );
}
