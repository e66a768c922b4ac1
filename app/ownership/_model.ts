/** Everything the page of ownership and registration shows, from the address (O-01 to O-05). */
import { ask, asked } from '@/app/_lib/ask';
import { type ReachedDay, reachedDay } from '@/app/_lib/compare';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { beginsAfter } from '@/lib/reports/data_reach';
import { ownerDecisionFile } from '@/lib/reports/owner_decisions';
import { ownershipCandidates } from '@/lib/reports/ownership_candidates';
import { ownershipFindings } from '@/lib/reports/ownership_findings';
import { type Finding, findings, ownershipBefore } from '@/lib/reports/ownership_found';
import { ownershipSellers } from '@/lib/reports/ownership_sellers';
import { rowsOf } from '@/lib/reports/run';
import { findingKey, type OwnerDecision, ownerDecisions } from '@/lib/work/ownership';
import { openWorkStore } from '@/lib/work/store';

export type FoundRow = Awaited<ReturnType<typeof ownershipFindings.run>>[number];
export type SellerRow = Awaited<ReturnType<typeof ownershipSellers.run>>[number];
export type CandidateRow = Awaited<ReturnType<typeof ownershipCandidates.run>>[number];
type Params = Parameters<typeof ownershipFindings.run>[1];

/** So many findings are listed, the longest overdue; counts, filters and the file are of all. */
export const LISTED = 1000;

export const listedOf = (rows: ListedFinding[]): ListedFinding[] =>
  rows.length <= LISTED ? rows : rows.toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1)).slice(0, LISTED);

/** What has to be decided is the page's own view; `reassign` (O-03) and the findings are others. */
export const ownershipViews = [...findings, 'reassign', 'decided'] as const;
export type OwnershipView = (typeof ownershipViews)[number];

export const ownershipFilters = ['department', 'region', 'owner', 'grade'] as const;
export type OwnershipFilter = (typeof ownershipFilters)[number];

export interface ListedFinding extends FoundRow {
  /** Kind and customers: a customer can have several findings. */
  key: string;
}

/** What bears the dates of what was late: how many there were on an earlier day is known. */
export const datedFindings = ['late_entry', 'late_forward', 'entered_before_review'] as const;

/** The findings of the day compared with, as far as they are known. */
export interface OwnershipBefore {
  /** How many there were: an owner bears no date, so the other kinds of an earlier day are not known. */
  counts: Record<(typeof datedFindings)[number], number>;
  /** How many of the findings of now were none then; null where contacts are loaded only from a later day on. */
  fresh: Record<'unowned' | 'conflict', number> & { late_first_contact: number | null };
}

export interface OwnershipModel {
  params: Params;
  view: OwnershipView | null;
  rows: ListedFinding[];
  counts: Record<OwnershipView | 'open', number>;
  /** Of the findings to decide, how many are decided. */
  toDecide: number;
  sellers: SellerRow[];
  options: Record<OwnershipFilter, { value: string; count: number }[]>;
  within: { enter: number; first: number; forward: number; minClosed: number };
  /** Rows of the file of decisions. */
  decisions: number;
  compare: ReachedDay;
  /** Null where nothing is compared. */
  before: OwnershipBefore | null;
  file: string;
}

const viewOf = (v: OwnershipView | null): Partial<Params> => {
  if (v === null) return { open: 'true' };
  if (v === 'decided') return { open: 'false' };
  if (v === 'reassign') return { finding: ['late_first_contact'], open: 'true' };
  return { finding: [v] };
};

/** @throws BadParameterError, NotInForceError, QueryError */
export async function ownershipModel(ctx: PageContext, search: SearchParams): Promise<OwnershipModel> {
  const view = choice('view', one(search, 'view'), ownershipViews);
  const given = ask(ownershipFindings, search, { as_of: ctx.defaultAsOf });
  const { as_of } = given;
  const shown = viewOf(view);
  const params: Params = {
    ...given,
    finding: given.finding ?? shown.finding,
    open: given.open ?? shown.open,
  };
  const { finding: _, open: __, department: ___, region: ____, owner: _____, grade: ______, ...rest } = given;
  const compare = await reachedDay(ctx, search, as_of, ['register']);
  const [everything, contactsBegin, sellers, decisions] = await Promise.all([
    rowsOf(ownershipFindings, ctx, rest),
    compare.reached === null ? null : beginsAfter(ctx, compare.reached, ['visits']),
    rowsOf(ownershipSellers, ctx, { as_of, department: given.department }),
    rowsOf(ownerDecisionFile, ctx, { as_of }),
  ]);
  const everythingBefore =
    compare.reached === null
      ? null
      : await ownershipBefore(ctx, rest, compare.reached, {
          later: everything,
          ask: (day) => rowsOf(ownershipFindings, ctx, { ...rest, as_of: day }),
        });
  // The report's own filters, over rows that are in memory: each split is counted without its own.
  const keep = (p: Params, but: OwnershipFilter | null = null, of: FoundRow[] = everything) =>
    of.filter(
      (r) =>
        (!p.finding?.length || p.finding.includes(r.finding as Finding)) &&
        (p.open === undefined ||
          (p.open === 'true' ? r.to_decide && r.decision === null : r.decision !== null)) &&
        ownershipFilters.every((f) => {
          const chosen: readonly string[] = p[f] ?? [];
          const value = r[f];
          return but === f || chosen.length === 0 || (value !== null && chosen.includes(value));
        }),
    );
  const countOf = (v: OwnershipView | null) => keep({ ...given, ...viewOf(v) }).length;
  const counted = (split: OwnershipFilter) => {
    const counts = new Map<string, number>();
    for (const r of keep(params, split)) {
      const value = r[split];
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([value, count]) => ({ value, count }));
  };
  const policy = ctx.policy.on(as_of);
  const beforeOf = (all: FoundRow[]): OwnershipBefore => {
    const of = (finding: Finding) => keep({ ...given, finding: [finding], open: undefined }, null, all);
    const fresh = (finding: Finding) => {
      const known = new Set(of(finding).map(keyOf));
      return keep({ ...given, finding: [finding], open: undefined }).filter((r) => !known.has(keyOf(r)))
        .length;
    };
    return {
      counts: Object.fromEntries(datedFindings.map((f) => [f, of(f).length])) as OwnershipBefore['counts'],
      fresh: {
        unowned: fresh('unowned'),
        conflict: fresh('conflict'),
        late_first_contact: contactsBegin === null ? fresh('late_first_contact') : null,
      },
    };
  };
  return {
    params,
    view,
    rows: keep(params).map((r) => ({ ...r, key: keyOf(r) })),
    counts: {
      open: countOf(null),
      ...(Object.fromEntries(ownershipViews.map((v) => [v, countOf(v)])) as Record<OwnershipView, number>),
    },
    toDecide: keep({ ...given, finding: undefined, open: undefined }).filter(
      (r) => r.to_decide || r.decision !== null,
    ).length,
    sellers,
    options: Object.fromEntries(ownershipFilters.map((f) => [f, counted(f)])) as OwnershipModel['options'],
    within: {
      enter: policy['registration.enter_within'],
      first: policy['contact.first_within'],
      forward: policy['registration.forward_within'],
      minClosed: policy['ownership.ability_min_closed'],
    },
    decisions: decisions.length,
    compare,
    before: everythingBefore && beforeOf(everythingBefore),
    file: href('/api/reports/ownership_findings', {}, asked(params)),
  };
}

/** The page at the day compared with, under the same filters. */
export const beforeHref = ({ compare }: OwnershipModel, search: SearchParams): string =>
  href('/ownership', search, { as_of: compare.reached, row: null, tab: null });

export const keyOf = (r: Pick<FoundRow, 'finding' | 'customer_id' | 'other_customer_id'>): string =>
  [r.finding, r.customer_id, r.other_customer_id].filter(Boolean).join('.');

export interface OwnershipDetail {
  row: ListedFinding;
  /** Who could take it; empty where nobody has to decide. */
  candidates: CandidateRow[];
  /** The other record, where two conflict: everything found of it. */
  others: ListedFinding[];
  /** Every decision on this finding, withdrawn ones too, the latest first. */
  history: OwnerDecision[];
}

/** Null where the address names nothing of the list. */
export async function ownershipDetail(
  ctx: PageContext,
  model: OwnershipModel,
  search: SearchParams,
): Promise<OwnershipDetail | null> {
  const row = model.rows.find((r) => r.key === one(search, 'row'));
  if (!row) return null;
  // Of two records that conflict the manager chooses between their owners (O-02): nobody else is asked.
  const decides = (row.to_decide || row.decision !== null) && row.finding !== 'conflict';
  const [candidates, decisions, everything] = await Promise.all([
    decides
      ? rowsOf(ownershipCandidates, ctx, {
          as_of: model.params.as_of,
          region: row.region ?? undefined,
          department: row.department ?? undefined,
          owner: row.finding === 'late_first_contact' ? (row.owner ?? undefined) : undefined,
        })
      : [],
    ownerDecisions(await openWorkStore(ctx.db.dir)),
    rowsOf(ownershipFindings, ctx, { as_of: model.params.as_of }),
  ]);
  return {
    row,
    candidates,
    others: everything
      .filter((r) => r.customer_id === row.customer_id && keyOf(r) !== row.key)
      .map((r) => ({ ...r, key: keyOf(r) })),
    history: decisions.filter((d) => findingKey(d) === findingKey(row)),
  };
}
