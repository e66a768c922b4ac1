/** What the drawer shows of one review: measures, bounds, problems, months, and the tiers before. */
import type { PageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { customerTiers } from '@/lib/reports/customer_tiers';
import { reviewEligibility } from '@/lib/reports/review-eligibility';
import { reviewEvidence } from '@/lib/reports/review-evidence';
import { rowsOf } from '@/lib/reports/run';
import { openWorkStore } from '@/lib/work/store';
import { type TierDecision, tierDecisionsOf } from '@/lib/work/tier_decisions';
import { inView, type ReviewRow, type ReviewsModel } from './_model';

export type Evidence = Awaited<ReturnType<typeof reviewEvidence.run>>[number];

/** The sentence that says why, by its message, with the rule that decides. */
export interface Why {
  key:
    | 'vip_mild'
    | 'vip_score'
    | 'vip_grave'
    | 'preferred'
    | 'promote'
    | 'waiting'
    | 'watch_sales'
    | 'watch_eligible'
    | 'keep_problem'
    | 'keep_score'
    | 'keep_eligible'
    | 'keep_top';
  rule: string;
}

export interface ReviewDetail {
  row: ReviewRow;
  evidence: Evidence[];
  eligibility: Awaited<ReturnType<typeof reviewEligibility.run>>;
  tiers: Awaited<ReturnType<typeof customerTiers.run>>;
  /** Everything decided in the product, revoked ones too, the latest first. */
  decisions: TierDecision[];
  /** The decision of this review that stands. */
  decision: TierDecision | null;
  why: Why;
  /** Scores that decide, in force at the period's end. */
  scores: { demote: string; promote: string };
  demoteWithin: number;
}

const grave = new Set(['crisis', 'major_loss', 'reputation']);

/** Which sentence of the proposal rests on. */
export function whyOf(row: ReviewRow, evidence: readonly Evidence[], promoteFrom: string): Why {
  if (row.proposal === 'demote' && row.tier === 'preferred') return { key: 'preferred', rule: 'R-06' };
  if (row.proposal === 'demote') {
    const isGrave = evidence.some((e) => e.part === 'incident' && grave.has(e.kind ?? ''));
    const key = row.proposed_tier === 'preferred' ? 'vip_mild' : isGrave ? 'vip_grave' : 'vip_score';
    return { key, rule: 'R-05' };
  }
  if (row.proposal !== 'keep') return { key: row.proposal, rule: 'R-07' };
  if (row.flag === 'watch') {
    return { key: Number(row.net_sales_12m) <= 0 ? 'watch_sales' : 'watch_eligible', rule: 'R-08' };
  }
  if (row.problems > 0) return { key: 'keep_problem', rule: 'R-08' };
  if (row.eligible === null) return { key: 'keep_eligible', rule: 'R-08' };
  if (row.tier === row.eligible || row.tier === 'vip') return { key: 'keep_top', rule: 'R-08' };
  return { key: Number(row.score) < Number(promoteFrom) ? 'keep_score' : 'keep_eligible', rule: 'R-08' };
}

/** Null where the address names nobody of the list. */
export async function reviewDetail(
  ctx: PageContext,
  model: ReviewsModel,
  search: SearchParams,
): Promise<ReviewDetail | null> {
  const row = model.all.find((r) => r.customer_id === one(search, 'row'));
  if (!row || !inView(row, model.view ?? 'changes')) return null;
  const { period } = model.params;
  const { customer_id } = row;
  const department = row.department === null ? undefined : [row.department];
  const [evidence, eligibility, tiers, decisions] = await Promise.all([
    rowsOf(reviewEvidence, ctx, { period, customer_id, department }),
    rowsOf(reviewEligibility, ctx, { period, customer_id, department }),
    rowsOf(customerTiers, ctx, { as_of: ctx.today, customer_id }),
    openWorkStore(ctx.db.dir).then((store) => tierDecisionsOf(store, customer_id)),
  ]);
  const policy = ctx.policy.on(model.period.end);
  const promote = policy['review.promote_score'];
  return {
    row,
    evidence,
    eligibility,
    tiers,
    decisions,
    decision: decisions.find((d) => d.id === row.decision_id) ?? null,
    why: whyOf(row, evidence, promote),
    scores: { demote: policy['review.demote_score'], promote },
    demoteWithin: policy['review.demote_within'],
  };
}
