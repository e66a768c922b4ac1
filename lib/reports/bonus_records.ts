/**
 * The jobs and records behind the figures of a month, of everybody who has a statement or of one: what the figures
 * of the page are added up from (B-01 to B-03, B-06, B-07).
 */
import { z } from 'zod';
import { bonusRecordsOf } from '@/lib/queries/bonus_records';
import { checkedPeriod, earningPeople, type TechnicianFilters, technicianFilters } from './bonus_people';
import { closingOf, type FrozenRow, frozenBodies, frozenBody } from './bonus_run_frozen';
import { column, sourceColumns } from './columns';
import { monthPeriod } from './params';
import { defineReport, type ReportContext } from './report';

export const recordFigures = [
  'gross_points',
  'repeat_points',
  'accidents',
  'praise',
  'savings',
  'fines_unsigned',
  'fines_complaint',
] as const;

export type RecordRow = Awaited<ReturnType<typeof bonusRecordsOf>>[number];

interface Asked extends TechnicianFilters {
  period: string;
  figure?: readonly string[] | undefined;
  technician?: string | undefined;
}

/** As the data gives them now. */
export async function liveRecords(ctx: ReportContext, p: Asked): Promise<RecordRow[]> {
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
}

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
  async run(ctx, p): Promise<RecordRow[]> {
    const closing = await closingOf(ctx, p.period);
    if (!closing) return liveRecords(ctx, p);
    const one = p.technician === undefined ? null : await frozenBody(ctx, closing, p.technician);
    const bodies =
      p.technician === undefined ? await frozenBodies(ctx, closing, p) : one === null ? [] : [one];
    const rows = bodies.flatMap((body) => body.records as (FrozenRow & RecordRow)[]);
    const { figure: wanted } = p;
    const chosen = wanted?.length ? rows.filter((row) => wanted.some((f) => f === row.figure)) : rows;
    return chosen.sort(inOrder);
  },
});

/** By figure, day, technician and number, as the query has them. */
function inOrder(a: RecordRow, b: RecordRow): number {
  for (const name of ['figure', 'date', 'technician_id', 'source_id'] as const) {
    if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1;
  }
  return 0;
}
