/** The funnel of a period's opportunities, whole or split (F-03, F-04, F-05). */
import { z } from 'zod';
import { share, stages } from '@/lib/rules/funnel';
import { compareGroups, type Split, splits } from '@/lib/rules/funnel_groups';
import { column } from './columns';
import { countFunnel } from './funnel_count';
import { periodBounds, seenBy } from './funnel_seen';
import { opportunitiesOf, sightOf } from './opportunities_kept';
import { anyPeriod, asOf, filters } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';

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
  run: (ctx, p) => (p.by === 'none' ? funnelWhole(ctx, p, 'none') : funnelGroups(ctx, p)),
});

type Question = Parameters<typeof seenBy>[1] & { period: string; as_of: string };

/** The counts of each group and, in rows of their own, of the whole: one walk serves both. */
const funnelCounted = {
  name: 'funnel_counted',
  run: async (ctx: ReportContext, p: Question & { by: Split }) => {
    const all = await opportunitiesOf(ctx);
    const sight = await sightOf(ctx, all, { as_of: p.as_of, ...seenBy(ctx.viewer, p) });
    return countFunnel(all, sight, { by: p.by, ...periodBounds(p.period), as_of: p.as_of });
  },
};

/**
 * The five rows of the whole.
 * @param by the split that is asked for beside it, so that both come out of one reading; the rows are the same
 */
export async function funnelWhole(ctx: ReportContext, p: Question, by: Split): Promise<FunnelRow[]> {
  const counts = await rowsOf(funnelCounted, ctx, { ...p, by });
  return rowsOfGroup(
    null,
    counts.filter((c) => c.whole),
  );
}

async function funnelGroups(
  ctx: ReportContext,
  { by, ...seen }: Question & { by: Split },
): Promise<FunnelRow[]> {
  const counts = await rowsOf(funnelCounted, ctx, { ...seen, by });
  const groups = new Map<string | null, typeof counts>();
  for (const c of counts) if (!c.whole) groups.set(c.group, [...(groups.get(c.group) ?? []), c]);
  return [...groups]
    .sort(([a], [b]) => compareGroups(by, a, b))
    .flatMap(([group, cells]) => rowsOfGroup(group, cells));
}

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
