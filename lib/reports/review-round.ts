/**
 * A review as work: who is decided, what is over afterwards, and deciding itself. Figures come from the
 * reports, never from whoever asks.
 */
import { tiersOnDay } from '@/lib/queries/tiers';
import { addDays, daysBetween, type Period, stepPeriod } from '@/lib/rules/period';
import { limitedTiers, type Tier } from '@/lib/rules/tiers';
import { DecisionError } from '@/lib/work/decision_error';
import {
  allSignoffs,
  type Excess,
  type Filing,
  file,
  filings,
  type Signoff,
  signOff,
} from '@/lib/work/review_rounds';
import { openWorkStore } from '@/lib/work/store';
import { decideTiers, type NewTierDecision, revokeTiers, tierDecisionsById } from '@/lib/work/tier_decisions';
import { demotions } from './demotions';
import { quota } from './quota';
import type { ReportContext } from './report';
import { periodNamed, review } from './review';
import { type ReviewCount, reviewCounts } from './review_counts';
import { rowsOf } from './run';

type ReviewRow = Awaited<ReturnType<typeof review.run>>[number];

/** A department's part of a half-year's review. */
export interface Round {
  department: string | null;
  reviewed: number;
  decided: number;
  accepted: number;
  overridden: number;
  /** The quotas that are over with the decisions so far. */
  excess: Excess[];
  /** The sign-off that stands. */
  signoff: Signoff | null;
  /** The filing of that sign-off. */
  filing: Filing | null;
}

export interface Rounds {
  rounds: Round[];
  /** the last day to decide, and the days since it at today; 0 until it is over. */
  deadline: string;
  daysOver: number;
  /** The half-year is over, so it can be decided. */
  over: boolean;
  /** Sign-offs that were taken back, the latest first. */
  reopened: Signoff[];
}

const isTier = (tier: string): tier is Tier => [...limitedTiers, 'qualified'].includes(tier as Tier);

/** The day on which every decision of these departments' rows is in force. */
const inForceOn = (counts: readonly ReviewCount[], today: string): string =>
  counts.reduce((day, c) => latest(day, c.last_effective_on), today);

const latest = (a: string, b: string | null): string => (b !== null && b > a ? b : a);

/** a department's quotas that are over once its decisions are in force. */
async function excessOf(
  ctx: ReportContext,
  department: string | null,
  counts: readonly ReviewCount[],
  today: string,
): Promise<Excess[]> {
  const quotas = await rowsOf(quota, ctx, { as_of: inForceOn(counts, today), by: 'department' as const });
  return quotas
    .filter((q) => q.group === department && q.status === 'over')
    .map(({ tier, base, held, places }) => ({ tier, base, held, places }));
}

/** Every department's round of a half-year, at today. @throws BadParameterError */
export async function roundsOf(ctx: ReportContext, name: string, today: string): Promise<Rounds> {
  const period = periodNamed(name);
  const store = await openWorkStore(ctx.db.dir);
  const [counts, signoffs, filed] = await Promise.all([
    reviewCounts(ctx, { period: name }),
    allSignoffs(store, name),
    filings(store, name),
  ]);
  const byDepartment = new Map<string | null, ReviewCount[]>();
  for (const count of counts) {
    const known = byDepartment.get(count.department);
    if (known) known.push(count);
    else byDepartment.set(count.department, [count]);
  }
  const sum = (own: readonly ReviewCount[], of: 'reviewed' | 'decided' | 'accepted' | 'overridden') =>
    own.reduce((n, c) => n + c[of], 0);
  const rounds = await Promise.all(
    [...byDepartment].map(
      async ([department, own]): Promise<Round> => ({
        department,
        reviewed: sum(own, 'reviewed'),
        decided: sum(own, 'decided'),
        accepted: sum(own, 'accepted'),
        overridden: sum(own, 'overridden'),
        excess: await excessOf(ctx, department, own, today),
        signoff: signoffs.find((s) => s.department === department && s.withdrawn_at === null) ?? null,
        filing: filed.find((f) => f.department === department) ?? null,
      }),
    ),
  );
  const deadline = addDays(period.end, ctx.policy.on(period.end)['review.decide_within']);
  return {
    rounds: rounds.sort((a, b) => (a.department ?? '￿').localeCompare(b.department ?? '￿', 'zh-CN')),
    deadline,
    daysOver: Math.max(0, daysBetween(deadline, today)),
    over: isOver(period, today),
    reopened: signoffs.filter((s) => s.withdrawn_at !== null),
  };
}

const isOver = (period: Period, today: string): boolean => period.end <= today;

/** Who decides, when, and from which day on it holds. */
export interface Deciding {
  by: string;
  today: string;
  effective_on: string;
  reason: string | null;
  now?: Date;
}

/** One tier for all, null for each as proposed; or a tier for each, where null leaves it without one. */
type Ruling = string | null | ReadonlyMap<string, string | null>;

/**
 * decides customers of a half-year's review: each as proposed, all with one tier, or each with its own. Who gets
 * another tier than proposed is overridden, which needs a reason.
 * @returns the numbers of the decisions
 * @throws DecisionError, BadParameterError
 */
export async function decideReview(
  ctx: ReportContext,
  asked: { period: string; customers: readonly string[]; tier: Ruling },
  d: Deciding,
): Promise<number[]> {
  if (!isOver(periodNamed(asked.period), d.today)) {
    throw new DecisionError(
      `${asked.period} 还没结束，结束后才能评审。`,
      `${asked.period} is not over yet; it is reviewed afterwards.`,
    );
  }
  const { tier: ruling } = asked;
  const ruled = ruling === null || typeof ruling === 'string' ? [ruling] : [...ruling.values()];
  if (!ruled.every((tier) => tier === null || isTier(tier))) throw noTier();
  const before = await tiersOnDay(ctx.db, { as_of: d.today, customers: [...asked.customers] });
  const rows = await reviewOf(
    ctx,
    asked.period,
    before.map((b) => b.department),
  );
  const wanted = new Set(asked.customers);
  const chosen = rows.filter((r) => wanted.has(r.customer_id));
  if (chosen.length === 0 || chosen.length < wanted.size) throw notReviewed();
  const tiers = new Map(before.map((b) => [b.customer_id, b.tier]));
  const decisions = chosen.map((row): NewTierDecision => {
    const own = typeof ruling === 'string' ? ruling : ruling?.get(row.customer_id);
    const tier = own === undefined ? row.proposed_tier : own;
    return {
      customer_id: row.customer_id,
      department: row.department,
      decision: tier === row.proposed_tier ? 'accepted' : 'overridden',
      proposal: row.proposal,
      tier_before: tiers.get(row.customer_id) ?? null,
      proposed_tier: row.proposed_tier,
      tier,
      score: row.score,
      figures: figuresOf(row),
    };
  });
  const store = await openWorkStore(ctx.db.dir);
  return decideTiers(store, decisions, { ...d, period: asked.period });
}

/** The rows of some departments' review: of all, where one of them has no name to ask by. */
async function reviewOf(
  ctx: ReportContext,
  period: string,
  departments: readonly (string | null)[],
): Promise<ReviewRow[]> {
  const named = [...new Set(departments)].filter((d) => d !== null).sort();
  const all = named.length === 0 || departments.includes(null);
  return rowsOf(review, ctx, { period, ...(all ? {} : { department: named }) });
}

/** The figures of a review as they stood, without what was decided before. */
const figuresOf = (row: ReviewRow): Record<string, unknown> => {
  const { decision: _, decided_tier, decided_by, decided_on, decision_id, effective_on, ...figures } = row;
  return figures;
};

const noTier = () => new DecisionError('请选择一个类别。', 'Choose a tier.');
const notReviewed = () =>
  new DecisionError(
    '有客户不在这次评审里。重新打开页面再看。',
    'Some customers are not in this review. Open the page again and look.',
  );

async function tiersBefore(ctx: ReportContext, today: string, rows: readonly { customer_id: string }[]) {
  const tiers = await tiersOnDay(ctx.db, { as_of: today, customers: rows.map((r) => r.customer_id) });
  return new Map(tiers.map((t) => [t.customer_id, t.tier]));
}

/**
 * decides open demotion cases outside of a review. Where the problem was found in the half-year whose
 * review is open, the decision stands in that review too.
 * @throws DecisionError
 */
export async function decideCases(
  ctx: ReportContext,
  asked: { customers: readonly string[]; tier: string | null },
  d: Deciding,
): Promise<number[]> {
  if (asked.tier !== null && !isTier(asked.tier)) throw noTier();
  const open = await rowsOf(demotions, ctx, { as_of: d.today });
  const wanted = new Set(asked.customers);
  const chosen = open.filter((r) => wanted.has(r.customer_id));
  if (chosen.length === 0 || chosen.length < wanted.size) {
    throw new DecisionError(
      '有客户没有待处理的问题。重新打开页面再看。',
      'Some customers have no open case. Open the page again and look.',
    );
  }
  const last = stepPeriod(periodNamed(halfOf(d.today)), -1).name;
  const undecided = new Set(
    chosen.some((c) => c.period === last)
      ? (await rowsOf(review, ctx, { period: last }))
          .filter((r) => r.decision === null)
          .map((r) => r.customer_id)
      : [],
  );
  const before = await tiersBefore(ctx, d.today, chosen);
  const store = await openWorkStore(ctx.db.dir);
  const ids: number[] = [];
  for (const period of [last, null]) {
    const own = chosen.filter(
      (c) => (c.period === last && undecided.has(c.customer_id) ? last : null) === period,
    );
    if (own.length === 0) continue;
    const decisions = own.map((row): NewTierDecision => {
      const tier = asked.tier ?? row.proposed_tier;
      return {
        customer_id: row.customer_id,
        department: row.department,
        decision: tier === row.proposed_tier ? 'accepted' : 'overridden',
        proposal: 'demote',
        tier_before: before.get(row.customer_id) ?? null,
        proposed_tier: row.proposed_tier,
        tier,
        score: row.score,
        figures: row,
      };
    });
    ids.push(...(await decideTiers(store, decisions, { ...d, period })));
  }
  return ids;
}

const halfOf = (day: string): string => `${day.slice(0, 4)}H${day.slice(5, 7) <= '06' ? 1 : 2}`;

/**
 * Revokes decisions. One that has taken effect gives way to the tier before it, from today on: what held on past days
 * stays so.
 * @throws DecisionError
 */
export async function revokeDecisions(
  ctx: ReportContext,
  ids: readonly number[],
  d: { by: string; why: string; today: string; now?: Date },
): Promise<number> {
  const store = await openWorkStore(ctx.db.dir);
  const found = await tierDecisionsById(store, ids);
  const tiers = await tiersOnDay(ctx.db, { as_of: d.today, customers: found.map((f) => f.customer_id) });
  const inForce = new Map(tiers.map((t) => [t.customer_id, t]));
  return revokeTiers(
    store,
    found.map((f) => {
      const now = inForce.get(f.customer_id);
      const holds = now?.made_in === 'product' && now.effective_on === f.effective_on;
      // Who is admitted has a tier: the lowest, where there was none to go back to.
      return { id: f.id, restored_tier: holds ? (f.tier_before ?? 'qualified') : null };
    }),
    d,
  );
}

/** Signs a department's round off, or says why it cannot be. @throws DecisionError */
export async function signRound(
  ctx: ReportContext,
  asked: { period: string; department: string | null },
  d: { by: string; today: string; reason: string | null; now?: Date },
): Promise<void> {
  const { period, department } = asked;
  const counts = (await reviewCounts(ctx, { period })).filter((c) => c.department === department);
  const all = counts.reduce((n, c) => n + c.reviewed, 0);
  if (all === 0) throw notReviewed();
  const decided = counts.reduce((n, c) => n + c.decided, 0);
  await signOff(await openWorkStore(ctx.db.dir), {
    ...asked,
    ...d,
    decided,
    undecided: all - decided,
    excess: await excessOf(ctx, department, counts, d.today),
  });
}

/** Records that a department's signed review was handed to the marketing division. @throws DecisionError */
export async function fileRound(
  ctx: ReportContext,
  asked: { period: string; department: string | null },
  d: { by: string; today: string; now?: Date },
): Promise<void> {
  const counts = await reviewCounts(ctx, { period: asked.period });
  const own = counts.filter((c) => c.department === asked.department);
  const rows = own.reduce((n, c) => n + c.reviewed, 0);
  await file(await openWorkStore(ctx.db.dir), { kind: 'review', ...asked, rows }, d);
}
