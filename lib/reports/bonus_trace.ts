/** The rows behind every figure of one technician's statement: a month, a quarter or a half-year. */
import { z } from 'zod';
import { bonusParts } from '@/lib/queries/bonus';
import { parsePeriod } from '@/lib/rules/period';
import { bonus } from './bonus';
import { projectsOf } from './bonus_half';
import { checkedPeriod, earningPeople, peopleOf } from './bonus_people';
import { liveQuarter } from './bonus_quarter';
import { closingOf, frozenBody } from './bonus_run_frozen';
import { traceHalf } from './bonus_trace_half';
import { monthEntries, traceMonth } from './bonus_trace_month';
import { traceQuarter } from './bonus_trace_quarter';
import type { TraceRow } from './bonus_trace_row';
import { column, sourceColumns } from './columns';
import { defineReport } from './report';

export const payPeriod = z
  .string()
  .refine(
    (text) => ['month', 'quarter', 'half'].includes(parsePeriod(text)?.grain ?? ''),
    'expected a month, a quarter or a half-year like 2026-03, 2026Q1 or 2026H1',
  );

export const bonusTrace = defineReport({
  name: 'bonus_trace',
  params: { period: payPeriod, technician: z.string().min(1) },
  columns: [
    column.code('figure', 'bonus_figure'),
    column.text('rule'),
    column.code('source_kind', 'source_kind'),
    column.text('source_id'),
    column.date('date'),
    column.text('value'),
    column.decimal('effect'),
    column.code('note', 'bonus_note'),
    ...sourceColumns,
  ],
  rules: ['B-01', 'B-02', 'B-03', 'B-04', 'B-05', 'B-06', 'B-07', 'B-08', 'B-09', 'B-10'],
  /** No rows for who has no statement in the period, or is out of the viewer's sight. */
  async run(ctx, p): Promise<TraceRow[]> {
    const period = checkedPeriod(p.period);
    const mine = (row: { technician_id: string }) => row.technician_id === p.technician;
    const closing = await closingOf(ctx, p.period);
    if (closing) return (await frozenBody<{ trace: TraceRow[] }>(ctx, closing, p.technician))?.trace ?? [];
    const policy = ctx.policy.on(period.end);
    const { technician } = p;
    if (period.grain === 'month') {
      const statement = (await bonus.run(ctx, { period: p.period })).find(mine);
      if (!statement) return [];
      const entries = await monthEntries(ctx, period, technician);
      return traceMonth(entries.get(technician) ?? [], statement, policy);
    }
    if (period.grain === 'half') {
      const earns = (await earningPeople(ctx, period, {})).some(mine);
      if (!earns) return [];
      return traceHalf(await projectsOf(ctx, period, { each: true, technician }), policy['bonus.no_repeat']);
    }
    const statement = (await liveQuarter(ctx, { period: p.period })).find(mine);
    const person = (await peopleOf(ctx, period, {})).find(mine);
    if (!statement || !person) return [];
    const sales = await bonusParts(ctx.db, { from: period.start, until: period.end, technician });
    return traceQuarter(period, person, statement, sales, policy);
  },
});
