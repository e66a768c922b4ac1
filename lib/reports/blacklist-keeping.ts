/** Keeping the blacklists: who should be proposed, and proposing and lifting against what is listed. */
import { tiersOnDay } from '@/lib/queries/tiers';
import {
  alreadyListed,
  type Doing,
  type ListingKey,
  liftListing,
  liftLoaded,
  listings,
  proposeListing,
} from '@/lib/work/blacklist';
import { DecisionError } from '@/lib/work/decision_error';
import { openWorkStore } from '@/lib/work/store';
import { blacklist } from './blacklist';
import { spansOf } from './demotions';
import type { ReportContext } from './report';
import { reviewedPlaces } from './review';
import { rowsOf } from './run';

/** a customer whose review proposes the company's list, and who is neither on it nor proposed for it. */
export interface Suggestion {
  customer_id: string;
  name: string;
  customer_department: string | null;
  period: string;
  found_on: string | null;
}

/** Out of the running half-year and the one before it, by customer number. */
export async function suggestionsAt(ctx: ReportContext, as_of: string): Promise<Suggestion[]> {
  const { running, last } = spansOf(as_of);
  const [listed, proposed, ...reviews] = await Promise.all([
    rowsOf(blacklist, ctx, { as_of }),
    openWorkStore(ctx.db.dir).then(listings),
    ...[running, last].map(async (period) => ({
      period: period.name,
      ...(await reviewedPlaces(ctx, period, {})),
    })),
  ]);
  const handled = new Set([
    ...listed.filter((e) => e.scope === 'company' && e.removed_on === null).map((e) => e.customer_id),
    ...proposed.filter((e) => e.scope === 'company' && e.state === 'proposed').map((e) => e.customer_id),
  ]);
  // Turned down once is turned down for that half-year: a later incident asks again.
  const turnedDown = new Set(
    proposed.filter((e) => e.state === 'rejected').map((e) => JSON.stringify([e.customer_id, e.period])),
  );
  const found = new Map<string, Suggestion>();
  for (const { period, columns, places } of reviews) {
    for (const at of places) {
      if (!columns.get('blacklist_proposed', at)) continue;
      const r = columns.row(at);
      if (handled.has(r.customer_id) || found.has(r.customer_id)) continue;
      if (turnedDown.has(JSON.stringify([r.customer_id, period]))) continue;
      if (r.found_on !== null && r.found_on > as_of) continue;
      const { customer_id, name, department: customer_department, found_on } = r;
      found.set(customer_id, { customer_id, name, customer_department, period, found_on });
    }
  }
  return [...found.values()].sort((a, b) => (a.customer_id < b.customer_id ? -1 : 1));
}

/** Name and department of some customers in the register. */
export async function customerNames(
  ctx: ReportContext,
  as_of: string,
  customers: readonly string[],
): Promise<Map<string, { name: string; department: string | null }>> {
  const rows = await tiersOnDay(ctx.db, { as_of, customers: [...customers] });
  return new Map(rows.map(({ customer_id, name, department }) => [customer_id, { name, department }]));
}

const sameList = (a: ListingKey, b: { customer_id: string; scope: string; department: string | null }) =>
  a.customer_id === b.customer_id && a.scope === b.scope && a.department === b.department;

/**
 * Proposes a customer of the register for a list that it is not on.
 * @returns the number of the proposal
 * @throws DecisionError
 */
export async function propose(
  ctx: ReportContext,
  asked: ListingKey & { reason: string; period: string | null },
  d: Doing,
): Promise<number> {
  const customer_id = asked.customer_id.trim();
  const known = await tiersOnDay(ctx.db, { as_of: d.today, customers: [customer_id] });
  if (known.length === 0) {
    throw new DecisionError(
      `登记表里没有客户 ${customer_id || '—'}。`,
      `There is no customer ${customer_id || '—'} in the register.`,
    );
  }
  const entry = { ...asked, customer_id, department: asked.scope === 'company' ? null : asked.department };
  const listed = await rowsOf(blacklist, ctx, { as_of: d.today });
  if (listed.some((e) => e.removed_on === null && sameList(entry, e))) throw alreadyListed();
  return proposeListing(await openWorkStore(ctx.db.dir), entry, d);
}

/**
 * Lifts an entry in force today, made here or loaded.
 * @returns what it is undone by
 * @throws DecisionError
 */
export async function lift(
  ctx: ReportContext,
  entry: ListingKey & { listed_on: string },
  why: string,
  d: Doing,
): Promise<{ entry: number } | { lift: number }> {
  const listed = await rowsOf(blacklist, ctx, { as_of: d.today });
  const found = listed.find(
    (e) => e.removed_on === null && e.listed_on === entry.listed_on && sameList(entry, e),
  );
  if (!found) throw new DecisionError('它今天不在这份名单上。', 'It is not on this list today.');
  const store = await openWorkStore(ctx.db.dir);
  if (found.entry_id === null) return { lift: await liftLoaded(store, entry, why, d) };
  await liftListing(store, found.entry_id, why, d);
  return { entry: found.entry_id };
}
