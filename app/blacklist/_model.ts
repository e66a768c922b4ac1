/** Everything the page of the blacklists shows, from the address. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { blacklist, blacklistBusiness } from '@/lib/reports/blacklist';
import { customerNames, suggestionsAt } from '@/lib/reports/blacklist-keeping';
import { quota } from '@/lib/reports/quota';
import { rowsOf } from '@/lib/reports/run';
import { type ListingEvent, listingEvents, listings } from '@/lib/work/blacklist';
import { type Filing, filings } from '@/lib/work/review_rounds';
import { openWorkStore } from '@/lib/work/store';

export const views = ['company', 'department', 'to_confirm', 'business', 'ended'] as const;
export type ListView = (typeof views)[number];
export type ListState = 'suggested' | 'proposed' | 'listed' | 'ended';
type Params = Parameters<typeof blacklist.run>[1];

/** One line: an entry, a proposal, or who a review says should be proposed. */
export interface ListRow {
  key: string;
  customer_id: string;
  name: string;
  scope: 'department' | 'company';
  department: string | null;
  /** The customer's own. */
  customer_department: string | null;
  state: ListState;
  listed_on: string | null;
  removed_on: string | null;
  reason: string | null;
  business_since: number | null;
  /** The number of what was made here. */
  entry_id: number | null;
  period: string | null;
  by: string | null;
  since: string | null;
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
  [column: string]: string | number | null;
}

export interface ListModel {
  params: Params;
  view: ListView | null;
  rows: ListRow[];
  counts: Record<ListView | 'listed', number>;
  /** pieces of business, with customers listed today and before. */
  alerts: number;
  /** Departments that can keep a list: those with customers. */
  departments: string[];
  /** Entries in force by list: null is the company's. */
  lists: { department: string | null; listed: number; alerts: number; filing: Filing | null }[];
  options: { value: string; count: number }[];
  decidable: boolean;
  file: string;
  business: string;
}

const nothing = {
  listed_on: null,
  removed_on: null,
  business_since: null,
  entry_id: null,
  source_import: null,
  source_file: null,
  source_sheet: null,
  source_line: null,
};

function inView(row: ListRow, view: ListView | null): boolean {
  const listed = row.state === 'listed';
  switch (view) {
    case null:
      return row.state !== 'ended';
    case 'to_confirm':
      return row.state === 'proposed' || row.state === 'suggested';
    case 'business':
      return (row.business_since ?? 0) > 0;
    case 'ended':
      return row.state === 'ended';
    default:
      return listed && row.scope === view;
  }
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function listModel(ctx: PageContext, search: SearchParams): Promise<ListModel> {
  const params = ask(blacklist, search, { as_of: ctx.defaultAsOf });
  const view = choice('view', one(search, 'view'), views);
  const { as_of } = params;
  const store = await openWorkStore(ctx.db.dir);
  const [entries, everywhere, kept, suggested, filed, groups] = await Promise.all([
    rowsOf(blacklist, ctx, params),
    rowsOf(blacklist, ctx, { ...params, department: undefined }),
    listings(store),
    suggestionsAt(ctx, as_of),
    filings(store, null),
    rowsOf(quota, ctx, { as_of, by: 'department' as const }),
  ]);
  const made = new Map(kept.map((k) => [k.id, k]));
  const wanted = (department: string | null) =>
    !params.department?.length || (department !== null && params.department.includes(department));
  const all: ListRow[] = [
    ...kept
      .filter((k) => k.state === 'proposed' && k.proposed_on <= as_of)
      .map(
        (k): ListRow => ({
          ...nothing,
          key: `p${k.id}`,
          customer_id: k.customer_id,
          name: k.customer_id,
          scope: k.scope,
          department: k.department,
          customer_department: null,
          state: 'proposed',
          reason: k.reason,
          entry_id: k.id,
          period: k.period,
          by: k.proposed_by,
          since: k.proposed_on,
        }),
      ),
    ...suggested
      .filter((s) => wanted(s.customer_department))
      .map(
        (s): ListRow => ({
          ...nothing,
          ...s,
          key: `s${s.customer_id}`,
          scope: 'company',
          department: null,
          state: 'suggested',
          reason: null,
          by: null,
          since: s.found_on,
        }),
      ),
    ...entries.map(
      (e): ListRow => ({
        ...e,
        scope: e.scope as ListRow['scope'],
        key: `e${e.entry_id ?? [e.customer_id, e.scope, e.department ?? '', e.listed_on].join('|')}`,
        state: e.removed_on === null ? 'listed' : 'ended',
        period: made.get(e.entry_id ?? -1)?.period ?? null,
        by: made.get(e.entry_id ?? -1)?.confirmed_by ?? null,
        since: e.removed_on ?? e.listed_on,
      }),
    ),
  ];
  await nameThem(ctx, all, as_of);
  const of = (v: ListView | null) => all.filter((row) => inView(row, v));
  const departments = [...new Set(groups.flatMap((g) => (g.group === null ? [] : [g.group])))];
  const options = new Map<string, number>();
  for (const e of everywhere) {
    const name = e.customer_department;
    if (name !== null) options.set(name, (options.get(name) ?? 0) + 1);
  }
  const lists = [null, ...departments].map((department) => {
    const own = all.filter((r) => r.state === 'listed' && r.department === department);
    return {
      department,
      listed: own.length,
      alerts: own.reduce((n, r) => n + (r.business_since ?? 0), 0),
      filing: filed.find((f) => f.department === department) ?? null,
    };
  });
  return {
    params,
    view,
    rows: of(view),
    counts: {
      listed: of(null).length,
      ...(Object.fromEntries(views.map((v) => [v, of(v).length])) as Record<ListView, number>),
    },
    alerts: all.reduce((n, r) => n + (r.business_since ?? 0), 0),
    departments,
    lists,
    options: [...options]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => a.value.localeCompare(b.value, 'zh-CN')),
    decidable: as_of === ctx.today,
    file: href('/api/reports/blacklist', {}, asked(params)),
    business: href('/rows/blacklist_business', {}, asked(params)),
  };
}

/** Proposals bear a customer's number alone: its name is the register's. */
async function nameThem(ctx: PageContext, rows: ListRow[], as_of: string): Promise<void> {
  const nameless = rows.filter((r) => r.state === 'proposed');
  if (nameless.length === 0) return;
  const names = await customerNames(
    ctx,
    as_of,
    nameless.map((r) => r.customer_id),
  );
  for (const row of nameless) {
    const known = names.get(row.customer_id);
    row.name = known?.name ?? row.customer_id;
    row.customer_department = known?.department ?? null;
  }
}

export interface ListDetail {
  row: ListRow;
  business: Awaited<ReturnType<typeof blacklistBusiness.run>>;
  events: ListingEvent[];
}

/** Null where the address names nobody of the list. */
export async function listDetail(
  ctx: PageContext,
  model: ListModel,
  search: SearchParams,
): Promise<ListDetail | null> {
  const row = model.rows.find((r) => r.key === one(search, 'row'));
  if (!row) return null;
  const { customer_id } = row;
  const [business, events] = await Promise.all([
    rowsOf(blacklistBusiness, ctx, { as_of: model.params.as_of, customer_id: [customer_id] }),
    openWorkStore(ctx.db.dir).then((store) => listingEvents(store, customer_id)),
  ]);
  return {
    row,
    business: business.filter(
      (b) => b.scope === row.scope && b.department === row.department && b.listed_on === row.listed_on,
    ),
    events,
  };
}
