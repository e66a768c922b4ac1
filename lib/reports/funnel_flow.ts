/** The second funnel: of those who entered a stage, how many advanced, were lost, moved back or are still there. */
import { z } from 'zod';
import { funnelFlow as counts, funnelFlowRows } from '@/lib/queries/cohorts';
import { positionOf } from '@/lib/rules/funnel';
import { fates } from '@/lib/rules/funnel_flow';
import { compareGroups, splits } from '@/lib/rules/funnel_groups';
import { column, sourceColumns } from './columns';
import { periodBounds, seenBy } from './funnel_seen';
import { groupOf, groupParams } from './group_params';
import { anyPeriod, asOf, filters } from './params';
import { defineReport } from './report';

export interface FlowRow {
  group: string | null;
  stage: string;
  position: number;
  entered: number;
  advanced: number;
  lost: number;
  moved_back: number;
  still_there: number;
}

/** The stages that somebody can leave. */
export const left = ['identified', 'contacted', 'solution', 'negotiation'] as const;

/**
 * One row a group and stage before signing, over the opportunities created in the period, as of the date. Who entered
 * a stage twice counts once, by the last entry; who skipped it does not count, so a stage can enter more than the one
 * before advanced. entered = advanced + lost + moved_back + still_there.
 */
export const funnelFlow = defineReport({
  name: 'funnel_flow',
  params: { period: anyPeriod, as_of: asOf, by: z.enum(splits).default('none'), ...filters },
  columns: [
    column.text('group'),
    column.code('stage', 'stage'),
    column.integer('position'),
    column.integer('entered'),
    ...fates.map((fate) => column.integer(fate)),
  ],
  rules: ['F-01', 'F-02', 'F-04'],
  run: async (ctx, p): Promise<FlowRow[]> => {
    const found = await counts(ctx.db, {
      by: p.by,
      ...periodBounds(p.period),
      as_of: p.as_of,
      ...seenBy(ctx.viewer, p),
    });
    const groups = new Set(found.map((r) => r.group));
    if (p.by === 'none') groups.add(null);
    return [...groups]
      .sort((a, b) => compareGroups(p.by, a, b))
      .flatMap((group) =>
        left.map((stage, i) => {
          const row = found.find((r) => r.group === group && r.position === i + 1);
          const { entered = 0, advanced = 0, lost = 0, moved_back = 0, still_there = 0 } = row ?? {};
          return { group, stage, position: i + 1, entered, advanced, lost, moved_back, still_there };
        }),
      );
  },
});

/** The opportunities behind a cell of it; without `fate` all that entered the stage. */
export const funnelFlowOpportunities = defineReport({
  name: 'funnel_flow_opportunities',
  params: {
    period: anyPeriod,
    as_of: asOf,
    ...groupParams,
    stage: z.enum(left),
    fate: z.enum(fates).optional(),
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
    column.date('created_on'),
    column.code('fate', 'fate'),
    column.money('expected_amount'),
    ...sourceColumns,
  ],
  rules: ['F-02'],
  run: (ctx, p) =>
    funnelFlowRows(ctx.db, {
      ...periodBounds(p.period),
      as_of: p.as_of,
      ...groupOf(p),
      position: positionOf(p.stage),
      fate: p.fate ?? null,
      ...seenBy(ctx.viewer, p),
    }),
});
