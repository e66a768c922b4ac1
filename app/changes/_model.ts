/** What the page of changes asks, from the address; the comparison itself comes after, it may take a moment. */
import { asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete } from '@/app/_lib/periods';
import { given, href, one, type SearchParams } from '@/app/_lib/url';
import { periodOf } from '@/lib/format';
import { changed, changedRows, checkParams, comparableNames, sinceImports } from '@/lib/reports/changed';
import { readParams } from '@/lib/reports/params';
import { rowsOf } from '@/lib/reports/run';

export type Compared = (typeof comparableNames)[number];
type Params = Parameters<typeof changed.run>[1];
type Import = Awaited<ReturnType<typeof sinceImports>>[number];

/** The period that each report opens with; none where it is judged at a date alone. */
const grains: Partial<Record<Compared, 'month' | 'half' | 'now'>> = {
  review: 'half',
  funnel: 'half',
  lost: 'half',
  visits: 'month',
  plan: 'now',
  bonus: 'month',
};

/** Reports that take no as-of date: they are judged at the end of their period. */
const ofPeriods: readonly Compared[] = ['review', 'bonus'];

export interface ChangesModel {
  params: Params;
  /** The imports taken back, the latest first; empty where nothing was loaded since. */
  imports: Import[];
  /** All that stand, the latest first: to choose from. */
  all: Import[];
  file: string;
}

/** @throws BadParameterError */
export async function changesModel(ctx: PageContext, search: SearchParams): Promise<ChangesModel> {
  const all = await sinceImports(ctx, '1');
  const report = choice('report', one(search, 'report'), comparableNames) ?? 'idle';
  const as_of = one(search, 'as_of') ?? ctx.defaultAsOf;
  const grain = grains[report];
  const defaults: Record<string, string> = {
    since: String(all[0]?.import_id ?? 1),
    report,
    ...(ofPeriods.includes(report) ? {} : { as_of }),
    ...(grain === undefined
      ? {}
      : {
          period:
            grain === 'now' ? periodOf(ctx.defaultAsOf, 'month').name : lastComplete(ctx.defaultAsOf, grain),
        }),
  };
  const texts = given(search);
  for (const name of ['row', 'tab', 'sort', 'view']) delete texts[name];
  for (const [name, value] of Object.entries(defaults)) texts[name] ??= [value];
  const params = readParams(changed.params, texts);
  const { since: _since, report: _report, ...inner } = params;
  checkParams(report, inner);
  return {
    params,
    imports: await sinceImports(ctx, params.since),
    all,
    file: href('/api/reports/changed', {}, asked(params)),
  };
}

export interface ChangedLine {
  fate: 'new' | 'gone' | 'changed';
  key: string;
  name: string | null;
  fields: { field: string; before: string | null; after: string | null }[];
  /** Imported rows that speak of it; 0 where another's rows changed it. */
  brought: number;
  /** The parameter of `changed_rows` that keeps them. */
  by: Record<string, string>;
}

/** Reports of which a row is one customer's. */
const ofCustomers: readonly Compared[] = ['idle', 'idle_due', 'review', 'receivables', 'ownership'];

/** How a report is split where its question does not say. */
const splitBy: Partial<Record<Compared, string>> = {
  quota: 'department',
  completeness: 'department',
  visits: 'salesperson',
  plan: 'salesperson',
};

/** Whether a row without a group is the whole: the report is not split. */
export const isWhole = ({ report, by }: Pick<Params, 'report' | 'by'>): boolean =>
  (by ?? splitBy[report] ?? 'none') === 'none';

/** Whose rows a row of a report rests on: the parameter of `changed_rows`, and its column. */
function whose(
  report: Compared,
  by: string | undefined,
): 'customer_id' | 'technician_id' | 'salesperson' | 'department' | null {
  if (ofCustomers.includes(report)) return 'customer_id';
  if (report === 'bonus') return 'technician_id';
  const split = by ?? splitBy[report] ?? 'none';
  return split === 'department' || split === 'salesperson' ? split : null;
}

/** The rows that differ, each with how many imported rows speak of it. */
export async function changedLines(
  ctx: PageContext,
  { params }: ChangesModel,
): Promise<{ lines: ChangedLine[]; brought: number }> {
  const [changes, rows] = await Promise.all([
    rowsOf(changed, ctx, params),
    rowsOf(changedRows, ctx, { since: params.since }),
  ]);
  const column = whose(params.report, params.by);
  const counts = new Map<string, number>();
  if (column) {
    for (const row of rows) {
      const value = row[column];
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const lines = new Map<string, ChangedLine>();
  for (const { fate, key, name, field, before, after } of changes) {
    // The customer of a finding stands after its kind.
    const group = key.split(' / ')[params.report === 'ownership' ? 1 : 0] ?? '';
    const line = lines.get(key) ?? {
      fate,
      key,
      name,
      fields: [],
      brought: column ? (counts.get(group) ?? 0) : rows.length,
      by: column && counts.has(group) ? { [column]: group } : {},
    };
    if (field) line.fields.push({ field, before, after });
    lines.set(key, line);
  }
  return { lines: [...lines.values()], brought: rows.length };
}
