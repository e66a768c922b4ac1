/** Everything the page of contacts that are due shows, from the address (I-01 to I-09). */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { type DueRow, type IdleStandings, idleDue, idleStandings } from '@/lib/reports/idle_due';
import { yuanOf } from '@/lib/rules/cents';
import { compareGroups } from '@/lib/rules/funnel_groups';
import { idleClasses } from '@/lib/rules/idle_days';
import { type IdleList, type IdleState, idleLists } from '@/lib/rules/idle_plan';
import { type IdleDetail, LISTED, watchedDetail } from '../_model';
import { type Matrix, matrixOf, type Placed } from './_matrix';

type Params = Parameters<typeof idleDue.run>[1];

/** What still has to be planned is the page's own view; the others are states. */
export const dueViews = ['overdue', 'due', 'urgent', 'planned', 'covered', 'undated', 'all'] as const;
export type DueView = (typeof dueViews)[number];

const statesOf: Record<DueView | 'todo', IdleState[] | undefined> = {
  todo: ['overdue', 'due'],
  overdue: ['overdue'],
  due: ['due'],
  urgent: ['due'],
  planned: ['planned'],
  covered: ['covered'],
  undated: ['undated'],
  all: undefined,
};

export const dueFilters = ['class', 'department', 'region', 'owner', 'grade', 'tier'] as const;
export type DueFilter = (typeof dueFilters)[number];

export interface DueModel {
  params: Params;
  view: DueView | null;
  /** How many there are under all filters. */
  n: number;
  /** The most valuable of them, at most as many as are listed. */
  rows: DueRow[];
  /** Rows of each view under the other filters. */
  counts: Record<DueView | 'todo', number>;
  /** Rows of each list under the view and the other filters. */
  lists: Record<IdleList, { count: number; overdue: number }>;
  stake: string;
  watched: number;
  options: Record<DueFilter, { value: string; count: number }[]>;
  matrix: Matrix;
  urgentDays: number;
  horizon: { days: number; until: string };
  file: string;
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function dueModel(ctx: PageContext, search: SearchParams): Promise<DueModel> {
  const view = choice('view', one(search, 'view'), dueViews);
  // The view names the states, unless the address names them as the report does.
  const given = ask(idleDue, search, { as_of: ctx.defaultAsOf });
  const { as_of } = given;
  const policy = ctx.policy.on(as_of);
  const urgentDays = policy['idle.urgent_days'];
  const of = (v: DueView | null): Partial<Params> => ({
    state: statesOf[v ?? 'todo'],
    left: v === 'urgent' ? String(urgentDays) : undefined,
  });
  const shown = of(view);
  const params: Params = {
    ...given,
    state: given.state ?? shown.state,
    left: given.left ?? shown.left,
  };
  const standings = await idleStandings(ctx, { as_of, product: given.product });
  const { judged } = standings;

  const rows: DueRow[] = [];
  let [n, stake] = [0, 0];
  const within = standings.within(params);
  for (const place of judged.inOrder()) {
    if (!within(place)) continue;
    stake += Number(judged.stake[place]);
    if (n < LISTED) rows.push(standings.row(place));
    n += 1;
  }
  // Each split is counted without its own filter.
  const counted = (split: DueFilter) => {
    const chosen = standings.within(params, split);
    const { codes, texts } = judged.split(split);
    const found = new Uint32Array(texts.length);
    for (let i = 0; i < judged.length; i++) {
      const code = codes[i] as number;
      if (chosen(i)) found[code] = (found[code] as number) + 1;
    }
    const counts = new Map<string, number>();
    texts.forEach((text, code) => {
      if (text !== null && found[code]) counts.set(text, found[code]);
    });
    const order = (a: string, b: string) =>
      split === 'grade'
        ? compareGroups('grade', a, b)
        : split === 'class'
          ? idleClasses.indexOf(a as DueRow['class']) - idleClasses.indexOf(b as DueRow['class'])
          : (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
    return [...counts.keys()].sort(order).map((value) => ({ value, count: counts.get(value) ?? 0 }));
  };
  return {
    params,
    view,
    n,
    rows,
    counts: viewsOf(standings, params, urgentDays),
    lists: listsOf(standings, params),
    stake: yuanOf(stake),
    watched: judged.inOrder().length,
    options: Object.fromEntries(dueFilters.map((f) => [f, counted(f)])) as DueModel['options'],
    matrix: matrixOf(placesOf(standings, params)),
    urgentDays,
    horizon: {
      days: policy['idle.horizon'],
      until: ctx.calendar.deadline(as_of, policy['idle.horizon']),
    },
    file: href('/api/reports/idle_due', {}, asked(params)),
  };
}

/** How many are in each view under the other filters. */
function viewsOf(standings: IdleStandings, params: Params, urgentDays: number): DueModel['counts'] {
  const within = standings.within(params, 'state');
  const counts = { todo: 0, overdue: 0, due: 0, urgent: 0, planned: 0, covered: 0, undated: 0, all: 0 };
  for (let i = 0; i < standings.judged.length; i++) {
    if (!within(i)) continue;
    const state = standings.stateOf(i);
    counts.all += 1;
    counts[state] += 1;
    if (state === 'overdue' || state === 'due') counts.todo += 1;
    if (state === 'due' && (standings.daysLeft(i) ?? urgentDays) < urgentDays) counts.urgent += 1;
  }
  return counts;
}

/** How many are in each list under the other filters. */
function listsOf(standings: IdleStandings, params: Params): DueModel['lists'] {
  const within = standings.within(params, 'list');
  const lists = Object.fromEntries(idleLists.map((list) => [list, { count: 0, overdue: 0 }]));
  for (let i = 0; i < standings.judged.length; i++) {
    const own = within(i) ? lists[standings.listOf(i)] : undefined;
    if (own === undefined) continue;
    own.count += 1;
    if (standings.stateOf(i) === 'overdue') own.overdue += 1;
  }
  return lists as DueModel['lists'];
}

/** The customers of each region and owner, under the filters but these two. */
function placesOf(standings: IdleStandings, params: Params): Placed[] {
  const { judged } = standings;
  const within = standings.within({ ...params, region: undefined, owner: undefined });
  const [regions, owners] = [judged.split('region'), judged.split('owner')];
  const counts = new Uint32Array(regions.texts.length * owners.texts.length);
  const stakes = new Float64Array(counts.length);
  for (let i = 0; i < judged.length; i++) {
    if (!within(i)) continue;
    const cell = (regions.codes[i] as number) * owners.texts.length + (owners.codes[i] as number);
    counts[cell] = (counts[cell] as number) + 1;
    stakes[cell] = (stakes[cell] as number) + Number(judged.stake[i]);
  }
  return regions.texts.flatMap((region, r) =>
    owners.texts.flatMap((owner, o) => {
      const cell = r * owners.texts.length + o;
      return counts[cell] ? [{ region, owner, count: counts[cell], stake: stakes[cell] ?? 0 }] : [];
    }),
  );
}

/** Null where the address names nobody of the list. */
export async function dueDetail(
  ctx: PageContext,
  model: DueModel,
  search: SearchParams,
): Promise<IdleDetail | null> {
  const asked = one(search, 'row');
  if (asked === undefined) return null;
  const { params } = model;
  const standings = await idleStandings(ctx, params);
  const place = standings.judged.placeOf(asked);
  if (place < 0 || !standings.within(params)(place)) return null;
  return watchedDetail(ctx, params.as_of, standings.row(place));
}
