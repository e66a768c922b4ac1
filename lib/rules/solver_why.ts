/** Why the solver puts a customer where it does, in a code and the value that decided. */
import type { ReviewFacts } from './review-proposals';
import type { Assignment, SolverProblem } from './solver';
import { type LimitedTier, tierRank } from './tiers';

export type SolverDeed = 'keep' | 'promote' | 'demote' | 'waiting';
export type SolverWhy =
  | 'problem'
  | 'over'
  | 'place'
  | 'no_place'
  | 'wish'
  | 'score'
  | 'not_eligible'
  | 'has_problem'
  | 'holds';

export interface SolverReason {
  deed: SolverDeed;
  why: SolverWhy;
  /** The value at the edge: of the last one that got the place, or the first one that did not; null where there is none. */
  edge: number | null;
}

/** The reasons of an assignment, in the order of the customers. */
export function reasonsOf(
  problem: SolverProblem,
  to: Assignment,
  facts: readonly Pick<ReviewFacts, 'problems'>[],
  eligible: readonly (LimitedTier | null)[],
): SolverReason[] {
  const held = new Map<string, number[]>();
  const refused = new Map<string, number>();
  const keyOf = (department: string | null, tier: LimitedTier) => JSON.stringify([department, tier]);
  problem.customers.forEach((c, i) => {
    const now = to[i] ?? null;
    if (now !== null) {
      const key = keyOf(c.department, now);
      held.set(key, [...(held.get(key) ?? []), c.value]);
    }
    for (const tier of c.allowed) {
      if (tier === null || tierRank(tier) <= tierRank(now)) continue;
      const key = keyOf(c.department, tier);
      refused.set(key, Math.max(refused.get(key) ?? 0, c.value));
    }
  });
  const places = new Map(problem.departments.map((l) => [keyOf(l.group, l.tier), l.places]));
  const lowest = (key: string) => held.get(key)?.reduce((a, b) => Math.min(a, b)) ?? null;
  const isFull = (key: string) => (held.get(key)?.length ?? 0) >= (places.get(key) ?? 0);
  return problem.customers.map((c, i): SolverReason => {
    const now = to[i] ?? null;
    const rank = tierRank(now);
    if (rank < tierRank(c.floor)) {
      const key = c.floor === null ? '' : keyOf(c.department, c.floor);
      return { deed: 'demote', why: isFull(key) ? 'over' : 'wish', edge: lowest(key) };
    }
    if (rank < tierRank(c.tier)) return { deed: 'demote', why: 'problem', edge: null };
    if (now !== null && rank > tierRank(c.tier)) {
      return { deed: 'promote', why: 'place', edge: refused.get(keyOf(c.department, now)) ?? null };
    }
    const above = c.allowed.find((t) => tierRank(t) > rank) ?? null;
    if (above !== null) {
      const key = keyOf(c.department, above);
      return { deed: 'waiting', why: isFull(key) ? 'no_place' : 'wish', edge: lowest(key) };
    }
    const keep = (why: SolverWhy): SolverReason => ({ deed: 'keep', why, edge: null });
    if ((facts[i]?.problems ?? 0) > 0) return keep('has_problem');
    if (now === 'vip') return keep('holds');
    if (tierRank(eligible[i] ?? null) <= rank) return keep(now === null ? 'not_eligible' : 'holds');
    return keep('score');
  });
}
