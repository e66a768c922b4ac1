/** Everything the page of a what-if shows, from the address: the scenario, what it costs, who gains and who loses. */
import { asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete, stepName } from '@/app/_lib/periods';
import { all, href, one, type SearchParams } from '@/app/_lib/url';
import { parsePeriod } from '@/lib/format';
import { bonusTeam } from '@/lib/reports/bonus_team';
import { bonusWhatIf, bonusWhatIfCost, bonusWhatIfLines } from '@/lib/reports/bonus_what_if';
import { whatIfItems } from '@/lib/reports/bonus_what_if_lines';
import { BadParameterError } from '@/lib/reports/errors';
import { readParams } from '@/lib/reports/params';
import { rowsOf } from '@/lib/reports/run';
import { type Band, bandOf, bandsOf } from '@/lib/rules/bonus_bands';
import { differenceOf, totalOf } from '@/lib/rules/bonus_what_if';
import { type ScenarioAsked, type ScenarioView, scenarioAsked, scenarioView } from './_scenario';

export const views = ['gains', 'loses'] as const;
export type WhatIfView = (typeof views)[number];

type Params = Parameters<typeof bonusWhatIf.run>[1];
export type WhatIfRow = Awaited<ReturnType<typeof bonusWhatIf.run>>[number];

interface Sums {
  before: string | null;
  after: string | null;
  difference: string | null;
}

export interface WhatIfModel {
  params: Params;
  scenario: ScenarioView;
  view: WhatIfView | null;
  band: number | null;
  rows: WhatIfRow[];
  counts: { all: number; gains: number; loses: number; same: number; unknown: number };
  /** Of everybody under the filters; the team's share of parts is apart. */
  sums: Sums;
  team: Sums;
  gained: string | null;
  lost: string | null;
  /** Of the rows shown. */
  totals: Sums & Record<'month_difference' | 'quarter_difference' | 'half_difference', string | null>;
  bands: Band[];
  options: { department: string[]; region: string[] };
  link: (report: string, more?: Record<string, readonly string[]>) => string;
  file: string;
}

/** What belongs to people; what goes to the team is no part of anybody's total. */
export const ofPeople = whatIfItems.filter((item) => item !== 'parts_team_share');

const sumsOf = (rows: readonly { before: string | null; after: string | null }[]): Sums => {
  const before = totalOf(rows.map((r) => r.before));
  const after = totalOf(rows.map((r) => r.after));
  return { before, after, difference: differenceOf(before, after) };
};

/** The parameters of the report: twelve complete months where the address names none. */
function paramsOf(ctx: PageContext, search: SearchParams, tried: ScenarioAsked): Params {
  const to = one(search, 'to') ?? lastComplete(ctx.defaultAsOf, 'month');
  const last = parsePeriod(to)?.grain === 'month' ? to : lastComplete(ctx.defaultAsOf, 'month');
  const known = new Set([...Object.keys(bonusWhatIf.params.shape), 'view', 'row', 'tab', 'sort', 'band']);
  const stranger = Object.keys(search).find((name) => !known.has(name));
  if (stranger !== undefined) throw new BadParameterError(stranger, 'unknown here');
  const list = (name: string) => (all(search, name).length > 0 ? { [name]: all(search, name) } : {});
  return readParams(bonusWhatIf.params, {
    from: [one(search, 'from') ?? stepName(last, -11)],
    to: [to],
    ...(tried.set.length > 0 ? { set: tried.set } : {}),
    ...(tried.coefficient.length > 0 ? { coefficient: tried.coefficient } : {}),
    ...list('department'),
    ...list('region'),
  });
}

function bandAsked(search: SearchParams): number | null {
  const text = one(search, 'band');
  if (text === undefined) return null;
  if (!/^-?\d{1,2}$/.test(text)) throw new BadParameterError('band', 'expected a number such as -2');
  return Number(text);
}

const known = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((v) => v !== null).sort((a, b) => a.localeCompare(b, 'zh-CN'));

/** @throws BadParameterError, NotInForceError, QueryError */
export async function whatIfModel(ctx: PageContext, search: SearchParams): Promise<WhatIfModel> {
  const view = choice('view', one(search, 'view'), views);
  const band = bandAsked(search);
  const tried = scenarioAsked(search);
  const params = paramsOf(ctx, search, tried);
  const linked = asked(params);
  const [everybody, cost, team, scenario] = await Promise.all([
    rowsOf(bonusWhatIf, ctx, params),
    rowsOf(bonusWhatIfCost, ctx, params),
    rowsOf(bonusTeam, ctx, { period: params.to }),
    scenarioView(ctx, params, tried),
  ]);
  const differences = everybody.flatMap((r) => r.difference ?? []);
  const { width, bands } = bandsOf(differences);
  const rows = everybody.filter(
    (r) =>
      (view === null || r.outcome === view) &&
      (band === null || (r.difference !== null && bandOf(r.difference, width) === band)),
  );
  const of = (outcome: WhatIfRow['outcome']) => everybody.filter((r) => r.outcome === outcome);
  return {
    params,
    scenario,
    view,
    band,
    rows,
    counts: {
      all: everybody.length,
      gains: of('gains').length,
      loses: of('loses').length,
      same: of('same').length,
      unknown: of('unknown').length,
    },
    sums: sumsOf(everybody),
    team: sumsOf(cost.filter((c) => c.item === 'parts_team_share')),
    gained: totalOf(of('gains').map((r) => r.difference)),
    lost: totalOf(of('loses').map((r) => r.difference)),
    totals: {
      ...sumsOf(rows),
      month_difference: totalOf(rows.map((r) => r.month_difference)),
      quarter_difference: totalOf(rows.map((r) => r.quarter_difference)),
      half_difference: totalOf(rows.map((r) => r.half_difference)),
    },
    bands,
    options: {
      department: known(team.map((t) => t.department)),
      region: known(team.map((t) => t.region)),
    },
    link: (report, more = {}) => href(`/rows/${report}`, linked, more),
    file: href('/api/reports/bonus_what_if', linked),
  };
}

type Line = Awaited<ReturnType<typeof bonusWhatIfLines.run>>[number];

export interface WhatIfDetail {
  row: WhatIfRow;
  /** By item, over all periods. */
  items: (Sums & { item: Line['item'] })[];
  /** By period, the latest first; without the team's share. */
  periods: (Sums & { period: string })[];
  lines: Line[];
}

/** Null where the address names nobody of the list. */
export async function whatIfDetail(
  ctx: PageContext,
  model: WhatIfModel,
  search: SearchParams,
): Promise<WhatIfDetail | null> {
  const row = model.rows.find((r) => r.technician_id === one(search, 'row'));
  if (!row) return null;
  const lines = await rowsOf(bonusWhatIfLines, ctx, { ...model.params, technician: [row.technician_id] });
  const own = lines.filter((l) => l.item !== 'parts_team_share');
  const groups = <K extends 'item' | 'period'>(by: K, of: readonly Line[]) =>
    [...new Set(of.map((l) => l[by]))].map((key) => ({
      [by]: key,
      ...sumsOf(of.filter((l) => l[by] === key)),
    }));
  return {
    row,
    items: groups('item', own) as WhatIfDetail['items'],
    periods: (groups('period', own) as WhatIfDetail['periods']).reverse(),
    lines,
  };
}
