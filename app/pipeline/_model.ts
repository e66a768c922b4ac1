/** Everything the page of the open pipeline shows, from the address (F-02, F-04 to F-07). */
import { ask, asked } from '@/app/_lib/ask';
import { type ComparedDay, comparedDay } from '@/app/_lib/compare';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { opportunitiesOpen } from '@/lib/reports/opportunities_open';
import { opportunityWay } from '@/lib/reports/opportunity_entries';
import { type PipelineRow, pipeline } from '@/lib/reports/pipeline';
import { type PipelineStageRow, pipelineStages } from '@/lib/reports/pipeline_stages';
import { rowsOf } from '@/lib/reports/run';
import { stages } from '@/lib/rules/funnel';
import { filters, type Options, optionsOf, type PipelineFilter } from './_options';

type Params = Parameters<typeof pipeline.run>[1];
export type OpenRow = Awaited<ReturnType<typeof opportunitiesOpen.run>>[number];
export type WayRow = Awaited<ReturnType<typeof opportunityWay.run>>[number];

/** As many opportunities as the list holds; the rows behind the figures have them all. */
export const LISTED = 400;
/** As many groups as stand beside the picture. */
export const GROUPS = 8;

export const views = ['all'] as const;
/** Splits by which a click can filter. */
const filterable: readonly string[] = filters;

export interface PipelineModel {
  params: Params;
  /** Null lists the stalled ones. */
  view: (typeof views)[number] | null;
  /** The stage whose opportunities are listed; null is all. */
  stage: PipelineStageRow['stage'] | null;
  compare: ComparedDay;
  whole: PipelineRow;
  before: PipelineRow | null;
  /** In the report's order; empty where nothing is split. */
  groups: PipelineRow[];
  stages: PipelineStageRow[];
  listed: OpenRow[];
  stalledDays: { value: number; assumed: boolean };
  sampleLimit: number;
  options: Options;
  file: string;
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function pipelineModel(ctx: PageContext, search: SearchParams): Promise<PipelineModel> {
  const { stage: askedStage, ...own } = search;
  const params = ask(pipeline, own, { as_of: ctx.defaultAsOf, by: 'grade' });
  const view = choice('view', one(search, 'view'), views);
  const stage = choice('stage', one({ askedStage }, 'askedStage'), stages);
  const compare = comparedDay(search, params.as_of);
  const { by, ...seen } = params;
  const whole = { ...seen, by: 'none' as const };
  const [now, before, groups, byStage, listed, options] = await Promise.all([
    rowsOf(pipeline, ctx, whole),
    compare.day ? rowsOf(pipeline, ctx, { ...whole, as_of: compare.day }) : [],
    by === 'none' ? [] : rowsOf(pipeline, ctx, params),
    rowsOf(pipelineStages, ctx, seen),
    rowsOf(opportunitiesOpen, ctx, {
      ...seen,
      top: String(LISTED),
      ...(view === null ? { stalled: 'true' as const } : {}),
      ...(stage === null ? {} : { stage }),
    }),
    optionsOf(ctx, seen, true),
  ]);
  const [row] = now;
  if (!row) throw new Error('The pipeline has no row for the whole');
  const limit = ctx.policy.valueOn('funnel.stalled_days', params.as_of);
  return {
    params,
    view,
    stage,
    compare,
    whole: row,
    before: before[0] ?? null,
    groups,
    stages: byStage,
    listed,
    stalledDays: { value: Number(limit.value), assumed: Boolean(limit.assumed) },
    sampleLimit: ctx.policy.on(params.as_of)['funnel.weight_min_closed'],
    options,
    file: href('/api/reports/pipeline', {}, asked(params)),
  };
}

type Cell = Record<string, string>;
const ofGroup = (by: Params['by'], group: string | null | undefined): Cell =>
  group === undefined ? {} : { by, ...(group === null ? {} : { group }) };

/** The open opportunities behind a figure; `group` undefined is the whole, null what has no group. */
export function openHref(model: PipelineModel, cell: Cell = {}, group?: string | null): string {
  const { by, ...seen } = model.params;
  return href('/rows/opportunities_open', {}, asked({ ...seen, ...ofGroup(by, group), ...cell }));
}

/** The closed opportunities behind a rate, a mean or a cycle. */
export function closedHref(model: PipelineModel, cell: Cell = {}, group?: string | null): string {
  const { by, ...seen } = model.params;
  return href('/rows/opportunities_closed', {}, asked({ ...seen, ...ofGroup(by, group), ...cell }));
}

/** What a click on a group does: the page filtered by it where it can be, else its open opportunities. */
export function groupHref(model: PipelineModel, search: SearchParams, group: string | null): string {
  const { by } = model.params;
  if (group === null || !filterable.includes(by)) return openHref(model, {}, group);
  const chosen = model.params[by as PipelineFilter]?.includes(group);
  return href('/pipeline', search, { [by]: chosen ? null : group, row: null, tab: null });
}

export interface OpenDetail {
  row: OpenRow;
  way: WayRow[];
}

/** What the drawer shows of one open opportunity; null where the address names none of the listed. */
export async function openDetail(
  ctx: PageContext,
  model: PipelineModel,
  search: SearchParams,
): Promise<OpenDetail | null> {
  const row = model.listed.find((r) => r.opportunity_id === one(search, 'row'));
  if (!row) return null;
  const { as_of } = model.params;
  return { row, way: await rowsOf(opportunityWay, ctx, { opportunity: row.opportunity_id, as_of }) };
}
