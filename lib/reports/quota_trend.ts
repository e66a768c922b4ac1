import { halfYearEnds } from '@/lib/rules/quota_days';
import { column } from './columns';
import { asOf, filters } from './params';
import { quota, quotaBy } from './quota';
import { defineReport } from './report';

const HALF_YEARS = 8;

/**
 * the quotas at the end of each of the last eight half-years, and on the as-of date where it ends none;
 * each by the limits in force that day. Admissions, blacklists and decisions are dated; a customer's department is that of today's register.
 */
export const quotaTrend = defineReport({
  name: 'quota_trend',
  params: { as_of: asOf, by: quotaBy, ...filters },
  columns: [
    column.date('day'),
    column.text('group'),
    column.code('tier', 'tier'),
    column.integer('base'),
    column.integer('held'),
    column.rate('limit'),
    column.integer('places'),
    column.integer('headroom'),
    column.rate('share'),
    column.code('status', 'quota_status'),
  ],
  rules: ['Q-02', 'Q-03', 'Q-04', 'Q-05'],
  run: async (ctx, p) => {
    const days = halfYearEnds(p.as_of, HALF_YEARS);
    const all = await Promise.all(days.map((as_of) => quota.run(ctx, { ...p, as_of })));
    return all.flatMap((rows, i) => rows.map((row) => ({ day: days[i] ?? p.as_of, ...row })));
  },
});
