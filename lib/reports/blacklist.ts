/** Blacklists of departments and the company, and business with who is on them. */
import { blacklistBusinessRows, blacklistEntries } from '@/lib/queries/blacklist';
import { column, sourceColumns } from './columns';
import { asOf, listOrAll, many } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';
import { scopeParams, type Viewer } from './viewer';

const params = { as_of: asOf, department: many, region: many, owner: many };

interface Asked {
  as_of: string;
  department?: string[] | undefined;
  region?: string[] | undefined;
  owner?: string[] | undefined;
}

const seen = (viewer: Viewer, p: Asked) => ({
  as_of: p.as_of,
  departments: listOrAll(p.department),
  regions: listOrAll(p.region),
  owners: listOrAll(p.owner),
  ...scopeParams(viewer),
});

const keyOf = (e: { customer_id: string; scope: string; department: string | null; listed_on: string }) =>
  JSON.stringify([e.customer_id, e.scope, e.department, e.listed_on]);

const allBusiness = {
  name: 'blacklist_business_all',
  run: (ctx: ReportContext, p: { as_of: string }) =>
    blacklistBusinessRows(ctx.db, { ...seen(ctx.viewer, p), customers: null }),
};

/**
 * the entries listed by the as-of date, ended ones with the day from which they no longer hold.
 * `business_since` counts what is an alert of A-07: orders, sales, contracts signed, opportunities created or moved on.
 */
export const blacklist = defineReport({
  name: 'blacklist',
  params,
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.code('scope', 'list_scope'),
    column.text('department'),
    column.date('listed_on'),
    column.date('removed_on'),
    column.text('reason'),
    column.integer('business_since'),
  ],
  rules: ['R-10', 'A-07'],
  run: async (ctx, p) => {
    const entries = await blacklistEntries(ctx.db, seen(ctx.viewer, p));
    if (entries.length === 0) return [];
    const counts = new Map<string, number>();
    // Of all lists, whichever are asked for: one reading for every filter.
    for (const b of await rowsOf(allBusiness, ctx, { as_of: p.as_of }))
      counts.set(keyOf(b), (counts.get(keyOf(b)) ?? 0) + 1);
    return entries.map((e) => ({ ...e, business_since: counts.get(keyOf(e)) ?? 0 }));
  },
});

/** each piece of business with a listed customer, in the scope of its entry, after it was listed. */
export const blacklistBusiness = defineReport({
  name: 'blacklist_business',
  params: { ...params, customer_id: many },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.code('scope', 'list_scope'),
    column.text('department'),
    column.date('listed_on'),
    column.code('kind', 'business'),
    column.text('item'),
    column.code('stage', 'stage'),
    column.date('date'),
    column.money('amount'),
    ...sourceColumns,
  ],
  rules: ['A-07'],
  run: (ctx, p) =>
    blacklistBusinessRows(ctx.db, {
      ...seen(ctx.viewer, p),
      customers: listOrAll(p.customer_id),
    }),
});
