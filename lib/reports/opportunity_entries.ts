/** The way of one opportunity through its stages, steps back too (F-02). */
import { z } from 'zod';
import { opportunityEntries } from '@/lib/queries/opportunity';
import { daysBetween } from '@/lib/rules/period';
import { column } from './columns';
import { asOf } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/** One row an entry by the date, in the order of time; `days` until the next one, or until the date. */
export const opportunityWay = defineReport({
  name: 'opportunity_entries',
  params: { opportunity: z.string().min(1), as_of: asOf },
  columns: [column.code('stage', 'stage'), column.date('entered_on'), column.integer('days')],
  rules: ['F-02'],
  run: async (ctx, p) => {
    const rows = await opportunityEntries(ctx.db, { ...p, ...scopeParams(ctx.viewer) });
    return rows.map((row, i) => ({
      ...row,
      days: daysBetween(row.entered_on, rows[i + 1]?.entered_on ?? p.as_of),
    }));
  },
});
