/**
 * What only a person can answer before a month is paid: complaints under inquiry, records of which nobody says
 * whether they are signed (B-07), repeats of an unknown job (B-02), jobs that cannot be priced (B-01), and rows
 * of technicians that are in no register.
 */
import { z } from 'zod';
import { bonusQuestionsOf } from '@/lib/queries/bonus_lines';
import { checkedPeriod, type TechnicianFilters, technicianFilters } from './bonus_people';
import { closingOf, type FrozenRow, frozenBeside } from './bonus_run_frozen';
import { column, sourceColumns } from './columns';
import { listOrAll, monthPeriod } from './params';
import { defineReport, type ReportContext } from './report';
import { scopeParams } from './viewer';

export const findings = [
  'no_points',
  'original_unknown',
  'signature_unknown',
  'under_inquiry',
  'unknown_technician',
] as const;

export type QuestionRow = Awaited<ReturnType<typeof bonusQuestionsOf>>[number];

/** As the data gives them now. */
export function liveQuestions(
  ctx: ReportContext,
  p: { period: string } & TechnicianFilters,
): Promise<QuestionRow[]> {
  const month = checkedPeriod(p.period);
  return bonusQuestionsOf(ctx.db, {
    from: month.start,
    until: month.end,
    departments: listOrAll(p.department),
    regions: listOrAll(p.region),
    ...scopeParams(ctx.viewer),
  });
}

export const bonusQuestions = defineReport({
  name: 'bonus_questions',
  params: { period: monthPeriod, finding: z.array(z.enum(findings)).optional(), ...technicianFilters },
  columns: [
    column.code('finding', 'bonus_finding'),
    column.text('technician_id'),
    column.text('name'),
    column.date('date'),
    column.code('source_kind', 'source_kind'),
    column.text('source_id'),
    ...sourceColumns,
  ],
  rules: ['B-01', 'B-02', 'B-07'],
  async run(ctx, p): Promise<QuestionRow[]> {
    const closing = await closingOf(ctx, p.period);
    const rows = closing
      ? ((await frozenBeside(ctx, closing, 'questions', p)) as (FrozenRow & QuestionRow)[])
      : await liveQuestions(ctx, p);
    const { finding: wanted } = p;
    return wanted?.length ? rows.filter((row) => wanted.some((f) => f === row.finding)) : rows;
  },
});
