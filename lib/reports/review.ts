import { customerCover } from '@/lib/queries/receivables';
import { reviewCustomers } from '@/lib/queries/review';
import type { PolicyValues } from '@/lib/rules/parameters';
import { type Period, parsePeriod } from '@/lib/rules/period';
import { cleanFrom, yearUpTo } from '@/lib/rules/review-period';
import { type Proposal, proposalsOf, type ReviewFacts } from '@/lib/rules/review-proposals';
import { type Score, scoreOf } from '@/lib/rules/review-score';
import { column } from './columns';
import { customerFilterParams } from './customer-filters';
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
});

const nothingDue = {
  due_amount: '0',
  on_time_amount: '0',
  problem_sales: 0,
  unclean_sales: 0,
  first_late_on: null,
  oldest_overdue_on: null,
};

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;

type Customer = Awaited<ReturnType<typeof reviewCustomers>>[number];
/** Sums of A-04 beside what is judged: yuan due in the period, and of that covered in time. */
type Facts = Customer & ReviewFacts & Score & { due_amount: string; on_time_amount: string };
export type Reviewed = Facts & Proposal;

/** for every customer of the departments asked for; ranks and places are the whole department's. */
export async function reviewed(
  ctx: ReportContext,
  period: Period,
  given: Parameters<typeof customerFilterParams>[1],
): Promise<Reviewed[]> {
  const policy = ctx.policy.on(period.end);
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
    customerCover(ctx.db, spans),
  ]);
  const byCustomer = new Map(covers.map((c) => [c.customer_id, c]));
  const departments = new Map<string | null, Facts[]>();
  for (const customer of customers) {
    const c = byCustomer.get(customer.customer_id) ?? nothingDue;
    const facts = {
      ...customer,
      ...scoreOf(
        {
          smaller: customer.smaller,
          base: customer.base,
          incidents: customer.incidents,
          months_with_sale: customer.months_with_sale,
          due_amount: c.due_amount,
          on_time_amount: c.on_time_amount,
        },
        policy,
      ),
      due_amount: c.due_amount,
      on_time_amount: c.on_time_amount,
      problems: customer.incidents + c.problem_sales,
      clean: customer.unclean_incidents + c.unclean_sales === 0,
      first_found_on: earlier(customer.first_incident_on, c.first_late_on),
      oldest_overdue_on: c.oldest_overdue_on,
    };
    const group = departments.get(customer.department);
    if (group) group.push(facts);
    else departments.set(customer.department, [facts]);
  }
  return [...departments.values()].flatMap((base) => {
    const proposals = proposalsOf(base, policy);
    return base.flatMap((facts) => {
      const proposal = proposals.get(facts.customer_id);
      return proposal && facts.wanted ? [{ ...facts, ...proposal }] : [];
    });
  });
}

/**
 * the half-year review, judged at the period's end. People do not decide in the product yet: the
 * four columns of the decision are empty for everybody.
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
    column.code('flag', 'review_flag'),
    column.date('found_on'),
    column.date('due_on'),
    column.boolean('blacklist_proposed'),
    column.code('decision', 'decision'),
    column.code('decided_tier', 'tier'),
    column.text('decided_by'),
    column.date('decided_on'),
  ],
  rules: ['R-01', 'R-02', 'R-03', 'R-04', 'R-05', 'R-06', 'R-07', 'R-08', 'R-09'],
  run: async (ctx, p) => {
    const rows = await reviewed(ctx, periodNamed(p.period), p);
    return rows
      .map((r) => ({
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
        decision: null,
        decided_tier: null,
        decided_by: null,
        decided_on: null,
      }))
      .sort((a, b) => (a.customer_id < b.customer_id ? -1 : 1));
  },
});
