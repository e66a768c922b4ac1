/** Statements of any period that is paid: as B-12 has them, frozen where their month is closed, else as they stand now. */
import { liveLongStatements } from './bonus_long';
import { checkedPeriod } from './bonus_people';
import { closingOf, frozenBodies, frozenBody, type LongBody } from './bonus_run_frozen';
import { statementOf, statementsOf } from './bonus_statement_of';
import type { AnySheet } from './bonus_statement_shape';
import { payPeriod } from './bonus_trace';
import type { ReportContext } from './report';

/** What the address of a statement may ask. */
export const statementPeriod = payPeriod;

/** Everybody's statements of a month, a quarter or a half-year, by number. */
export async function statementsIn(ctx: ReportContext, period: string): Promise<AnySheet[]> {
  if (checkedPeriod(period).grain === 'month') return statementsOf(ctx, period);
  const closing = await closingOf(ctx, period);
  if (!closing) return liveLongStatements(ctx, period);
  return (await frozenBodies<LongBody>(ctx, closing, {})).map(({ sheet }) => sheet);
}

/** One person's statement; null for who has none in the period, or is out of the viewer's sight. */
export async function statementIn(
  ctx: ReportContext,
  period: string,
  technician: string,
): Promise<AnySheet | null> {
  if (checkedPeriod(period).grain === 'month') return statementOf(ctx, period, technician);
  const closing = await closingOf(ctx, period);
  if (closing) return (await frozenBody<LongBody>(ctx, closing, technician))?.sheet ?? null;
  const all = await liveLongStatements(ctx, period);
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
