/** The open pipeline at a date, whole or split: worth, chances, speed, and what stands still (F-04 to F-07). */
import { z } from 'zod';
import { pipelineClosed, pipelineOpen } from '@/lib/queries/pipeline';
import { stalledBefore } from '@/lib/rules/funnel';
import { compareGroups, splits } from '@/lib/rules/funnel_groups';
import {
  type Closed,
  meanSignedAmount,
  velocity,
  weightedAmount,
  weights,
  winRate,
} from '@/lib/rules/pipeline';
import { addExact } from './amounts';
import { column } from './columns';
import { seenBy } from './funnel_seen';
import { asOf, filters } from './params';
import { pastShares } from './pipeline_shares';
import { defineReport } from './report';

export interface PipelineRow {
  group: string | null;
  open: number;
  open_amount: string;
  weighted_amount: string | null;
  win_rate: number | null;
  mean_signed_amount: string | null;
  cycle_days: number | null;
  velocity: string | null;
  stalled: number;
  /** Beside the contract's columns, for pages: how many the figures rest on. */
  signed: number;
  lost: number;
  with_amount: number;
  signed_with_amount: number;
  cycles: number;
}

/** Before anything a company can have closed. */
export const EVER = '1900-01-01';

const none = { signed: 0, lost: 0, with_amount: 0, signed_amount: '0.00', cycles: 0, cycle_days: 0 };

/**
 * One row a group that has anything open or closed by the date; by `none` one, empty or not. Win rate, mean signed
 * amount and cycle are over everything closed by the date. Amounts are yuan, `velocity` yuan a day, `cycle_days` the
 * median. Weights are those of the whole company, so that the groups of a split add up to the whole.
 */
export const pipeline = defineReport({
  name: 'pipeline',
  params: { as_of: asOf, by: z.enum(splits).default('none'), ...filters },
  columns: [
    column.text('group'),
    column.integer('open'),
    column.money('open_amount'),
    column.money('weighted_amount'),
    column.rate('win_rate'),
    column.money('mean_signed_amount'),
    column.number('cycle_days'),
    column.money('velocity'),
    column.integer('stalled'),
  ],
  rules: ['F-02', 'F-04', 'F-05', 'F-06', 'F-07'],
  run: async (ctx, p): Promise<PipelineRow[]> => {
    const policy = ctx.policy.on(p.as_of);
    const seen = { by: p.by, as_of: p.as_of, ...seenBy(ctx.viewer, p) };
    const [open, closed, past] = await Promise.all([
      pipelineOpen(ctx.db, { ...seen, stalled_before: stalledBefore(p.as_of, policy) }),
      pipelineClosed(ctx.db, { ...seen, from: EVER, to: p.as_of, created: false }),
      pastShares(ctx, p.as_of),
    ]);
    const weigh = weights(past, policy);
    const groups = new Map<
      string | null,
      { open: typeof open; closed: Closed & { median_cycle: number | null } }
    >();
    const groupOf = (group: string | null) => {
      const found = groups.get(group) ?? { open: [], closed: { ...none, median_cycle: null } };
      groups.set(group, found);
      return found;
    };
    for (const line of open) groupOf(line.group).open.push(line);
    for (const line of closed) groupOf(line.group).closed = line;
    if (p.by === 'none') groupOf(null);
    return [...groups]
      .sort(([a], [b]) => compareGroups(p.by, a, b))
      .map(([group, own]) => {
        const count = own.open.reduce((n, line) => n + line.open, 0);
        return {
          group,
          open: count,
          open_amount: addExact(own.open.map((line) => line.amount)),
          weighted_amount: weightedAmount(
            own.open.map(({ amount, grade, position }) => ({ amount, weight: weigh(grade, position) })),
          ),
          win_rate: winRate(own.closed),
          mean_signed_amount: meanSignedAmount(own.closed),
          cycle_days: own.closed.median_cycle,
          velocity: velocity(count, own.closed),
          stalled: own.open.reduce((n, line) => n + line.stalled, 0),
          signed: own.closed.signed,
          lost: own.closed.lost,
          with_amount: own.open.reduce((n, line) => n + line.with_amount, 0),
          signed_with_amount: own.closed.with_amount,
          cycles: own.closed.cycles,
        };
      });
  },
});
