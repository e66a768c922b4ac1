/** The lines of a month's statement: each row of a file with the sign by which it enters net points or total. */

import type { bonusLines } from '@/lib/queries/bonus_statement';
import { exact, plain } from '@/lib/rules/bonus_decimal';
import { accidentsThatCount, type MonthPolicy } from '@/lib/rules/bonus_month';
import type { StatementLine } from './bonus_statement_shape';
import { minus, sourceOf } from './bonus_trace_row';

type Row = Awaited<ReturnType<typeof bonusLines>>[number];

/** The figures that have lines, in the order of the statement, with their rules. */
export const lineFigures = {
  gross_points: 'B-01',
  repeat_points: 'B-02',
  safety_points: 'B-03',
  praise: 'B-06',
  savings: 'B-06',
  fines_unsigned: 'B-07',
  fines_complaint: 'B-07',
} as const;
export type LineFigure = keyof typeof lineFigures;

const order = Object.keys(lineFigures) as LineFigure[];
const figureOf = (row: Row): LineFigure =>
  row.figure === 'accidents' ? 'safety_points' : (row.figure as LineFigure);

/**
 * The lines in the statement's order. What `points` of all of them sum to are the net points, what `amount` of all
 * of them sum to is the total less performance pay.
 * @param rows of one technician, by figure, day and number
 */
export function monthLines(rows: readonly Row[], policy: MonthPolicy): StatementLine[] {
  const accidents = accidentsThatCount(rows.filter((r) => r.figure === 'accidents').length, policy);
  let accident = 0;
  const lines = rows.map((row) => {
    const counts = row.counts && (row.figure !== 'accidents' || accident++ < accidents);
    return lineOf(row, counts, policy);
  });
  return order.flatMap((figure) => lines.filter((line) => line.figure === figure));
}

function lineOf(row: Row, counts: boolean, policy: MonthPolicy): StatementLine {
  const figure = figureOf(row);
  const points = figure.endsWith('_points');
  const effect = counts ? effectOf(row, figure, policy) : '0';
  return {
    figure,
    rule: lineFigures[figure],
    source_kind: row.source_kind,
    source_id: row.source_id,
    date: row.date,
    points: points ? effect : null,
    amount: points ? null : effect,
    counts,
    note: row.note,
    detail: figure === 'gross_points' || figure === 'repeat_points' ? pointsOf(row) : null,
    subject: row.subject,
    customer_id: row.customer_id,
    customer_name: row.customer_name,
    repeat_of: row.repeat_of,
    done_by: row.done_by,
    remark: row.remark,
    ...sourceOf(row),
  };
}

function effectOf(row: Row, figure: LineFigure, policy: MonthPolicy): string | null {
  switch (figure) {
    case 'gross_points':
      return short(row.points);
    case 'repeat_points':
      return minus(short(row.points));
    case 'safety_points':
      return minus(policy['bonus.safety_points']);
    case 'fines_unsigned':
      return minus(policy['fine.unsigned']);
    case 'fines_complaint':
      return minus(policy['fine.complaint']);
    default:
      return row.amount ?? '0';
  }
}

/** Where a job bears points of its own, no coefficient made them (B-01). */
function pointsOf(row: Row): StatementLine['detail'] {
  if (row.recorded_points !== null)
    return {
      of: 'points',
      recorded: short(row.recorded_points),
      coefficient: null,
      coefficient_from: null,
      quantity: null,
    };
  return {
    of: 'points',
    recorded: null,
    coefficient: short(row.coefficient),
    coefficient_from: row.coefficient_from,
    quantity: short(row.quantity),
  };
}

const short = (text: string | null): string | null => (text === null ? null : plain(exact(text)));
