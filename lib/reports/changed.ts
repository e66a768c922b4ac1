/** What imports changed in the figures of a report: its rows as they are against its rows as they were before. */
import { z } from 'zod';
import { undo } from '@/lib/import/load/undo';
import { importsSince, rowsBrought } from '@/lib/queries/changed';
import { isDate } from '@/lib/rules/period';
import { within } from '@/lib/warehouse/within';
import { decisionsVersion } from '@/lib/work/store';
import { remember } from './cache';
import { type Change, changesOf } from './changed_rows';
import { column, sourceColumns } from './columns';
import { asOf, filters, listOrAll, readParams } from './params';
import { reportNamed } from './registry';
import { defineReport, type Report, type ReportContext } from './report';
import { scopeParams } from './viewer';

/** Reports that can be compared, and the columns that tell one row from the next. */
export const comparable = {
  funnel: ['group', 'stage'],
  pipeline: ['group'],
  cohorts: ['month'],
  lost: ['group', 'reason', 'stage_reached'],
  plan: ['group'],
  receivables: ['customer_id'],
  idle: ['customer_id'],
  idle_due: ['customer_id'],
  visits: ['group'],
  ownership: ['finding', 'customer_id', 'other_customer_id'],
  completeness: ['group'],
  quota: ['group', 'tier'],
  review: ['customer_id'],
  bonus: ['technician_id'],
} as const;

export const comparableNames = Object.keys(comparable) as (keyof typeof comparable)[];

const since = z
  .string()
  .refine((s) => /^[1-9]\d{0,8}$/.test(s) || isDate(s), 'expected the number of an import or a date');

/** The imports that stand from a number or a day on, the latest first; empty where there is none. */
export const sinceImports = (ctx: Pick<ReportContext, 'db'>, from: string) =>
  importsSince(
    ctx.db,
    isDate(from) ? { since_import: null, since_day: from } : { since_import: Number(from), since_day: null },
  );

/**
 * One row for each value that differs, and one for each row that is new or gone. The state before is found by taking the
 * imports back inside a transaction that is rolled back: exact, and nothing is changed by asking. Policy and decisions
 * are those of now. While it runs, imports wait.
 */
export const changed = defineReport({
  name: 'changed',
  params: {
    since,
    report: z.enum(comparableNames),
    as_of: asOf.optional(),
    period: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    dated: z.string().optional(),
    by: z.string().optional(),
    ...filters,
  },
  columns: [
    column.code('fate', 'row_fate'),
    column.text('key'),
    column.text('name'),
    column.text('field'),
    column.text('before'),
    column.text('after'),
  ],
  rules: [],
  run: async (ctx, { since: from, report: name, ...given }): Promise<Change[]> => {
    const report = reportNamed(name);
    const params = paramsFor(report, given);
    const imports = await sinceImports(ctx, from);
    if (imports.length === 0) return [];
    const [now, before] = await Promise.all([
      report.run(ctx, params),
      rowsBefore(
        ctx,
        report,
        params,
        imports.map((i) => i.import_id),
      ),
    ]);
    return changesOf(report, comparable[name], before, now);
  },
});

/** @throws BadParameterError that names what the report does not know */
export const checkParams = (name: keyof typeof comparable, given: Given): void =>
  void paramsFor(reportNamed(name), given);

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** The parameters that the report knows; the as-of date is for those that have one. */
function paramsFor(report: Report, given: Given): Record<string, unknown> {
  const shape = report.params.shape;
  const texts = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || (name === 'as_of' && !(name in shape))) return [];
    return [[name, typeof value === 'string' ? [value] : value] as const];
  });
  return readParams(report.params, Object.fromEntries(texts)) as Record<string, unknown>;
}

/** The rows of a report without some imports, remembered for the data as it is. */
function rowsBefore(
  ctx: ReportContext,
  report: Report,
  params: Record<string, unknown>,
  imports: readonly number[],
): Promise<object[]> {
  const version = ctx.db.dataVersion();
  const key = JSON.stringify([
    'before',
    ctx.db.dir,
    version,
    imports,
    decisionsVersion(ctx.db.dir),
    ctx.policy.version,
    report.name,
    ctx.viewer.scope,
    [...ctx.viewer.rights].sort(),
    params,
  ]);
  return remember(key, () =>
    ctx.db.rehearse(async (c) => {
      // The latest first: each is taken back from the state that it left.
      for (const id of imports) await undo(c, id, '');
      const past = -(version * 1_000_000 + Math.min(...imports));
      return report.run({ ...ctx, db: within(ctx.db, c, past) }, params);
    }),
  );
}

/** The rows that the imports brought, new or changed: all of them, or those of one customer, technician, … */
export const changedRows = defineReport({
  name: 'changed_rows',
  params: {
    since,
    customer_id: z.string().optional(),
    opportunity_id: z.string().optional(),
    technician_id: z.string().optional(),
    salesperson: z.array(z.string()).optional(),
    department: filters.department,
  },
  columns: [
    column.code('kind', 'export_kind'),
    column.text('source_id'),
    column.date('date'),
    column.text('customer_id'),
    column.text('name'),
    column.text('opportunity_id'),
    column.text('technician_id'),
    column.text('salesperson'),
    column.text('department'),
    ...sourceColumns,
  ],
  rules: [],
  run: async (ctx, p) => {
    const imports = await sinceImports(ctx, p.since);
    const first = imports.at(-1)?.import_id;
    if (first === undefined) return [];
    return rowsBrought(ctx.db, {
      since: first,
      customer_id: p.customer_id ?? null,
      opportunity_id: p.opportunity_id ?? null,
      technician_id: p.technician_id ?? null,
      salespeople: listOrAll(p.salesperson),
      departments: listOrAll(p.department),
      ...scopeParams(ctx.viewer),
    });
  },
});
