/** What stands above the funnel: the cohort in one line, and what is open at the date (F-03, F-05). */
import { funnelTotals } from '@/lib/queries/funnel';
import { share, stalledBefore } from '@/lib/rules/funnel';
import { column } from './columns';
import { periodBounds, seenBy } from './funnel_seen';
import { anyPeriod, asOf, filters } from './params';
import { defineReport } from './report';

/**
 * One row. `created` to `overall_rate` are of the opportunities created in the period; `open`, `open_amount` and
 * `stalled` of all that are open at the date, whenever created (rows: `opportunities_open`).
 */
export const funnelSummary = defineReport({
  name: 'funnel_summary',
  params: { period: anyPeriod, as_of: asOf, ...filters },
  columns: [
    column.integer('created'),
    column.money('amount'),
    column.integer('signed'),
    column.money('signed_amount'),
    column.rate('overall_rate'),
    column.integer('open'),
    column.money('open_amount'),
    column.integer('stalled'),
  ],
  rules: ['F-02', 'F-03', 'F-05'],
  run: async (ctx, p) => {
    const rows = await funnelTotals(ctx.db, {
      ...periodBounds(p.period),
      as_of: p.as_of,
      stalled_before: stalledBefore(p.as_of, ctx.policy.on(p.as_of)),
      ...seenBy(ctx.viewer, p),
    });
    return rows.map((r) => ({ ...r, overall_rate: share(r.signed, r.created) }));
  },
});
