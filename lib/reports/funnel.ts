/** The funnel of a period's opportunities, whole or split (F-03, F-04, F-05). */
import { z } from 'zod';
import { funnelCounts } from '@/lib/queries/funnel';
import { share, stages } from '@/lib/rules/funnel';
import { compareGroups, splits } from '@/lib/rules/funnel_groups';
import { column } from './columns';
import { periodBounds, seenBy } from './funnel_seen';
import { anyPeriod, asOf, filters } from './params';
import { defineReport } from './report';

export interface FunnelRow {
  group: string | null;
  stage: string;
  position: number;
  reached: number;
  amount: string;
  step_rate: number | null;
  overall_rate: number | null;
  median_days: number | null;
  p90_days: number | null;
}

/**
 * One row a group and stage; the groups of the cohort alone, by `none` one group, empty or not.
 * `department` is the opportunity's own or its customer's, `region` its customer's; filtered and seen by `owner`
 * is the customer's owner, else the salesperson.
 */
export const funnel = defineReport({
  name: 'funnel',
  params: { period: anyPeriod, as_of: asOf, by: z.enum(splits).default('none'), ...filters },
  columns: [
    column.text('group'),
    column.code('stage', 'stage'),
    column.integer('position'),
    column.integer('reached'),
    column.money('amount'),
    column.rate('step_rate'),
    column.rate('overall_rate'),
    column.number('median_days'),
    column.number('p90_days'),
  ],
  rules: ['F-01', 'F-02', 'F-03', 'F-04', 'F-05'],
  run: async (ctx, p): Promise<FunnelRow[]> => {
    const counts = await funnelCounts(ctx.db, {
      by: p.by,
      ...periodBounds(p.period),
      as_of: p.as_of,
      ...seenBy(ctx.viewer, p),
    });
    const groups = new Map<string | null, typeof counts>();
    for (const c of counts) groups.set(c.group, [...(groups.get(c.group) ?? []), c]);
    if (p.by === 'none' && groups.size === 0) groups.set(null, []);
    return [...groups]
      .sort(([a], [b]) => compareGroups(p.by, a, b))
      .flatMap(([group, cells]) => rowsOfGroup(group, cells));
  },
});

type Cell = Omit<FunnelRow, 'group' | 'stage' | 'step_rate' | 'overall_rate'>;

function rowsOfGroup(group: string | null, cells: readonly Cell[]): FunnelRow[] {
  const at = (position: number): Cell =>
    cells.find((c) => c.position === position) ?? {
      position,
      reached: 0,
      amount: '0.00',
      median_days: null,
      p90_days: null,
    };
  return stages.map((stage, i) => {
    const cell = at(i + 1);
    return {
      group,
      stage,
      position: cell.position,
      reached: cell.reached,
      amount: cell.amount,
      step_rate: i === 0 ? null : share(cell.reached, at(i).reached),
      overall_rate: share(cell.reached, at(1).reached),
      median_days: cell.median_days,
      p90_days: cell.p90_days,
    };
  });
}
