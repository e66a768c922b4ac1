/** How long opportunities stay in a stage before a later one: the distribution behind median and P90 (F-05). */
import { z } from 'zod';
import { stageTimes as counts, stageTimeRows } from '@/lib/queries/cohorts';
import { positionOf } from '@/lib/rules/funnel';
import { column, sourceColumns } from './columns';
import { left } from './funnel_flow';
import { periodBounds, seenBy } from './funnel_seen';
import { anyPeriod, asOf, filters } from './params';
import { defineReport } from './report';

/** First days of the steps of the picture; they decide nothing. */
const steps = [0, 8, 15, 31, 61, 91] as const;
const days = z.string().regex(/^\d{1,5}$/, 'expected a number of days');

export interface StageTimeRow {
  stage: string;
  from_days: number;
  /** Null: and more. */
  to_days: number | null;
  count: number;
  /** Of those that left the stage. */
  share: number | null;
}

/**
 * One row a stage and step of days, both bounds included: how many of the opportunities created in the period spent
 * that long there. The days are those of `funnel`'s median and 90th percentile.
 */
export const stageTimes = defineReport({
  name: 'stage_times',
  params: { period: anyPeriod, as_of: asOf, ...filters },
  columns: [
    column.code('stage', 'stage'),
    column.integer('from_days'),
    column.integer('to_days'),
    column.integer('count'),
    column.rate('share'),
  ],
  rules: ['F-05'],
  run: async (ctx, p): Promise<StageTimeRow[]> => {
    const found = await counts(ctx.db, {
      ...periodBounds(p.period),
      as_of: p.as_of,
      ...seenBy(ctx.viewer, p),
    });
    return left.flatMap((stage, i) => {
      const own = found.filter((r) => r.position === i + 1);
      const all = own.reduce((n, r) => n + r.count, 0);
      return steps.map((from_days, k) => {
        const next = steps[k + 1];
        const to_days = next === undefined ? null : next - 1;
        const count = own
          .filter((r) => r.days >= from_days && (to_days === null || r.days <= to_days))
          .reduce((n, r) => n + r.count, 0);
        return { stage, from_days, to_days, count, share: all === 0 ? null : count / all };
      });
    });
  },
});

/** The opportunities behind a step, the longest first; without bounds all that left the stage. */
export const stageTimeOpportunities = defineReport({
  name: 'stage_time_opportunities',
  params: {
    period: anyPeriod,
    as_of: asOf,
    stage: z.enum(left),
    from_days: days.optional(),
    to_days: days.optional(),
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
    column.integer('days'),
    column.money('expected_amount'),
    ...sourceColumns,
  ],
  rules: ['F-05'],
  run: (ctx, p) =>
    stageTimeRows(ctx.db, {
      ...periodBounds(p.period),
      as_of: p.as_of,
      position: positionOf(p.stage),
      least: Number(p.from_days ?? 0),
      most: p.to_days === undefined ? null : Number(p.to_days),
      ...seenBy(ctx.viewer, p),
    }),
});
