/** What the drawer shows of one group of the visits: its figures, and the periods before. */
import { spanBefore } from '@/app/_lib/compare';
import type { PageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { rowsOf } from '@/lib/reports/run';
import { visits } from '@/lib/reports/visits';
import { keyOf, type VisitRow, type VisitsModel } from './_model';

export interface VisitsDetail {
  row: VisitRow;
  before: VisitRow | null;
  /** The period shown and the five before it, the latest first, each judged at its end or at the as-of date. */
  history: { period: string; row: VisitRow | null }[];
}

/** Null where the address names no group of the page. */
export async function visitsDetail(
  ctx: PageContext,
  model: VisitsModel,
  search: SearchParams,
): Promise<VisitsDetail | null> {
  const row = model.rows.find((r) => keyOf(r.group) === one(search, 'row'));
  if (!row) return null;
  const spans = [];
  for (let name = model.params.period; spans.length < 5; ) {
    const span = spanBefore(name, 'previous');
    spans.push(span);
    name = span.name;
  }
  const past = await Promise.all(
    spans.map((s) => rowsOf(visits, ctx, { ...model.params, period: s.name, as_of: s.end })),
  );
  return {
    row,
    before: model.before.get(row.group) ?? null,
    history: [
      { period: model.params.period, row },
      ...spans.map((s, i) => ({
        period: s.name,
        row: past[i]?.find((r) => r.group === row.group) ?? null,
      })),
    ],
  };
}
