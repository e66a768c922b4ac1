/** Everything the page of the funnel shows, from the address (F-01 to F-05). */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { lastComplete } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { isDate, type Period, parsePeriod, periodOf, stepPeriod } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';
import { type FunnelRow, funnel, funnelWhole } from '@/lib/reports/funnel';
import { funnelOpportunities } from '@/lib/reports/funnel_opportunities';
import { funnelSummaryOf } from '@/lib/reports/funnel_summary';
import { opportunitiesOpen } from '@/lib/reports/opportunities_open';
import {
  type OpportunityValues,
  opportunityFilters,
  opportunityValuesOf,
} from '@/lib/reports/opportunity_values';
import { rowsOf } from '@/lib/reports/run';

type Params = Parameters<typeof funnel.run>[1];
export type Summary = Awaited<ReturnType<typeof funnelSummaryOf>>[number];
export type OpenRow = Awaited<ReturnType<typeof opportunitiesOpen.run>>[number];

/** As many groups as a laptop shows side by side; the table has them all. */
const PICTURED = 6;

/** As many stalled opportunities as the list holds, the largest; the rows behind the figure have them all. */
export const LISTED = 400;

/** The filters that the page offers; each option is counted under the others. */
export const filters = opportunityFilters;

export interface FunnelGroup {
  /** Null is what has no group; the whole has its own place in the model. */
  group: string | null;
  /** Five stages. */
  rows: FunnelRow[];
  /** The same of the period compared with; empty where the group was not there. */
  before: FunnelRow[];
}

export interface FunnelModel {
  params: Params;
  period: Period;
  /** The period compared with, by default the one before of the same length (F-04); `on` is false where it is off. */
  compare: { period: string; on: boolean };
  summary: Summary;
  /** What the first and the last row of the funnel say of the period compared with. */
  before: Pick<Summary, 'created' | 'signed' | 'signed_amount' | 'overall_rate'> | null;
  whole: FunnelGroup;
  /** In the report's order; empty where nothing is split. */
  groups: FunnelGroup[];
  /** The largest of them, in the same order. */
  pictured: FunnelGroup[];
  /** Signed share of grade A as a multiple of grade C's; null where it is not split by grade. */
  aAgainstC: { a: number | null; c: number | null; times: string | null } | null;
  /** The largest of them; the summary counts all. */
  stalled: OpenRow[];
  stalledDays: { value: number; assumed: boolean };
  options: OpportunityValues;
  /** The same question as a file or as JSON. */
  file: string;
}

function comparison(search: SearchParams, period: Period): FunnelModel['compare'] {
  const chosen = one(search, 'compare');
  const previous = stepPeriod(period, -1).name;
  if (chosen === undefined || chosen === 'none') return { period: previous, on: chosen === undefined };
  if (parsePeriod(chosen) === null) throw new BadParameterError('compare', 'expected a period or none');
  return { period: chosen, on: true };
}

function split(rows: readonly FunnelRow[], before: readonly FunnelRow[]): FunnelGroup[] {
  const groups = new Map<string | null, FunnelRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].map(([group, own]) => ({
    group,
    rows: own,
    before: before.filter((row) => row.group === group),
  }));
}

function largest(groups: readonly FunnelGroup[]): FunnelGroup[] {
  const size = (g: FunnelGroup) => g.rows[0]?.reached ?? 0;
  const kept = new Set([...groups].sort((a, b) => size(b) - size(a)).slice(0, PICTURED));
  return groups.filter((g) => kept.has(g));
}

function compareGrades(groups: readonly FunnelGroup[]): FunnelModel['aAgainstC'] {
  const signed = (grade: string) => groups.find((g) => g.group === grade)?.rows.at(-1)?.overall_rate ?? null;
  const [a, c] = [signed('A'), signed('C')];
  return { a, c, times: a === null || !c ? null : new Decimal(a).div(c).toFixed(1) };
}

function signedOf(rows: readonly FunnelRow[]): FunnelModel['before'] {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    created: first?.reached ?? 0,
    signed: last?.reached ?? 0,
    signed_amount: last?.amount ?? '0.00',
    overall_rate: last?.overall_rate ?? null,
  };
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function funnelModel(ctx: PageContext, search: SearchParams): Promise<FunnelModel> {
  const as_of = one(search, 'as_of') ?? ctx.defaultAsOf;
  const params = ask(funnel, search, {
    as_of,
    period: lastComplete(isDate(as_of) ? as_of : ctx.defaultAsOf, 'half'),
    by: 'grade',
  });
  const period = parsePeriod(params.period);
  if (!period) throw new BadParameterError('period', 'expected a period like 2026H1');
  const compare = comparison(search, period);
  const { by, ...seen } = params;
  const { period: _, ...open } = seen;
  const then = compare.on ? { ...seen, period: compare.period } : null;
  const run = (p: typeof seen, by: Params['by']) => rowsOf(funnel, ctx, { ...p, by });
  const [summary, whole, wholeBefore, groups, groupsBefore, stalled, options] = await Promise.all([
    funnelSummaryOf(ctx, seen, by),
    funnelWhole(ctx, seen, by),
    then ? funnelWhole(ctx, then, by) : [],
    by === 'none' ? [] : run(seen, by),
    then && by !== 'none' ? run(then, by) : [],
    rowsOf(opportunitiesOpen, ctx, { ...open, stalled: 'true' as const, top: String(LISTED) }),
    opportunityValuesOf(ctx, seen),
  ]);
  const [now] = summary;
  if (!now) throw new Error('The summary of the funnel has no row');
  const all = split(groups, groupsBefore);
  const limit = ctx.policy.valueOn('funnel.stalled_days', params.as_of);
  return {
    params,
    period,
    compare,
    summary: now,
    before: then ? signedOf(wholeBefore) : null,
    whole: { group: null, rows: whole, before: wholeBefore },
    groups: all,
    pictured: largest(all),
    aAgainstC: by === 'grade' ? compareGrades(all) : null,
    stalled,
    stalledDays: { value: Number(limit.value), assumed: Boolean(limit.assumed) },
    options,
    file: href('/api/reports/funnel', {}, asked(params)),
  };
}

/** The opportunities that a cell counts; `group` undefined is the whole, null what has no group. */
export function cellHref(model: FunnelModel, stage: string, group?: string | null): string {
  const { by, ...seen } = model.params;
  const cell = group === undefined ? {} : { by, ...(group === null ? {} : { group }) };
  return href('/rows/funnel_opportunities', {}, asked({ ...seen, ...cell, stage }));
}

/** The open opportunities under the same filters; `stalled` those alone. */
export function openHref(model: FunnelModel, stalled: boolean): string {
  const { by: _by, period: _period, ...open } = model.params;
  return href('/rows/opportunities_open', {}, asked({ ...open, ...(stalled ? { stalled: 'true' } : {}) }));
}

export interface OpenDetail {
  row: OpenRow;
  /** The first entry of each stage by the as-of date; empty where the day it was created is not known. */
  way: { stage: 'identified' | 'contacted' | 'solution' | 'negotiation'; on: string }[];
}

/** What the drawer shows of one stalled opportunity; null where the address names none of them. */
export async function openDetail(
  ctx: PageContext,
  model: FunnelModel,
  search: SearchParams,
): Promise<OpenDetail | null> {
  const row = model.stalled.find((r) => r.opportunity_id === one(search, 'row'));
  if (!row) return null;
  if (!row.created_on) return { row, way: [] };
  const { as_of } = model.params;
  const cohort = await rowsOf(funnelOpportunities, ctx, {
    period: periodOf(row.created_on, 'month').name,
    as_of,
    by: 'none' as const,
    every_group: 'true' as const,
    stage: 'identified' as const,
  });
  const entries = cohort.find((o) => o.opportunity_id === row.opportunity_id);
  const way = (
    [
      ['identified', row.created_on],
      ['contacted', entries?.contacted_on],
      ['solution', entries?.solution_on],
      ['negotiation', entries?.negotiation_on],
    ] as const
  ).flatMap(([stage, on]) => (on ? [{ stage, on }] : []));
  return { row, way: way.sort((a, b) => a.on.localeCompare(b.on)) };
}
