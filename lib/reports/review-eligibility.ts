import { z } from 'zod';
import { eligibilityTests } from '@/lib/rules/tiers';
import { column } from './columns';
import { halfPeriod, many } from './params';
import { defineReport } from './report';
import { periodNamed, reviewed } from './review';

/**
 * what makes a reviewed customer eligible for each tier with a limit, one bound a row, the highest tier
 * first. A customer that is not reviewed, or out of the viewer's sight, has no rows.
 * `department` saves the review of all others.
 */
export const reviewEligibility = defineReport({
  name: 'review_eligibility',
  params: { period: halfPeriod, customer_id: z.string().min(1), department: many },
  columns: [
    column.code('tier', 'tier'),
    column.code('criterion', 'criterion'),
    column.text('value'),
    column.text('bound'),
    column.boolean('met'),
  ],
  rules: ['R-04'],
  run: async (ctx, p) => {
    const period = periodNamed(p.period);
    const all = await reviewed(ctx, period, { department: p.department });
    const found = all.find((r) => r.customer_id === p.customer_id);
    return found ? eligibilityTests(found, ctx.policy.on(period.end)) : [];
  },
});
