import { customerCover } from '@/lib/queries/receivables';
import { reviewCustomers, reviewDecisions } from '@/lib/queries/review';
import type { PolicyValues } from '@/lib/rules/parameters';
import { type Period, parsePeriod } from '@/lib/rules/period';
import { cleanFrom, yearUpTo } from '@/lib/rules/review-period';
import { type Proposal, proposalsOf, type ReviewFacts } from '@/lib/rules/review-proposals';
import { type Score, type ScoreFacts, scoring } from '@/lib/rules/review-score';
import { column } from './columns';
import { customerFilterParams, departmentsInSight } from './customer-filters';
import { BadParameterError, filters, halfPeriod, listOrAll } from './params';
import { defineReport, type ReportContext } from './report';

/** @throws BadParameterError where the text is no period */
export function periodNamed(name: string): Period {
  const period = parsePeriod(name);
  if (!period) throw new BadParameterError('period', `"${name}" is no period`);
  return period;
}

/** What the cover of a customer's sales is asked for a half-year. */
export const coverSpans = (period: Period, policy: PolicyValues) => ({
  as_of: period.end,
  due_from: period.start,
  found_from: period.start,
  clean_from: cleanFrom(period, policy['review.clean_record']),
  grace_days: policy['receivables.grace_days'],
  default_term: policy['receivables.default_term'],
  ages: false,
  problems: true,
});

const nothingDue = {
  due_amount: '0.00',
  on_time_amount: '0.00',
  problem_sales: 0,
  unclean_sales: 0,
  first_late_on: null,
  oldest_overdue_on: null,
};

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
type Cover = typeof nothingDue | Awaited<ReturnType<typeof customerCover>>[number];

/** One customer's review; kept apart, not spread into one wide object: a company has tens of thousands. */
export interface Reviewed {
  customer: Customer;
  cover: Cover;
  score: Score;
  facts: ReviewFacts;
  proposal: Proposal;
}

const factsOf = (c: Customer, cover: Cover, score: Score): ReviewFacts => ({
  customer_id: c.customer_id,
  tier: c.tier,
  net_sales: c.net_sales,
  net_sales_12m: c.net_sales_12m,
  institution_class: c.institution_class,
  specialty: c.specialty,
  beds: c.beds,
  score: score.score,
  problems: c.incidents + cover.problem_sales,
  clean: c.unclean_incidents + cover.unclean_sales === 0,
  grave_incidents: c.grave_incidents,
  listing_incidents: c.listing_incidents,
  first_found_on: earlier(c.first_incident_on, cover.first_late_on),
  oldest_overdue_on: cover.oldest_overdue_on,
});

const scoreFactsOf = (c: Customer, cover: Cover): ScoreFacts => ({
  smaller: c.smaller,
  base: c.base,
  incidents: c.incidents,
  months_with_sale: c.months_with_sale,
  due_amount: cover.due_amount,
  on_time_amount: cover.on_time_amount,
});

/**
 * for every customer of the departments asked for, by customer number; ranks and places are the whole
 * department's.
 */
export async function reviewed(
  ctx: ReportContext,
  period: Period,
  given: Parameters<typeof customerFilterParams>[1],
): Promise<Reviewed[]> {
  const policy = ctx.policy.on(period.end);
  const scoreOf = scoring(policy);
  const spans = coverSpans(period, policy);
  const [customers, covers] = await Promise.all([
    reviewCustomers(ctx.db, {
      period_start: period.start,
      period_end: period.end,
      year_from: yearUpTo(period.end),
      clean_from: spans.clean_from,
      tiers: listOrAll(given.tier),
      ...customerFilterParams(ctx.viewer, given),
    }),
    customerCover(ctx.db, { ...spans, departments: departmentsInSight(ctx.viewer, given.department) }),
  ]);
  const byCustomer = new Map(covers.map((c) => [c.customer_id, c]));
  const bases = new Map<string | null, ReviewFacts[]>();
  const judged = customers.map((customer) => {
    const cover = byCustomer.get(customer.customer_id) ?? nothingDue;
    const score = scoreOf(scoreFactsOf(customer, cover));
    const facts = factsOf(customer, cover, score);
    const base = bases.get(customer.department);
    if (base) base.push(facts);
    else bases.set(customer.department, [facts]);
    return { customer, cover, score, facts };
  });
  const proposals = new Map([...bases].map(([department, base]) => [department, proposalsOf(base, policy)]));
  const rows: Reviewed[] = [];
  for (const { customer, cover, score, facts } of judged) {
    const proposal = proposals.get(customer.department)?.get(customer.customer_id);
    if (proposal && customer.wanted) rows.push({ customer, cover, score, facts, proposal });
  }
  return rows;
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
    const of = (customer_id: string) => decided.get(customer_id) ?? undecided;
    return rows.map(({ customer, score, facts, proposal }) => ({
      customer_id: customer.customer_id,
      name: customer.name,
      department: customer.department,
      tier: customer.tier,
      net_sales: customer.net_sales,
      net_sales_12m: customer.net_sales_12m,
      volume: score.volume,
      receivables: score.receivables,
      reputation: score.reputation,
      loyalty: score.loyalty,
      score: score.score,
      problems: facts.problems,
      eligible: proposal.eligible,
      proposal: proposal.proposal,
      proposed_tier: proposal.proposed_tier,
      flag: proposal.flag,
      found_on: proposal.found_on,
      due_on: proposal.due_on,
      blacklist_proposed: proposal.blacklist_proposed,
      decision: of(customer.customer_id).decision,
      decided_tier: of(customer.customer_id).tier,
      decided_by: of(customer.customer_id).made_by,
      decided_on: of(customer.customer_id).made_on,
      decision_id: of(customer.customer_id).decision_id,
      effective_on: of(customer.customer_id).effective_on,
    }));
  },
});
