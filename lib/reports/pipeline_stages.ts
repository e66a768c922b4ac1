/** The open pipeline at a date by the stage it stands in: how much waits where, and what it is worth (F-02, F-05, F-07). */
import { Decimal } from 'decimal.js';
import { pipelineOpen } from '@/lib/queries/pipeline';
import { stages, stalledBefore } from '@/lib/rules/funnel';
import { weightedAmount, weights } from '@/lib/rules/pipeline';
import { addExact } from './amounts';
import { column } from './columns';
import { seenBy } from './funnel_seen';
import { asOf, filters } from './params';
import { pastShares } from './pipeline_shares';
import { defineReport } from './report';

export interface PipelineStageRow {
  stage: string;
  open: number;
  open_amount: string;
  weighted_amount: string | null;
  share: number | null;
  stalled: number;
}

/**
 * One row a stage before signing; adds up to `pipeline`. One without a dated stage counts at the first. `share` is the
 * weighted amount of the open one. A stage after signing is a row only where something open stands there.
 */
export const pipelineStages = defineReport({
  name: 'pipeline_stages',
  params: { as_of: asOf, ...filters },
  columns: [
    column.code('stage', 'stage'),
    column.integer('open'),
    column.money('open_amount'),
    column.money('weighted_amount'),
    column.rate('share'),
    column.integer('stalled'),
  ],
  rules: ['F-02', 'F-05', 'F-07'],
  run: async (ctx, p): Promise<PipelineStageRow[]> => {
    const policy = ctx.policy.on(p.as_of);
    const [lines, past] = await Promise.all([
      pipelineOpen(ctx.db, {
        by: 'none',
        as_of: p.as_of,
        stalled_before: stalledBefore(p.as_of, policy),
        ...seenBy(ctx.viewer, p),
      }),
      pastShares(ctx, p.as_of),
    ]);
    const weigh = weights(past, policy);
    return stages.flatMap((stage, i) => {
      const own = lines.filter((line) => (line.position ?? 1) === i + 1);
      if (stage === 'signed' && own.length === 0) return [];
      const open_amount = addExact(own.map((line) => line.amount));
      const weighted_amount = weightedAmount(
        own.map(({ amount, grade, position }) => ({ amount, weight: weigh(grade, position) })),
      );
      return {
        stage,
        open: own.reduce((n, line) => n + line.open, 0),
        open_amount,
        weighted_amount,
        share:
          weighted_amount === null || Number(open_amount) === 0
            ? null
            : new Decimal(weighted_amount).div(open_amount).toNumber(),
        stalled: own.reduce((n, line) => n + line.stalled, 0),
      };
    });
  },
});
