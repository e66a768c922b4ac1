/** Everything the page of contacts that are due shows, from the address (I-01 to I-09). */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { idleDue } from '@/lib/reports/idle_due';
import { rowsOf } from '@/lib/reports/run';
import { compareGroups } from '@/lib/rules/funnel_groups';
import { idleClasses } from '@/lib/rules/idle_days';
import { type IdleList, type IdleState, idleLists } from '@/lib/rules/idle_plan';
import { type IdleDetail, watchedDetail } from '../_model';
import { type Matrix, matrixOf } from './_matrix';

export type DueRow = Awaited<ReturnType<typeof idleDue.run>>[number];
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

const sum = (rows: readonly DueRow[]) => rows.reduce((all, r) => all.plus(r.value_at_stake), new Decimal(0));

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
  const everybody = await rowsOf(idleDue, ctx, { as_of, product: given.product });

  // The report's own filters, over rows that are in memory: each split is counted without its own.
  const keep = (p: Params, but: string | null = null) =>
    everybody.filter(
      (r) =>
        (but === 'state' ||
          ((!p.state?.length || p.state.includes(r.state)) &&
            (p.left === undefined || (r.days_left !== null && r.days_left < Number(p.left))))) &&
        (but === 'list' || !p.list?.length || p.list.includes(r.list)) &&
        (!p.reason?.length || p.reason.some((reason) => r.reasons.includes(reason))) &&
        dueFilters.every((f) => {
          const chosen: readonly string[] = p[f] ?? [];
          const value = r[f];
          return but === f || chosen.length === 0 || (value !== null && chosen.includes(value));
        }),
    );
  const rows = keep(params);
  const countOf = (v: DueView | null) => keep({ ...params, ...of(v) }).length;
  const listed = keep(params, 'list');
  const counted = (split: DueFilter) => {
    const counts = new Map<string, number>();
    for (const r of keep(params, split)) {
      const value = r[split];
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
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
    rows,
    counts: {
      todo: countOf(null),
      ...(Object.fromEntries(dueViews.map((v) => [v, countOf(v)])) as Record<DueView, number>),
    },
    lists: Object.fromEntries(
      idleLists.map((list) => {
        const own = listed.filter((r) => r.list === list);
        return [list, { count: own.length, overdue: own.filter((r) => r.state === 'overdue').length }];
      }),
    ) as DueModel['lists'],
    stake: sum(rows).toFixed(2),
    watched: everybody.length,
    options: Object.fromEntries(dueFilters.map((f) => [f, counted(f)])) as DueModel['options'],
    matrix: matrixOf(keep({ ...params, region: undefined, owner: undefined })),
    urgentDays,
    horizon: {
      days: policy['idle.horizon'],
      until: ctx.calendar.deadline(as_of, policy['idle.horizon']),
    },
    file: href('/api/reports/idle_due', {}, asked(params)),
  };
}

/** Null where the address names nobody of the list. */
export async function dueDetail(
  ctx: PageContext,
  model: DueModel,
  search: SearchParams,
): Promise<IdleDetail | null> {
  const row = model.rows.find((r) => r.customer_id === one(search, 'row'));
  return row ? watchedDetail(ctx, model.params.as_of, row) : null;
}
