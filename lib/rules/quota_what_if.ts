/** A scratch copy of the tiers: what quotas become when customers rise, fall, come in or leave. */
import type { PolicyValues } from './parameters';
import { type Quota, quotaOf } from './quota';
import { type LimitedTier, limitedTiers, tierRank } from './tiers';

/** Where a customer goes: to a tier (one outside the base is admitted with it), or out of the base. */
export const destinations = ['vip', 'preferred', 'qualified', 'drop'] as const;
export type Destination = (typeof destinations)[number];

export interface Move {
  customer_id: string;
  to: Destination;
}

/** `C0012:vip`; a customer number may bear colons, the destination never does. */
export const moveText = ({ customer_id, to }: Move): string => `${customer_id}:${to}`;

/** Reads a move; null where the text is none. */
export function readMove(text: string): Move | null {
  const at = text.lastIndexOf(':');
  const to = destinations.find((d) => d === text.slice(at + 1));
  return at > 0 && to ? { customer_id: text.slice(0, at), to } : null;
}

/** What holds in the end: the last move of each customer, in the order in which customers were first moved. */
export function lastMoves(moves: readonly Move[]): Move[] {
  const last = new Map<string, Move>();
  for (const move of moves) last.set(move.customer_id, move);
  return [...last.values()];
}

export interface ScratchCustomer {
  customer_id: string;
  tier: string | null;
  /** counted on the day. */
  in_base: boolean;
  /** Blacklisted on the day, for its department or the company: it cannot be admitted. */
  listed: boolean;
}

export type Deed = 'promote' | 'demote' | 'admit' | 'drop' | 'none' | 'listed';

/** What a move does to a customer; `none` changes nothing, `listed` cannot be done. */
export function deedOf(customer: ScratchCustomer, to: Destination): Deed {
  if (to === 'drop') return customer.in_base ? 'drop' : 'none';
  if (!customer.in_base) return customer.listed ? 'listed' : 'admit';
  const rise = tierRank(to) - tierRank(customer.tier);
  if (rise === 0) return 'none';
  return rise > 0 ? 'promote' : 'demote';
}

/** Customers of a base, and of those the ones that hold each tier with a limit. */
export type Counts = { base: number } & Record<LimitedTier, number>;

/**
 * the counts of each group after the moves.
 * @param groupsOf the groups that a customer counts in: its department, the products it bought
 */
export function countsAfter<C extends ScratchCustomer>(
  before: ReadonlyMap<string | null, Counts>,
  customers: readonly C[],
  moves: readonly Move[],
  groupsOf: (customer: C) => readonly (string | null)[],
): Map<string | null, Counts> {
  const after = new Map([...before].map(([group, counts]) => [group, { ...counts }]));
  const to = new Map(lastMoves(moves).map((move) => [move.customer_id, move.to]));
  for (const customer of customers) {
    const destination = to.get(customer.customer_id);
    const deed = destination ? deedOf(customer, destination) : 'none';
    if (!destination || deed === 'none' || deed === 'listed') continue;
    for (const group of groupsOf(customer)) {
      const counts = after.get(group);
      if (!counts) continue;
      if (customer.in_base) count(counts, customer.tier, -1);
      if (destination !== 'drop') count(counts, destination, 1);
    }
  }
  return after;
}

function count(counts: Counts, tier: string | null, by: 1 | -1): void {
  counts.base += by;
  for (const limited of limitedTiers) if (limited === tier) counts[limited] += by;
}

/** the quota of a tier by counts of a group. */
export const quotaBy = (
  counts: Counts,
  tier: LimitedTier,
  policy: Pick<PolicyValues, 'quota.vip' | 'quota.preferred'>,
  binding: boolean,
): Quota => quotaOf(counts.base, counts[tier], policy[`quota.${tier}`], binding);
