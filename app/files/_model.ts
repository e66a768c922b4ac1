/** Everything the page of customer files shows, from the address (D-01, D-02, D-04). */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { completeness } from '@/lib/reports/completeness';
import { completenessCustomers } from '@/lib/reports/completeness_customers';
import { completenessFields } from '@/lib/reports/completeness_fields';
import { rowsOf } from '@/lib/reports/run';
import { compareGroups } from '@/lib/rules/funnel_groups';

export type FileRow = Awaited<ReturnType<typeof completenessCustomers.run>>[number];
export type GroupRow = Awaited<ReturnType<typeof completeness.run>>[number];
export type FieldRow = Awaited<ReturnType<typeof completenessFields.run>>[number];
type Params = Parameters<typeof completenessCustomers.run>[1];

export const fileViews = ['all', 'stale', 'complete'] as const;
export type FileView = (typeof fileViews)[number];
export const groupings = ['department', 'owner', 'region', 'grade'] as const;
export type Grouping = (typeof groupings)[number];
export const fileFilters = ['department', 'region', 'owner', 'grade', 'tier'] as const;
export type FileFilter = (typeof fileFilters)[number];

export interface FilesModel {
  params: Params;
  view: FileView | null;
  by: Grouping;
  rows: FileRow[];
  whole: GroupRow;
  counts: Record<FileView | 'incomplete', number>;
  groups: GroupRow[];
  fields: FieldRow[];
  options: Record<FileFilter, { value: string; count: number }[]>;
  refreshEvery: number;
  file: string;
}

const viewOf = (v: FileView | null): Partial<Params> => ({
  complete: v === null ? 'false' : v === 'complete' ? 'true' : undefined,
  stale: v === 'stale' ? 'true' : undefined,
});

/** @throws BadParameterError, NotInForceError, QueryError */
export async function filesModel(ctx: PageContext, search: SearchParams): Promise<FilesModel> {
  const view = choice('view', one(search, 'view'), fileViews);
  const by = choice('by', one(search, 'by'), groupings) ?? 'department';
  const { by: _, ...address } = search;
  const given = ask(completenessCustomers, address, { as_of: ctx.defaultAsOf });
  const shown = viewOf(view);
  const params: Params = {
    ...given,
    complete: given.complete ?? shown.complete,
    stale: given.stale ?? shown.stale,
  };
  const { missing: _m, complete: _c, stale: _s, unowned: _u, ...filtered } = given;
  const [rows, whole, groups, fields, everybody] = await Promise.all([
    rowsOf(completenessCustomers, ctx, params),
    rowsOf(completeness, ctx, { ...filtered, by: 'none' }),
    rowsOf(completeness, ctx, { ...filtered, by }),
    rowsOf(completenessFields, ctx, filtered),
    rowsOf(completenessCustomers, ctx, { as_of: given.as_of, product: given.product }),
  ]);
  // The report's own filters, over rows that are in memory: each split is counted without its own.
  const keep = (p: Params, but: FileFilter | null = null) =>
    everybody.filter(
      (r) =>
        (!p.missing?.length || p.missing.some((field) => r.missing.includes(field))) &&
        (p.complete === undefined || (p.complete === 'true') === (r.missing.length === 0)) &&
        (p.stale === undefined || (p.stale === 'true') === r.stale) &&
        (p.unowned === undefined || (p.unowned === 'true') === (r.owner === null)) &&
        fileFilters.every((f) => {
          const chosen: readonly string[] = p[f] ?? [];
          const value = r[f];
          return but === f || chosen.length === 0 || (value !== null && chosen.includes(value));
        }),
    );
  const counted = (split: FileFilter) => {
    const counts = new Map<string, number>();
    for (const r of keep(params, split)) {
      const value = r[split];
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a, n], [b, m]) =>
        split === 'grade' ? compareGroups('grade', a, b) : m - n || (a < b ? -1 : 1),
      )
      .map(([value, count]) => ({ value, count }));
  };
  const countOf = (v: FileView | null) => keep({ ...given, ...viewOf(v) }).length;
  return {
    params,
    view,
    by,
    rows,
    whole: whole[0] ?? { group: null, customers: 0, complete: 0, mean_completeness: null, stale: 0 },
    counts: {
      incomplete: countOf(null),
      all: countOf('all'),
      stale: countOf('stale'),
      complete: countOf('complete'),
    },
    groups,
    fields,
    options: Object.fromEntries(fileFilters.map((f) => [f, counted(f)])) as FilesModel['options'],
    refreshEvery: ctx.policy.on(given.as_of)['registration.refresh_every'],
    file: href('/api/reports/completeness_customers', {}, asked(params)),
  };
}

/** The customer whose drawer is open; null where the address names none of the list. */
export const fileDetail = (model: FilesModel, search: SearchParams): FileRow | null =>
  model.rows.find((r) => r.customer_id === one(search, 'row')) ?? null;
