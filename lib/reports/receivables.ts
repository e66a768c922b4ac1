import { customerCover } from '@/lib/queries/receivables';
import { yearUpTo } from '@/lib/rules/review-period';
import { column } from './columns';
import { asOf, filters } from './params';
import { onTimeRate, owedCustomers } from './receivables_owed';
import { defineReport, type ReportContext } from './report';

const NOTHING = '0.00';

/** A customer's part of `receivables` without its balance, and without reading the others. */
export async function agesOfCustomer(ctx: ReportContext, as_of: string, customer_id: string) {
  const policy = ctx.policy.on(as_of);
  const from = yearUpTo(as_of);
  const asked = {
    as_of,
    due_from: from,
    found_from: from,
    clean_from: from,
    grace_days: policy['receivables.grace_days'],
    default_term: policy['receivables.default_term'],
    customers: [customer_id],
    ages: true,
    problems: false,
  };
  const [c] = await customerCover(ctx.db, asked);
  return {
    not_due: c?.not_due ?? NOTHING,
    d1_30: c?.d1_30 ?? NOTHING,
    d31_60: c?.d31_60 ?? NOTHING,
    d61_90: c?.d61_90 ?? NOTHING,
    d91: c?.d91 ?? NOTHING,
    overdue: c?.overdue ?? NOTHING,
    on_time_rate: c ? onTimeRate(c.due_amount, c.on_time_amount) : null,
  };
}

/**
 * what each customer with a ledger row owes, by age of what is open. The age columns hold open
 * amounts, so they add up to the balance plus the customer's credits that cover nothing yet. The on-time rate
 * is that of the 12 months up to the as-of date, of `due_amount`.
 */
export const receivables = defineReport({
  name: 'receivables',
  params: { as_of: asOf, ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.money('balance'),
    column.money('not_due'),
    column.money('d1_30'),
    column.money('d31_60'),
    column.money('d61_90'),
    column.money('d91'),
    column.money('overdue'),
    column.rate('on_time_rate'),
  ],
  rules: ['A-01', 'A-02', 'A-03', 'A-04'],
  run: async (ctx, p) => {
    const customers = await owedCustomers(ctx, p);
    return Array.from(customers.keys, (key) => customers.row(key));
  },
});
