/**
 * What closed months would come to by now, shown in the first open month: a row for each amount, then one for each line
 * that moved, with its cause (B-12). Of a closed month, what was taken up with it.
 */
import { z } from 'zod';
import { hashOf } from '@/lib/work/bonus_runs_closing';
import { type TechnicianFilters, technicianFilters } from './bonus_people';
import { explain } from './bonus_run_changes';
import { closingOf, frozenBody, frozenPeople } from './bonus_run_frozen';
import { runPeople } from './bonus_run_pay';
import type { StatementAdjustment } from './bonus_statement_shape';
import type { Source } from './bonus_trace_row';
import { column, sourceColumns } from './columns';
import { monthPeriod } from './params';
import { defineReport, type ReportContext } from './report';
import { loadedRows } from './rows';

export interface AdjustmentRow extends Source {
  technician_id: string;
  name: string;
  /** The closed month. */
  of_period: string;
  figure: string;
  source_kind: string;
  source_id: string;
  before: string | null;
  after: string | null;
  /** Yuan, on the row of the amount alone, so that the column adds up. */
  amount: string | null;
  cause: string | null;
  cause_id: string | null;
}

type Person = { technician_id: string; name: string };

/** The amount, then the lines. */
export function rowsOfAdjustment({ technician_id, name }: Person, a: StatementAdjustment): AdjustmentRow[] {
  const row = { technician_id, name, of_period: a.period };
  const none = { source_import: null, source_file: null, source_sheet: null, source_line: null };
  return [
    {
      ...row,
      figure: 'adjustments',
      source_kind: 'figure',
      source_id: a.period,
      before: a.before,
      after: a.after,
      // A job that cannot be priced: nobody knows the difference.
      amount: a.after === null || a.before === null ? null : a.amount,
      cause: null,
      cause_id: null,
      ...none,
    },
    ...a.changes.map((c) => ({ ...row, amount: null, ...c })),
  ];
}

async function adjustmentsOf(
  ctx: ReportContext,
  p: { period: string; technician?: string | undefined } & TechnicianFilters,
): Promise<AdjustmentRow[]> {
  const asked = (person: Person) => p.technician === undefined || person.technician_id === p.technician;
  const closing = await closingOf(ctx, p.period);
  if (!closing) {
    const people = (await runPeople(ctx, p.period, p)).filter(asked);
    const due = people.flatMap((person) => person.due);
    if (due.length === 0) return [];
    // The lines rest on the differences and on what is loaded: a decision on something else leaves them as they are.
    return loadedRows(ctx, ['bonus_adjustments', hashOf(JSON.stringify(due))], async () =>
      (await explain(ctx, due)).flatMap((e) => rowsOfAdjustment(e.due.person, e.adjustment)),
    );
  }
  const rows: AdjustmentRow[] = [];
  for (const person of (await frozenPeople(ctx, closing, p)).filter(asked)) {
    const sheet = (await frozenBody(ctx, closing, person.technician_id))?.sheet;
    for (const a of sheet?.adjustments ?? []) rows.push(...rowsOfAdjustment(person, a));
  }
  return rows;
}

export const bonusAdjustments = defineReport({
  name: 'bonus_adjustments',
  params: { period: monthPeriod, technician: z.string().min(1).optional(), ...technicianFilters },
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.text('of_period'),
    column.code('figure', 'bonus_figure'),
    column.code('source_kind', 'source_kind'),
    column.text('source_id'),
    column.text('before'),
    column.text('after'),
    column.money('amount'),
    column.code('cause', 'bonus_cause'),
    column.text('cause_id'),
    ...sourceColumns,
  ],
  rules: ['B-12'],
  run: adjustmentsOf,
});
