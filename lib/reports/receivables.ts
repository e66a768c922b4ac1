import { customerCover, receivableBalances } from '@/lib/queries/receivables';
import { addDays, periodOf } from '@/lib/rules/period';
import { yearUpTo } from '@/lib/rules/review-period';
import { column } from './columns';
import { customerFilterParams, departmentsInSight } from './customer-filters';
import { asOf, filters, listOrAll } from './params';
import { defineReport, type ReportContext } from './report';

const NOTHING = '0.00';

/** What is asked of a customer's cover; of one without charges there is none. */
const covered = [
  'customer_key',
  'not_due',
  'd1_30',
  'd31_60',
  'd61_90',
  'd91',
  'overdue',
  'due_amount',
  'on_time_amount',
] as const;

type Params = Parameters<typeof customerFilterParams>[1] & { as_of: string; tier?: string[] | undefined };

/** how charges are covered at a day; the on-time rate is that of the 12 months. */
function coversAt(
  ctx: ReportContext,
  as_of: string,
  departments: string[] | null,
  customers: string[] | null,
) {
  const policy = ctx.policy.on(as_of);
  const from = yearUpTo(as_of);
  const asked = {
    as_of,
    due_from: from,
    found_from: from,
    clean_from: from,
    grace_days: policy['receivables.grace_days'],
    default_term: policy['receivables.default_term'],
    departments,
    customers,
    ages: true,
    problems: false,
  };
  return customerCover.picked(ctx.db, asked, covered);
}

/**
 * The customers with a ledger row, and the covers of their charges by customer; `due` is that of the 12 months. They
 * are not put together here: 20,000 objects more take as long as half of the questions.
 */
async function owed(ctx: ReportContext, p: Params) {
  const [balances, covers] = await Promise.all([
    receivableBalances(ctx.db, {
      as_of: p.as_of,
      year_start: periodOf(addDays(p.as_of, 1), 'year').start,
      tiers: listOrAll(p.tier),
      ...customerFilterParams(ctx.viewer, p),
    }),
    coversAt(ctx, p.as_of, departmentsInSight(ctx.viewer, p.department), null),
  ]);
  return { balances, covers: new Map(covers.map((c) => [c.customer_key, c])) };
}

/** A-04; null where nothing was due. */
export const onTimeRate = (due: string, onTime: string): number | null =>
  Number(due) === 0 ? null : Number(onTime) / Number(due);

type Cover = Awaited<ReturnType<typeof coversAt>>[number];

/** Of one customer; without charges nothing is open. */
const agesOf = (c: Cover | undefined) => ({
  not_due: c?.not_due ?? NOTHING,
  d1_30: c?.d1_30 ?? NOTHING,
  d31_60: c?.d31_60 ?? NOTHING,
  d61_90: c?.d61_90 ?? NOTHING,
  d91: c?.d91 ?? NOTHING,
  overdue: c?.overdue ?? NOTHING,
  on_time_rate: c ? onTimeRate(c.due_amount, c.on_time_amount) : null,
});

/** A customer's part of `receivables` without its balance, and without reading the others. */
export async function agesOfCustomer(ctx: ReportContext, as_of: string, customer_id: string) {
  const [cover] = await coversAt(ctx, as_of, null, [customer_id]);
  return agesOf(cover);
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
    const { balances, covers } = await owed(ctx, p);
    return balances.map(({ customer_key, customer_id, name, department, balance }) => {
      const c = covers.get(customer_key);
      return {
        customer_id,
        name,
        department,
        balance,
        not_due: c?.not_due ?? NOTHING,
        d1_30: c?.d1_30 ?? NOTHING,
        d31_60: c?.d31_60 ?? NOTHING,
        d61_90: c?.d61_90 ?? NOTHING,
        d91: c?.d91 ?? NOTHING,
        overdue: c?.overdue ?? NOTHING,
        on_time_rate: c ? onTimeRate(c.due_amount, c.on_time_amount) : null,
        due_amount: c?.due_amount ?? NOTHING,
        on_time_amount: c?.on_time_amount ?? NOTHING,
      };
    });
  },
});
