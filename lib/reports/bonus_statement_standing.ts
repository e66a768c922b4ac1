/** How far a period is, and which signatures under its statements still stand. */

import { type StepTaken, stepsTaken } from '@/lib/work/bonus_runs';
import { standingClosing } from '@/lib/work/bonus_runs_closing';
import { type BonusSignature, bonusSignatures } from '@/lib/work/bonus_signatures';
import { openWorkStore } from '@/lib/work/store';
import { checkedPeriod } from './bonus_people';
import { statementDigest } from './bonus_statement_digest';
import type { AnySheet } from './bonus_statement_shape';
import type { ReportContext } from './report';

export interface PeriodState {
  /** The closing, with who and when; null for a draft. A quarter or a half-year is closed with the month in which it is paid. */
  closed: StepTaken | null;
  /** The steps that were taken, in their order: B-13. */
  steps: StepTaken[];
}

/** The steps of a month; of a quarter those of its parts commission. */
export async function periodState(ctx: ReportContext, period: string): Promise<PeriodState> {
  const { grain } = checkedPeriod(period);
  const store = await openWorkStore(ctx.db.dir);
  if (grain === 'month') {
    const steps = await stepsTaken(store, 'month', period);
    return { steps, closed: steps.find((s) => s.step === 'closed') ?? null };
  }
  const [steps, closing] = await Promise.all([
    grain === 'quarter' ? stepsTaken(store, 'parts', period) : [],
    standingClosing(store, period),
  ]);
  return {
    steps,
    closed: closing && {
      step: 'closed',
      by: closing.by,
      at: closing.at,
      note: closing.note,
      figuresHash: closing.hash,
    },
  };
}

export interface StandingSignature extends BonusSignature {
  /** The statement changed after it was signed. */
  void: boolean;
}

/** The signatures under some statements of one period, by technician. */
export async function signaturesUnder(
  ctx: ReportContext,
  period: string,
  sheets: readonly AnySheet[],
): Promise<Map<string, StandingSignature>> {
  const signatures = await bonusSignatures(await openWorkStore(ctx.db.dir), period);
  if (signatures.size === 0) return new Map();
  return new Map(
    sheets.flatMap((sheet) => {
      const id = sheet.technician.technician_id;
      const signature = signatures.get(id);
      return signature ? [[id, { ...signature, void: signature.digest !== digestOf(sheet) }] as const] : [];
    }),
  );
}

export const digestOf = (sheet: AnySheet): string => statementDigest<unknown>(sheet);
