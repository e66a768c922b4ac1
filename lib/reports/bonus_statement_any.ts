/** Statements of any period that is paid: a month as B-12 has it, quarters and half-years as data and policy give them. */

import { checkedPeriod } from './bonus_people';
import { halfStatements } from './bonus_statement_half';
import { statementOf, statementsOf } from './bonus_statement_of';
import { quarterStatements } from './bonus_statement_quarter';
import type { AnySheet } from './bonus_statement_shape';
import { payPeriod } from './bonus_trace';
import type { ReportContext } from './report';
import { rowsOf } from './run';

/** What the address of a statement may ask. */
export const statementPeriod = payPeriod;

/** Remembered like a report: the same data, policy and decisions give the same statements. */
const ofLong = {
  name: 'bonus_statements',
  run: async (ctx: ReportContext, { period }: { period: string }): Promise<AnySheet[]> =>
    checkedPeriod(period).grain === 'quarter' ? quarterStatements(ctx, period) : halfStatements(ctx, period),
};

const ofOne = {
  name: 'bonus_statement_of_one',
  run: async (ctx: ReportContext, p: { period: string; technician: string }): Promise<AnySheet[]> => {
    const sheet = await statementOf(ctx, p.period, p.technician);
    return sheet ? [sheet] : [];
  },
};

/**
 * Everybody's statements of a month, a quarter or a half-year, by number. Shared: not to be changed.
 * A month's are made anew each time: with their lines they are too large to be kept, and only files ask for them.
 */
export const statementsIn = async (ctx: ReportContext, period: string): Promise<AnySheet[]> =>
  checkedPeriod(period).grain === 'month' ? statementsOf(ctx, period) : rowsOf(ofLong, ctx, { period });

/** One person's statement; null for who has none in the period, or is out of the viewer's sight. */
export async function statementIn(
  ctx: ReportContext,
  period: string,
  technician: string,
): Promise<AnySheet | null> {
  if (checkedPeriod(period).grain === 'month')
    return (await rowsOf(ofOne, ctx, { period, technician }))[0] ?? null;
  const all = await statementsIn(ctx, period);
  return all.find((s) => s.technician.technician_id === technician) ?? null;
}
