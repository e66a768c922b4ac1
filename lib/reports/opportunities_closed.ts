/** The closed opportunities behind a win rate, a mean, a cycle, a weight or a reason (F-06, F-07, F-09). */
import { z } from 'zod';
import { closedOpportunities } from '@/lib/queries/pipeline';
import { positionOf, stages } from '@/lib/rules/funnel';
import { column, sourceColumns } from './columns';
import { periodBounds, seenBy } from './funnel_seen';
import { groupOf, groupParams } from './group_params';
import { anyPeriod, asOf, filters, listOrAll, many } from './params';
import { EVER } from './pipeline';
import { defineReport } from './report';

/** What selects the opportunities of a period: the day they were closed (F-06), or that on which they were created. */
export const datedBy = z.enum(['closed', 'created']);

/**
 * Without a period everything closed by the date. `stage` keeps those that reached it or a later one, `stage_reached`
 * those that got just so far, `none` those of which no stage is dated. `amount` keeps those with a signed amount,
 * `cycle` those whose creation is dated: what a mean or a median is taken over. `size` and `met` are traits of
 * `win_loss`.
 */
export const opportunitiesClosed = defineReport({
  name: 'opportunities_closed',
  params: {
    as_of: asOf,
    period: anyPeriod.optional(),
    dated: datedBy.optional(),
    ...groupParams,
    outcome: z.enum(['signed', 'lost']).optional(),
    stage: z.enum(stages).optional(),
    stage_reached: z.enum([...stages, 'none']).optional(),
    reason: many,
    without_reason: z.enum(['true', 'false']).optional(),
    size: z.enum(['large', 'small', 'none']).optional(),
    met: z.enum(['true', 'false']).optional(),
    having: z.enum(['amount', 'cycle']).optional(),
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
    column.code('outcome', 'stage'),
    column.date('closed_on'),
    column.integer('cycle_days'),
    column.code('stage_reached', 'stage'),
    column.text('lost_reason'),
    column.money('expected_amount'),
    column.money('signed_amount'),
    ...sourceColumns,
  ],
  rules: ['F-02', 'F-06', 'F-09'],
  run: async (ctx, p) => {
    const rows = await closedOpportunities(ctx.db, {
      ...(p.period ? periodBounds(p.period) : { from: EVER, to: p.as_of }),
      as_of: p.as_of,
      created: p.dated === 'created',
      ...groupOf(p),
      outcome: p.outcome ?? null,
      position: p.stage ? positionOf(p.stage) : null,
      reached:
        p.stage_reached === undefined ? null : p.stage_reached === 'none' ? 0 : positionOf(p.stage_reached),
      without_reason: p.without_reason === undefined ? null : p.without_reason === 'true',
      reasons: listOrAll(p.reason),
      size: p.size ?? null,
      met: p.met === undefined ? null : p.met === 'true',
      ...seenBy(ctx.viewer, p),
    });
    return rows
      .filter((r) => p.having !== 'amount' || r.signed_amount !== null)
      .filter((r) => p.having !== 'cycle' || r.cycle_days !== null)
      .map((r) => ({ ...r, stage_reached: r.reached ? (stages[r.reached - 1] ?? null) : null }));
  },
});
