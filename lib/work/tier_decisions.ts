/** Decisions on customers' tiers (R-11): made, revoked, never lost. */
import type { Row } from '@libsql/client';
import { isDate } from '@/lib/rules/period';
import { DecisionError, requireName, requireWhy } from './decision_error';
import { mirrorTiers } from './mirror';
import { standingSignoffs } from './review_rounds';
import type { WorkStore } from './store';

export type DecisionKind = 'accepted' | 'overridden';

/** What one decision says of one customer; the figures are kept as they stood. */
export interface NewTierDecision {
  customer_id: string;
  department: string | null;
  decision: DecisionKind;
  proposal: string;
  tier_before: string | null;
  proposed_tier: string | null;
  tier: string | null;
  score: string | null;
  figures: Readonly<Record<string, unknown>>;
}

export interface Made {
  /** The half-year reviewed; null outside of a review. */
  period: string | null;
  effective_on: string;
  by: string;
  reason: string | null;
  /** The day on which it is decided, `YYYY-MM-DD`. */
  today: string;
  now?: Date;
}

export interface TierDecision extends NewTierDecision {
  id: number;
  period: string | null;
  effective_on: string;
  made_on: string;
  made_at: string;
  made_by: string;
  reason: string | null;
  revoked_on: string | null;
  revoked_at: string | null;
  revoked_by: string | null;
  revoked_why: string | null;
  restored_tier: string | null;
}

const text = (value: unknown) => (value === null ? null : String(value));

export const tierDecisionOf = (r: Row): TierDecision => ({
  id: Number(r.id),
  customer_id: String(r.customer_id),
  period: text(r.period),
  department: r.department === '' ? null : text(r.department),
  decision: String(r.decision) as DecisionKind,
  proposal: String(r.proposal),
  tier_before: text(r.tier_before),
  proposed_tier: text(r.proposed_tier),
  tier: text(r.tier),
  score: text(r.score),
  effective_on: String(r.effective_on),
  made_on: String(r.made_on),
  made_at: String(r.made_at),
  made_by: String(r.made_by),
  reason: text(r.reason),
  figures: JSON.parse(String(r.figures)) as Record<string, unknown>,
  revoked_on: text(r.revoked_on),
  revoked_at: text(r.revoked_at),
  revoked_by: text(r.revoked_by),
  revoked_why: text(r.revoked_why),
  restored_tier: text(r.restored_tier),
});

/**
 * Keeps decisions, all or none. An override names its reason; nothing takes effect before the day on which it is
 * decided, so that no report of a past day changes.
 * @returns the numbers of the decisions, in their order
 * @throws DecisionError
 */
export async function decideTiers(
  store: WorkStore,
  decisions: readonly NewTierDecision[],
  made: Made,
): Promise<number[]> {
  const by = requireName(made.by);
  const reason = made.reason?.trim() || null;
  if (decisions.length === 0) return [];
  if (decisions.some((d) => d.decision === 'overridden')) requireWhy(reason);
  if (!isDate(made.effective_on) || made.effective_on < made.today) {
    throw new DecisionError(
      `生效日期不能早于决定当天 ${made.today}：过去日期的报表不能因此改变。`,
      `It cannot take effect before the day of the decision, ${made.today}: reports of past days must not change.`,
    );
  }
  await requireOpen(
    store,
    made.period,
    decisions.map((d) => d.department),
  );
  const at = (made.now ?? new Date()).toISOString();
  return store.decide(
    async (tx) => {
      // One statement for all: a review has thousands of customers. Its numbers follow each other.
      const rows = decisions.map((d) => [
        d.customer_id,
        d.department ?? '',
        d.decision,
        d.proposal,
        d.tier_before,
        d.proposed_tier,
        d.tier,
        d.score,
        JSON.stringify(d.figures),
      ]);
      const { lastInsertRowid } = await tx.execute({
        sql: `insert into tier_decisions (customer_id, department, decision, proposal, tier_before, proposed_tier,
                tier, score, figures, period, effective_on, made_on, made_at, made_by, reason)
              select ${rows[0]?.map((_, i) => `json_extract(value, '$[${i}]')`).join(', ')}, ?, ?, ?, ?, ?, ?
              from json_each(?) order by key`,
        args: [made.period, made.effective_on, made.today, at, by, reason, JSON.stringify(rows)],
      });
      const last = Number(lastInsertRowid);
      return decisions.map((_, i) => last - decisions.length + 1 + i);
    },
    () =>
      mirrorTiers(
        store,
        decisions.map((d) => d.customer_id),
      ),
  );
}

export interface Revocation {
  id: number;
  /** What holds again from today on; null where the decision sets nothing any more, or nothing yet. */
  restored_tier: string | null;
}

/**
 * Revokes decisions, all or none; they stay with who, when and why.
 * @returns how many were not revoked before
 * @throws DecisionError
 */
export async function revokeTiers(
  store: WorkStore,
  revocations: readonly Revocation[],
  made: { by: string; why: string; today: string; now?: Date },
): Promise<number> {
  const by = requireName(made.by);
  const why = requireWhy(made.why);
  const found = await tierDecisionsById(
    store,
    revocations.map((r) => r.id),
  );
  for (const d of found) await requireOpen(store, d.period, [d.department]);
  const at = (made.now ?? new Date()).toISOString();
  return store.decide(
    async (tx) => {
      const { rowsAffected } = await tx.execute({
        sql: `update tier_decisions
              set revoked_on = ?, revoked_at = ?, revoked_by = ?, revoked_why = ?,
                restored_tier = case when effective_on < ? then r.tier end
              from (select json_extract(value, '$[0]') as id, json_extract(value, '$[1]') as tier from json_each(?)) r
              where tier_decisions.id = r.id and revoked_on is null`,
        args: [
          made.today,
          at,
          by,
          why,
          made.today,
          JSON.stringify(revocations.map((r) => [r.id, r.restored_tier])),
        ],
      });
      return rowsAffected;
    },
    () =>
      mirrorTiers(
        store,
        found.map((d) => d.customer_id),
      ),
  );
}

/** A signed review rests: it is opened again before anything in it is decided anew. @throws DecisionError */
export async function requireOpen(
  store: WorkStore,
  period: string | null,
  departments: readonly (string | null)[],
): Promise<void> {
  if (period === null) return;
  const signed = new Set((await standingSignoffs(store, period)).map((s) => s.department));
  const closed = departments.find((d) => signed.has(d));
  if (closed === undefined) return;
  throw new DecisionError(
    `${closed ?? '无部门'} ${period} 的评审已签发。先重新打开，再改决定。`,
    `The review ${period} of ${closed ?? 'no department'} is signed off. Open it again before you decide anew.`,
  );
}

export async function tierDecisionsById(store: WorkStore, ids: readonly number[]): Promise<TierDecision[]> {
  const { rows } = await store.read({
    sql: 'select * from tier_decisions where id in (select value from json_each(?)) order by id',
    args: [JSON.stringify(ids)],
  });
  return rows.map(tierDecisionOf);
}

/** Everything ever decided on a customer, revoked ones too, the latest first. */
export async function tierDecisionsOf(store: WorkStore, customer_id: string): Promise<TierDecision[]> {
  const { rows } = await store.read({
    sql: 'select * from tier_decisions where customer_id = ? order by id desc',
    args: [customer_id],
  });
  return rows.map(tierDecisionOf);
}
