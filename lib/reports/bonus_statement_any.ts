/** Statements of any period that is paid: a month as B-12 has it, quarters and half-years as data and policy give them. */
import { checkedPeriod } from './bonus_people';
import { halfStatements } from './bonus_statement_half';
import { statementOf, statementsOf } from './bonus_statement_of';
import { quarterStatements } from './bonus_statement_quarter';
import type { AnySheet } from './bonus_statement_shape';
import { payPeriod } from './bonus_trace';
import type { ReportContext } from './report';

/** What the address of a statement may ask. */
export const statementPeriod = payPeriod;

/** Everybody's statements of a month, a quarter or a half-year, by number. */
export async function statementsIn(ctx: ReportContext, period: string): Promise<AnySheet[]> {
  switch (checkedPeriod(period).grain) {
    case 'quarter':
      return quarterStatements(ctx, period);
    case 'half':
      return halfStatements(ctx, period);
    default:
      return statementsOf(ctx, period);
  }
}

/** One person's statement; null for who has none in the period, or is out of the viewer's sight. */
export async function statementIn(
  ctx: ReportContext,
  period: string,
  technician: string,
): Promise<AnySheet | null> {
  if (checkedPeriod(period).grain === 'month') return statementOf(ctx, period, technician);
  const all = await statementsIn(ctx, period);
  return all.find((s) => s.technician.technician_id === technician) ?? null;
}

/** The same as a question that is remembered: as long as data, policy and decisions stay, so does the answer. */
export const oneStatement = {
  name: 'bonus_statement_of_one',
  run: async (ctx: ReportContext, p: { period: string; technician: string }): Promise<AnySheet[]> => {
    const sheet = await statementIn(ctx, p.period, p.technician);
    return sheet ? [sheet] : [];
  },
};
