/** The funnel of another process: gas installations, new customers (F-05, F-08). */
import { z } from 'zod';
import { processCounts, processRows } from '@/lib/queries/process';
import { share } from '@/lib/rules/funnel';
import { type ProcessStage, processes, processNames } from '@/lib/rules/processes';
import { column, sourceColumns } from './columns';
import { periodBounds } from './funnel_seen';
import { anyPeriod, asOf, BadParameterError } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

export interface ProcessRow {
  stage: string;
  position: number;
  reached: number;
  /** With a dated entry of this very stage. */
  entered: number;
  step_rate: number | null;
  overall_rate: number | null;
  median_days: number | null;
  p90_days: number | null;
  basis: string;
}

const process = z.enum(processNames);

/**
 * One row a stage, over the items begun in the period (applied for; the customer's data collected) as of the date.
 * `basis` says how the stage is known: `recorded` in its own column, `taken` from another, `unknown` to every export,
 * so that it counts as reached only through a later one.
 */
export const processFunnel = defineReport({
  name: 'process_funnel',
  params: { period: anyPeriod, as_of: asOf, process: process.default('gas_installation') },
  columns: [
    column.code('stage', 'process_stage'),
    column.integer('position'),
    column.integer('reached'),
    column.integer('entered'),
    column.rate('step_rate'),
    column.rate('overall_rate'),
    column.number('median_days'),
    column.number('p90_days'),
    column.code('basis', 'stage_basis'),
  ],
  rules: ['F-05', 'F-08'],
  run: async (ctx, p): Promise<ProcessRow[]> => {
    const stages: readonly ProcessStage[] = processes[p.process];
    const counts = await processCounts(ctx.db, {
      process: p.process,
      ...periodBounds(p.period),
      as_of: p.as_of,
      stages: stages.length,
      ...scopeParams(ctx.viewer),
    });
    return counts.map((row, i) => ({
      stage: stages[i]?.stage ?? '',
      position: row.position,
      reached: row.reached,
      entered: row.entered,
      step_rate: i === 0 ? null : share(row.reached, counts[i - 1]?.reached ?? 0),
      overall_rate: share(row.reached, counts[0]?.reached ?? 0),
      median_days: row.median_days,
      p90_days: row.p90_days,
      basis: stages[i]?.basis ?? 'unknown',
    }));
  },
});

/** The items behind a stage: as many as reached it; with `standing` those that got no further. */
export const processItems = defineReport({
  name: 'process_items',
  params: {
    period: anyPeriod,
    as_of: asOf,
    process: process.default('gas_installation'),
    stage: z.string().min(1),
    standing: z.enum(['true', 'false']).optional(),
  },
  columns: [
    column.text('item_id'),
    column.text('name', { personal: true }),
    column.text('department'),
    column.text('owner'),
    column.date('started_on'),
    column.code('stage', 'process_stage'),
    column.date('last_on'),
    ...sourceColumns,
  ],
  rules: ['F-08'],
  run: async (ctx, p) => {
    const stages: readonly ProcessStage[] = processes[p.process];
    const place = stages.findIndex((s) => s.stage === p.stage);
    if (place < 0) {
      throw new BadParameterError('stage', `expected one of ${stages.map((s) => s.stage).join(', ')}`);
    }
    const rows = await processRows(ctx.db, {
      process: p.process,
      ...periodBounds(p.period),
      as_of: p.as_of,
      position: place + 1,
      exactly: p.standing === 'true',
      ...scopeParams(ctx.viewer),
    });
    return rows.map(({ reached, ...row }) => ({ ...row, stage: stages[reached - 1]?.stage ?? '' }));
  },
});
