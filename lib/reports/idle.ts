/** The idle customers at a date, the most valuable first (I-08, I-09). */
import { z } from 'zod';
import { idleCustomers } from '@/lib/queries/idle';
import { idleReasonNames } from '@/lib/rules/idle';
import { column } from './columns';
import { seenBy } from './funnel_seen';
import { idleParams } from './idle_policy';
import { asOf, filters } from './params';
import { defineReport } from './report';

const shown = [
  'customer_id',
  'name',
  'department',
  'region',
  'owner',
  'grade',
  'tier',
  'class',
  'last_contact_on',
  'last_contact_method',
  'last_visit_on',
  'last_sale_on',
  'due_on',
  'days_overdue',
  'reasons',
  'value_at_stake',
] as const;

type Found = Awaited<ReturnType<typeof idleCustomers.picked<(typeof shown)[number]>>>[number];
type IdleRow = Found & { due_on: string; days_overdue: number };

/**
 * Only idle customers have a row; `reasons` by name. `product` keeps those who have bought one of the products by the
 * date; `tier` is the one in force then; `reason` keeps those to whom one of the reasons applies. Value at
 * stake: net sales of `trade.value_days`, in yuan.
 */
export const idle = defineReport({
  name: 'idle',
  params: { as_of: asOf, reason: z.array(z.enum(idleReasonNames)).optional(), ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.code('class', 'class'),
    column.date('last_contact_on'),
    column.code('last_contact_method', 'method'),
    column.date('last_visit_on'),
    column.date('last_sale_on'),
    column.date('due_on'),
    column.integer('days_overdue'),
    column.list('reasons', 'idle_reason'),
    column.money('value_at_stake'),
  ],
  rules: ['I-01', 'I-02', 'I-03', 'I-04', 'I-05', 'I-06', 'I-07', 'I-08', 'I-09'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    // Who is not watched for what comes next has a due date: it is why the customer is here.
    const rows = (await idleCustomers.picked(
      ctx.db,
      { as_of: p.as_of, watched: false, ...idleParams(policy), ...seenBy(ctx.viewer, p) },
      shown,
    )) as IdleRow[];
    const { reason: wanted } = p;
    return wanted?.length ? rows.filter((r) => wanted.some((reason) => r.reasons.includes(reason))) : rows;
  },
});
