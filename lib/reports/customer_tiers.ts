/** How a customer came to its tier. */
import { z } from 'zod';
import { customerTiers as decisionsOf } from '@/lib/queries/tiers';
import { column, sourceColumns } from './columns';
import { asOf } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/**
 * the decisions on a customer's tier effective by the as-of date; the first row is the one in force. A
 * customer without a row has the tier of the register, which bears no date.
 */
export const customerTiers = defineReport({
  name: 'customer_tiers',
  params: { as_of: asOf, customer_id: z.string().min(1) },
  columns: [
    column.date('effective_on'),
    column.code('tier', 'tier'),
    column.text('period'),
    column.decimal('score'),
    column.text('reason'),
    column.code('made_in', 'made_in'),
    ...sourceColumns,
  ],
  rules: ['Q-05'],
  run: (ctx, p) => decisionsOf(ctx.db, { ...p, ...scopeParams(ctx.viewer) }),
});
