import { reviewCustomers, reviewDecisions, reviewWanted } from '@/lib/queries/review';
import { type Cents, yuanOf } from '@/lib/rules/cents';
import type { PolicyValues } from '@/lib/rules/parameters';
import { type Period, parsePeriod } from '@/lib/rules/period';
import { cleanFrom } from '@/lib/rules/review-period';
import { type Proposal, proposalsOf, type ReviewFacts } from '@/lib/rules/review-proposals';
import { type Score, type ScoreFacts, scoring } from '@/lib/rules/review-score';
import { isRemembered, remember } from './cache';
import { column } from './columns';
import { customerFilterParams, departmentsInSight } from './customer-filters';
import { decidedMark } from './decided_mark';
import { BadParameterError, filters, halfPeriod, listOrAll } from './params';
import { defineReport, type ReportContext } from './report';
import { type Measures, reviewMeasures } from './review_measures';

/** @throws BadParameterError where the text is no period */
export function periodNamed(name: string): Period {
  const period = parsePeriod(name);
  if (!period) throw new BadParameterError('period', `"${name}" is no period`);
  return period;
}

type Decision = Awaited<ReturnType<typeof reviewDecisions>>[number];
const undecided: { [K in Exclude<keyof Decision, 'customer_id'>]: Decision[K] | null } = {
  decision_id: null,
  decision: null,
  tier: null,
  effective_on: null,
  made_on: null,
  made_by: null,
  reason: null,
};

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;

type Customer = Awaited<ReturnType<typeof reviewCustomers>>[number];

/** One customer's review: what its measures are made of, the measures, and what is proposed. */
export interface Reviewed extends ScoreFacts, Score, ReviewFacts, Proposal {
  customer_key: number;
  name: string;
  department: string | null;
}

/** Stands where the proposals come in: they look at the whole base at once. */
const proposedLater: Proposal = {
  eligible: null,
  proposal: 'keep',
  proposed_tier: null,
  flag: null,
  found_on: null,
  due_on: null,
  blacklist_proposed: false,
};

/** how many of sorted amounts are smaller than one. */
function smallerThan(sorted: readonly Cents[], amount: Cents): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < amount) from = middle + 1;
    else to = middle;
  }
  return from;
}

const bySize = (a: Cents, b: Cents): number => (a < b ? -1 : a > b ? 1 : 0);

/** for the base of one department, whole, in its order. */
function judged(customers: readonly Customer[], measures: Measures, policy: PolicyValues): Reviewed[] {
  const scoreOf = scoring(policy);
  const sorted = customers.map((c) => measures.netSales(c.customer_key)).sort(bySize);
  const rows = customers.map((customer): Reviewed => {
    const m = measures.of(customer.customer_key);
    const measured: ScoreFacts = {
      smaller: smallerThan(sorted, m.net_sales),
      base: customers.length,
      due: m.due,
      on_time: m.on_time,
      incidents: customer.incidents,
      months_with_sale: m.months_with_sale,
    };
    const score = scoreOf(measured);
    // One plain object each, written out: a company has tens of thousands.
    return {
      customer_key: customer.customer_key,
      customer_id: customer.customer_id,
      name: customer.name,
      department: customer.department,
      tier: customer.tier,
      institution_class: customer.institution_class,
      specialty: customer.specialty,
      beds: customer.beds,
      net_sales: yuanOf(m.net_sales),
      net_sales_12m: yuanOf(m.net_sales_12m),
      smaller: measured.smaller,
      base: measured.base,
      due: measured.due,
      on_time: measured.on_time,
      incidents: measured.incidents,
      months_with_sale: measured.months_with_sale,
      volume: score.volume,
      receivables: score.receivables,
      reputation: score.reputation,
      loyalty: score.loyalty,
      score: score.score,
      problems: customer.incidents + m.problem_sales,
      clean: customer.unclean_incidents + m.unclean_sales === 0,
      grave_incidents: customer.grave_incidents,
      listing_incidents: customer.listing_incidents,
      first_found_on: earlier(customer.first_incident_on, m.first_late_on),
      oldest_overdue_on: m.oldest_overdue_on,
      eligible: proposedLater.eligible,
      proposal: proposedLater.proposal,
      proposed_tier: proposedLater.proposed_tier,
      flag: proposedLater.flag,
      found_on: proposedLater.found_on,
      due_on: proposedLater.due_on,
      blacklist_proposed: proposedLater.blacklist_proposed,
    };
  });
  for (const [i, proposal] of proposalsOf(rows, policy).entries()) Object.assign(rows[i] ?? {}, proposal);
  return rows;
}

/** The bases of departments by a policy; null: of all. */
async function basesOf(
  ctx: ReportContext,
  period: Period,
  departments: string[] | null,
): Promise<Reviewed[]> {
  const policy = ctx.policy.on(period.end);
  const [customers, measures] = await Promise.all([
    reviewCustomers(ctx.db, {
      period_start: period.start,
      period_end: period.end,
      clean_from: cleanFrom(period, policy['review.clean_record']),
      departments,
    }),
    reviewMeasures(ctx, period, departments),
  ]);
  const bases = new Map<string | null, Customer[]>();
  for (const customer of customers) {
    const base = bases.get(customer.department);
    if (base) base.push(customer);
    else bases.set(customer.department, [customer]);
  }
  const rows = new Map([...bases].map(([of, base]) => [of, judged(base, measures, policy).values()]));
  return customers.map((c) => rows.get(c.department)?.next().value as Reviewed);
}

/**
 * The same, remembered until data, policy, or what was decided by the period's end changes: deciding a half-year that
 * is over leaves its figures as they are.
 */
async function rememberedBases(
  ctx: ReportContext,
  period: Period,
  departments: string[] | null,
): Promise<Reviewed[]> {
  const asOf = [ctx.db.dir, ctx.db.dataVersion()];
  const mark = await decidedMark(ctx, period.end);
  const keyOf = (of: string[] | null) =>
    JSON.stringify(['reviewed', ...asOf, mark, ctx.policy.version, period.start, period.end, of]);
  if (departments !== null && isRemembered(keyOf(null))) {
    return ofDepartments(await rememberedBases(ctx, period, null), departments);
  }
  return remember(keyOf(departments), () => basesOf(ctx, period, departments));
}

/** Rows of the whole company by department: told apart once for all who ask for one. */
const told = new WeakMap<readonly Reviewed[], Map<string | null, Reviewed[]>>();

function ofDepartments(all: readonly Reviewed[], departments: readonly string[]): Reviewed[] {
  let known = told.get(all);
  if (!known) {
    known = new Map();
    for (const row of all) {
      const own = known.get(row.department);
      if (own) own.push(row);
      else known.set(row.department, [row]);
    }
    told.set(all, known);
  }
  const [only] = departments;
  if (departments.length === 1 && only !== undefined) return known.get(only) ?? [];
  const asked = new Set<string | null>(departments);
  return all.filter((r) => asked.has(r.department));
}

/**
 * for every customer of the departments asked for, by customer number; ranks and places are the whole
 * department's, whatever the other filters leave of it. The rows are shared and must not be changed.
 */
export async function reviewed(
  ctx: ReportContext,
  period: Period,
  given: Parameters<typeof customerFilterParams>[1],
): Promise<Reviewed[]> {
  const all = await rememberedBases(ctx, period, departmentsInSight(ctx.viewer, given.department));
  const { departments: _, scope_departments: __, ...others } = customerFilterParams(ctx.viewer, given);
  const tiers = listOrAll(given.tier);
  const ofTier = tiers === null ? all : all.filter((r) => tiers.includes(r.tier ?? ''));
  if (Object.values(others).every((list) => list === null)) return ofTier;
  const wanted = await reviewWanted(ctx.db, {
    period_end: period.end,
    ...customerFilterParams(ctx.viewer, given),
  });
  const left = new Set(wanted.map((w) => w.customer_id));
  return ofTier.filter((r) => left.has(r.customer_id));
}

/**
 * the half-year review, judged at the period's end, and what people decided about it; the columns of
 * the decision are empty for who is undecided.
 */
export const review = defineReport({
  name: 'review',
  params: { period: halfPeriod, ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.code('tier', 'tier'),
    column.money('net_sales'),
    column.money('net_sales_12m'),
    column.decimal('volume'),
    column.decimal('receivables'),
    column.decimal('reputation'),
    column.decimal('loyalty'),
    column.decimal('score'),
    column.integer('problems'),
    column.code('eligible', 'tier'),
    column.code('proposal', 'proposal'),
    column.code('proposed_tier', 'tier'),
    column.code('flag', 'flag'),
    column.date('found_on'),
    column.date('due_on'),
    column.boolean('blacklist_proposed'),
    column.code('decision', 'decision'),
    column.code('decided_tier', 'tier'),
    column.text('decided_by'),
    column.date('decided_on'),
  ],
  rules: ['R-01', 'R-02', 'R-03', 'R-04', 'R-05', 'R-06', 'R-07', 'R-08', 'R-09', 'R-11'],
  run: async (ctx, p) => {
    const [rows, decisions] = await Promise.all([
      reviewed(ctx, periodNamed(p.period), p),
      reviewDecisions(ctx.db, { period: p.period }),
    ]);
    const decided = new Map(decisions.map((d) => [d.customer_id, d]));
    return rows.map((r) => {
      const decision = decided.get(r.customer_id) ?? undecided;
      return {
        customer_id: r.customer_id,
        name: r.name,
        department: r.department,
        tier: r.tier,
        net_sales: r.net_sales,
        net_sales_12m: r.net_sales_12m,
        volume: r.volume,
        receivables: r.receivables,
        reputation: r.reputation,
        loyalty: r.loyalty,
        score: r.score,
        problems: r.problems,
        eligible: r.eligible,
        proposal: r.proposal,
        proposed_tier: r.proposed_tier,
        flag: r.flag,
        found_on: r.found_on,
        due_on: r.due_on,
        blacklist_proposed: r.blacklist_proposed,
        decision: decision.decision,
        decided_tier: decision.tier,
        decided_by: decision.made_by,
        decided_on: decision.made_on,
        decision_id: decision.decision_id,
        effective_on: decision.effective_on,
      };
    });
  },
});
