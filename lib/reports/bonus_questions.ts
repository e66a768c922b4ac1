/**
 * What only a person can answer before a month is paid: complaints under inquiry, records of which nobody says
 * whether they are signed (B-07), repeats of an unknown job (B-02), jobs that cannot be priced (B-01), and rows
 * of technicians that are in no register.
 */
import { bonusQuestionsOf } from '@/lib/queries/bonus_lines';
import { checkedPeriod, technicianFilters } from './bonus_people';
import { column, sourceColumns } from './columns';
import { listOrAll, monthPeriod } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

export const bonusQuestions = defineReport({
  name: 'bonus_questions',
  params: { period: monthPeriod, ...technicianFilters },
  columns: [
    column.text('finding'),
    column.text('technician_id'),
    column.text('name'),
    column.date('date'),
    column.text('source_kind'),
    column.text('source_id'),
    ...sourceColumns,
  ],
  rules: ['B-01', 'B-02', 'B-07'],
  run(ctx, p) {
    const month = checkedPeriod(p.period);
    return bonusQuestionsOf(ctx.db, {
      from: month.start,
      until: month.end,
      departments: listOrAll(p.department),
      regions: listOrAll(p.region),
      ...scopeParams(ctx.viewer),
    });
  },
});
