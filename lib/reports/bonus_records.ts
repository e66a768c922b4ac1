/**
 * The jobs and records behind the figures of a month, of everybody who has a statement or of one: what the figures
 * of the page are added up from (B-01 to B-03, B-06, B-07).
 */
import { z } from 'zod';
import { bonusRecordsOf } from '@/lib/queries/bonus_records';
import { checkedPeriod, earningPeople, technicianFilters } from './bonus_people';
import { column, sourceColumns } from './columns';
import { monthPeriod } from './params';
import { defineReport } from './report';

export const recordFigures = [
  'gross_points',
  'repeat_points',
  'accidents',
  'praise',
  'savings',
  'fines_unsigned',
  'fines_complaint',
] as const;

/** Points exact; a fine's row bears no amount of its own: the policy says what each costs (B-07). */
export const bonusRecords = defineReport({
  name: 'bonus_records',
  params: {
    period: monthPeriod,
    figure: z.array(z.enum(recordFigures)).optional(),
    technician: z.string().min(1).optional(),
    ...technicianFilters,
  },
  columns: [
    column.code('figure', 'bonus_figure'),
    column.text('technician_id'),
    column.text('name'),
    column.date('date'),
    column.code('source_kind', 'source_kind'),
    column.text('source_id'),
    column.text('work_type'),
    column.text('customer_id'),
    column.text('customer_name'),
    column.decimal('coefficient'),
    column.decimal('quantity'),
    column.points('points'),
    column.money('amount'),
    column.text('repeat_of'),
    column.code('note', 'bonus_note'),
    ...sourceColumns,
  ],
  rules: ['B-01', 'B-02', 'B-03', 'B-06', 'B-07'],
  async run(ctx, p) {
    const month = checkedPeriod(p.period);
    const people = await earningPeople(ctx, month, p);
    return bonusRecordsOf(ctx.db, {
      from: month.start,
      until: month.end,
      default_quantity: ctx.policy.on(month.end)['bonus.default_quantity'],
      technicians: people
        .map((person) => person.technician_id)
        .filter((id) => p.technician === undefined || id === p.technician),
      figures: p.figure?.length ? [...p.figure] : null,
    });
  },
});
