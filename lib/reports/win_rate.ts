/** What was signed and what was lost in a period, whole or split (F-06, F-09). */
import { z } from 'zod';
import { pipelineClosed } from '@/lib/queries/pipeline';
import { compareGroups, splits } from '@/lib/rules/funnel_groups';
import { meanSignedAmount, winRate } from '@/lib/rules/pipeline';
import { column } from './columns';
import { periodBounds, seenBy } from './funnel_seen';
import { datedBy } from './opportunities_closed';
import { anyPeriod, asOf, filters } from './params';
import { defineReport } from './report';

export interface WinRow {
  group: string | null;
  signed: number;
  lost: number;
  win_rate: number | null;
  signed_amount: string;
  lost_amount: string;
  mean_signed_amount: string | null;
  cycle_days: number | null;
}

/**
 * One row a group; by `none` one, empty or not. Closed in the period and by the date, or with `dated=created` created
 * in it. `signed_amount` and `mean_signed_amount` are over those that bear one, `lost_amount` is what was expected,
 * yuan; `cycle_days` the median from creation to closing.
 */
export const winRates = defineReport({
  name: 'win_rate',
  params: {
    period: anyPeriod,
    as_of: asOf,
    by: z.enum(splits).default('none'),
    dated: datedBy.default('closed'),
    ...filters,
  },
  columns: [
    column.text('group'),
    column.integer('signed'),
    column.integer('lost'),
    column.rate('win_rate'),
    column.money('signed_amount'),
    column.money('lost_amount'),
    column.money('mean_signed_amount'),
    column.number('cycle_days'),
  ],
  rules: ['F-04', 'F-06'],
  run: async (ctx, p): Promise<WinRow[]> => {
    const rows = await pipelineClosed(ctx.db, {
      by: p.by,
      ...periodBounds(p.period),
      as_of: p.as_of,
      created: p.dated === 'created',
      ...seenBy(ctx.viewer, p),
    });
    const found = rows
      .toSorted((a, b) => compareGroups(p.by, a.group, b.group))
      .map((r) => ({
        group: r.group,
        signed: r.signed,
        lost: r.lost,
        win_rate: winRate(r),
        signed_amount: r.signed_amount,
        lost_amount: r.lost_amount,
        mean_signed_amount: meanSignedAmount(r),
        cycle_days: r.median_cycle,
      }));
    if (p.by !== 'none' || found.length > 0) return found;
    const none = { signed: 0, lost: 0, win_rate: null, signed_amount: '0.00', lost_amount: '0.00' };
    return [{ group: null, ...none, mean_signed_amount: null, cycle_days: null }];
  },
});
