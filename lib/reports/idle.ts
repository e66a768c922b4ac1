/** The idle customers at a date, the most valuable first (I-08, I-09). */
import { z } from 'zod';
import { idleReasonNames } from '@/lib/rules/idle';
import { daysBetween } from '@/lib/rules/period';
import { column } from './columns';
import type { JudgedRow } from './idle_columns';
import { idleJudged } from './idle_judged';
import { asOf, filters } from './params';
import { defineReport } from './report';

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
    const judged = await idleJudged(ctx, p);
    const within = judged.within(p);
    const rows: IdleRow[] = [];
    for (const i of judged.inOrder()) {
      if (judged.isIdle(i) && within(i)) rows.push(idleRow(judged.row(i), p.as_of));
    }
    return rows;
  },
});

export type IdleRow = Omit<JudgedRow, 'due_on' | 'next_due_on' | 'next_reasons'> & {
  due_on: string;
  /** Due date to as-of. */
  days_overdue: number;
};

/** A judged customer that is idle, as the report has it. */
export function idleRow(
  { next_due_on: _, next_reasons: __, due_on, ...row }: JudgedRow,
  as_of: string,
): IdleRow {
  if (due_on === null) throw new Error(`Customer ${row.customer_id} is not idle`);
  return { ...row, due_on, days_overdue: daysBetween(due_on, as_of) };
}
