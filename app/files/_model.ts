/** Everything the page of customer files shows, from the address (D-01, D-02, D-04). */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { completeness } from '@/lib/reports/completeness';
import { completenessCustomers } from '@/lib/reports/completeness_customers';
import { completenessFields } from '@/lib/reports/completeness_fields';
import {
  type FileFilter,
  type FileRow,
  type FilesJudged,
  fileFilters,
  filesJudged,
} from '@/lib/reports/completeness_judged';
import { rowsOf } from '@/lib/reports/run';
import { compareGroups } from '@/lib/rules/funnel_groups';

export type GroupRow = Awaited<ReturnType<typeof completeness.run>>[number];
export type FieldRow = Awaited<ReturnType<typeof completenessFields.run>>[number];
type Params = Parameters<typeof completenessCustomers.run>[1];

export const fileViews = ['all', 'stale', 'complete'] as const;
export type FileView = (typeof fileViews)[number];
export const groupings = ['department', 'owner', 'region', 'grade'] as const;
export type Grouping = (typeof groupings)[number];
export { type FileRow, fileFilters };

/** As many customers as the list holds, the least complete; their file and the page of rows have them all. */
export const LISTED = 1000;

export interface FilesModel {
  params: Params;
  view: FileView | null;
  by: Grouping;
  /** How many there are under all filters. */
  n: number;
  /** The least complete of them, at most as many as are listed. */
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
  const [judged, whole, groups, fields] = await Promise.all([
    filesJudged(ctx, given),
    rowsOf(completeness, ctx, { ...filtered, by: 'none' }),
    rowsOf(completeness, ctx, { ...filtered, by }),
    rowsOf(completenessFields, ctx, filtered),
  ]);
  const rows: FileRow[] = [];
  let n = 0;
  const within = judged.within(params);
  for (const place of judged.inOrder()) {
    if (!within(place)) continue;
    if (n < LISTED) rows.push(judged.row(place));
    n += 1;
  }
  // Each split is counted without its own filter.
  const counted = (split: FileFilter) => {
    const { codes, texts } = judged.split(split);
    const counts = countsIn(judged, params, codes, texts.length, split);
    return texts
      .flatMap((value, code) => (value !== null && counts[code] ? [{ value, count: counts[code] }] : []))
      .sort((a, b) =>
        split === 'grade'
          ? compareGroups('grade', a.value, b.value)
          : b.count - a.count || (a.value < b.value ? -1 : 1),
      );
  };
  const countOf = (v: FileView | null) => {
    const inView = judged.within({ ...given, ...viewOf(v) });
    let count = 0;
    for (let i = 0; i < judged.length; i++) if (inView(i)) count += 1;
    return count;
  };
  return {
    params,
    view,
    by,
    n,
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

/** Customers of each code of a split, under all filters but its own. */
function countsIn(
  judged: FilesJudged,
  params: Params,
  codes: ArrayLike<number>,
  size: number,
  split: FileFilter,
): Uint32Array {
  const within = judged.within(params, split);
  const counts = new Uint32Array(size);
  for (let i = 0; i < judged.length; i++) {
    const code = codes[i] as number;
    if (within(i)) counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

/** The customer whose drawer is open; null where the address names none of the list. */
export async function fileDetail(
  ctx: PageContext,
  { params }: FilesModel,
  search: SearchParams,
): Promise<FileRow | null> {
  const asked = one(search, 'row');
  if (asked === undefined) return null;
  const judged = await filesJudged(ctx, params);
  const place = judged.placeOf(asked);
  return place >= 0 && judged.within(params)(place) ? judged.row(place) : null;
}
