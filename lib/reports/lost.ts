/** Lost opportunities by reason and the stage they had reached, whole or split (F-09). */
import { z } from 'zod';
import { lostCounts } from '@/lib/queries/pipeline';
import { share, stages } from '@/lib/rules/funnel';
import { compareGroups, splits } from '@/lib/rules/funnel_groups';
import { column } from './columns';
import { periodBounds, seenBy } from './funnel_seen';
import { datedBy } from './opportunities_closed';
import { anyPeriod, asOf, filters } from './params';
import { defineReport } from './report';

export interface LostRow {
  group: string | null;
  reason: string | null;
  stage_reached: string | null;
  count: number;
  amount: string;
  share: number | null;
}

/**
 * One row a group, reason and stage reached; no reason and no dated stage are null and come last. `share` is of the
 * group's lost ones, `amount` what was expected of them. They are those closed in the period (F-06), or with
 * `dated=created` those created in it, lost by the as-of date.
 */
export const lost = defineReport({
  name: 'lost',
  params: {
    period: anyPeriod,
    as_of: asOf,
    by: z.enum(splits).default('none'),
    dated: datedBy.default('closed'),
    ...filters,
  },
  columns: [
    column.text('group'),
    column.text('reason'),
    column.code('stage_reached', 'stage'),
    column.integer('count'),
    column.money('amount'),
    column.rate('share'),
  ],
  rules: ['F-02', 'F-04', 'F-09'],
  run: async (ctx, p): Promise<LostRow[]> => {
    const counts = await lostCounts(ctx.db, {
      by: p.by,
      ...periodBounds(p.period),
      as_of: p.as_of,
      created: p.dated === 'created',
      ...seenBy(ctx.viewer, p),
    });
    const totals = new Map<string | null, number>();
    for (const c of counts) totals.set(c.group, (totals.get(c.group) ?? 0) + c.count);
    return counts
      .toSorted(
        (a, b) =>
          compareGroups(p.by, a.group, b.group) ||
          compareGroups('source', a.reason, b.reason) ||
          (a.position ?? 9) - (b.position ?? 9),
      )
      .map((c) => ({
        group: c.group,
        reason: c.reason,
        stage_reached: c.position === null ? null : (stages[c.position - 1] ?? null),
        count: c.count,
        amount: c.amount,
        share: share(c.count, totals.get(c.group) ?? 0),
      }));
  },
});
