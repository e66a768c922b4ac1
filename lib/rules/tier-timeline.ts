/** From decisions made in the product to the tiers that they set, day by day. */

export interface MadeDecision {
  /** Rises in the order in which decisions were made. */
  id: number;
  tier: string | null;
  /** `YYYY-MM-DD`, the day of the decision or later. */
  effective_on: string;
  made_at: string;
  period: string | null;
  score: string | null;
  reason: string | null;
  made_by: string;
  revoked_on: string | null;
  revoked_at: string | null;
  revoked_by: string | null;
  revoked_why: string | null;
  restored_tier: string | null;
}

export interface TierFrom {
  effective_on: string;
  tier: string;
  period: string | null;
  score: string | null;
  reason: string | null;
  made_by: string;
}

/** Revoked by the day on which it would have taken effect: it never did. */
const neverInEffect = (d: MadeDecision) => d.revoked_on !== null && d.revoked_on <= d.effective_on;

/** A later decision that takes effect no later goes before it. */
const overtaken = (d: MadeDecision, all: readonly MadeDecision[]) =>
  all.some((l) => l.id > d.id && l.tier !== null && l.effective_on <= d.effective_on && !neverInEffect(l));

/**
 * The tiers of one customer by the day from which each holds, the earliest first, one a day. What was in force on a
 * past day stays so: a decision takes effect on its day or later, and a revocation only from its own day on.
 */
export function tierTimeline(decisions: readonly MadeDecision[]): TierFrom[] {
  const events: (TierFrom & { at: string })[] = [];
  for (const d of decisions) {
    if (d.tier === null || neverInEffect(d)) continue;
    const { period, score } = d;
    if (!overtaken(d, decisions)) {
      events.push({
        effective_on: d.effective_on,
        tier: d.tier,
        period,
        score,
        reason: d.reason,
        made_by: d.made_by,
        at: d.made_at,
      });
    }
    if (d.revoked_on !== null && d.restored_tier !== null) {
      events.push({
        effective_on: d.revoked_on,
        tier: d.restored_tier,
        period,
        score: null,
        reason: d.revoked_why,
        made_by: d.revoked_by ?? '',
        at: d.revoked_at ?? '',
      });
    }
  }
  const byDay = new Map<string, TierFrom>();
  for (const { at: _, ...event } of events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    byDay.set(event.effective_on, event);
  }
  return [...byDay.values()].sort((a, b) => (a.effective_on < b.effective_on ? -1 : 1));
}
