/** Why a customer is idle, or not: every reason tested, with its due date and its parameter (I-01 to I-08). */
import { z } from 'zod';
import { idleFacts } from '@/lib/queries/idle';
import { testReasons } from '@/lib/rules/idle';
import { column } from './columns';
import { asOf } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/**
 * One row a reason, in the rules' order; none where the customer is not watched (retail, blacklisted, unknown) or out
 * of the viewer's sight. `concerned`: the reason is for such a customer; `counted_from` + days = `due_on`; it applies
 * when the as-of date is after `due_on`.
 */
export const idleReasons = defineReport({
  name: 'idle_reasons',
  params: { as_of: asOf, customer_id: z.string().min(1) },
  columns: [
    column.code('reason', 'idle_reason'),
    column.text('rule'),
    column.text('parameter'),
    column.decimal('value'),
    column.boolean('concerned'),
    column.date('counted_from'),
    column.date('due_on'),
    column.boolean('applies'),
  ],
  rules: ['I-01', 'I-02', 'I-03', 'I-04', 'I-05', 'I-06', 'I-07', 'I-08'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    const facts = await idleFacts(ctx.db, {
      as_of: p.as_of,
      customers: [p.customer_id],
      face_to_face: [...policy['visit.face_to_face']],
      methods: [...policy['contact.methods']],
      ...scopeParams(ctx.viewer),
    });
    return facts.flatMap((f) => testReasons(f, policy, p.as_of));
  },
});
