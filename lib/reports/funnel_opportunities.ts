/** The opportunities that a cell of the funnel counts (F-03): as many rows as `reached`, adding up to `amount`. */
import { z } from 'zod';
import { funnelOpportunityRows } from '@/lib/queries/funnel';
import { positionOf, stages } from '@/lib/rules/funnel';
import { splits } from '@/lib/rules/funnel_groups';
import { column, sourceColumns } from './columns';
import { periodBounds, seenBy } from './funnel_seen';
import { anyPeriod, asOf, filters } from './params';
import { defineReport } from './report';

/**
 * Takes the parameters of `funnel` and the cell: `group` as it stands in the funnel's row, absent for the row
 * without a group; `every_group` counts all groups together. `reached` is the last stage reached, each
 * `<stage>_on` the first entry of that very stage, empty where it was skipped.
 */
export const funnelOpportunities = defineReport({
  name: 'funnel_opportunities',
  params: {
    period: anyPeriod,
    as_of: asOf,
    by: z.enum(splits).default('none'),
    group: z.string().min(1).optional(),
    every_group: z.enum(['true', 'false']).default('false'),
    stage: z.enum(stages).default('identified'),
    ...filters,
  },
  columns: [
    column.text('opportunity_id'),
    column.text('name'),
    column.text('customer_id'),
    column.text('customer_name'),
    column.code('grade', 'grade'),
    column.text('department'),
    column.text('region'),
    column.text('salesperson'),
    column.text('product'),
    column.text('source'),
    column.code('reached', 'stage'),
    column.date('created_on'),
    column.date('contacted_on'),
    column.date('solution_on'),
    column.date('negotiation_on'),
    column.date('signed_on'),
    column.date('lost_on'),
    column.money('amount'),
    ...sourceColumns,
  ],
  rules: ['F-02', 'F-03', 'F-04'],
  run: async (ctx, p) => {
    const rows = await funnelOpportunityRows(ctx.db, {
      by: p.by,
      ...periodBounds(p.period),
      as_of: p.as_of,
      position: positionOf(p.stage),
      every_group: p.every_group === 'true',
      group: p.group ?? null,
      ...seenBy(ctx.viewer, p),
    });
    return rows.map((r) => ({ ...r, reached: stages[r.reached - 1] ?? 'identified' }));
  },
});
