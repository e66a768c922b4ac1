/** A person's statement of a month, a quarter or a half-year: formula, rows, what stands beside it, what was said. */
import { z } from 'zod';
import { ask } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { lastComplete, lastPeriods, stepName } from '@/app/_lib/periods';
import { one, type SearchParams } from '@/app/_lib/url';
import { type BonusRow, bonus } from '@/lib/reports/bonus';
import { bonusHalf } from '@/lib/reports/bonus_half';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { oneStatement, statementPeriod } from '@/lib/reports/bonus_statement_any';
import type { AnySheet, StatementGrain } from '@/lib/reports/bonus_statement_shape';
import {
  digestOf,
  type PeriodState,
  periodState,
  type StandingSignature,
  signaturesUnder,
} from '@/lib/reports/bonus_statement_standing';
import { bonusTeam } from '@/lib/reports/bonus_team';
import { rowsOf } from '@/lib/reports/run';
import { type BonusQuestion, bonusQuestionsAsked } from '@/lib/work/bonus_questions';
import { type SignatureEntry, signatureHistory } from '@/lib/work/bonus_signatures';
import { openWorkStore } from '@/lib/work/store';

export interface StatementModel {
  period: string;
  grain: StatementGrain;
  sheet: AnySheet;
  /** Of the statement as it is shown: who signs, signs this. */
  digest: string;
  state: PeriodState;
  signature: StandingSignature | null;
  /** Signatures that were replaced or withdrawn, the latest first. */
  signedBefore: SignatureEntry[];
  questions: BonusQuestion[];
  /** The line about which a question is being asked, as the address has it; empty: the whole statement. */
  asking: string | null;
  /** Of a month: six months, the earliest first; null where there was no statement. */
  history: { period: string; row: BonusRow | null; jobs: number }[];
  /** Of a quarter or half-year: the one before. */
  before: { period: string; total: string | null };
  /** The people of the period in the order of the list, for stepping. */
  people: { at: number; of: number; before: string | null; after: string | null };
}

/** The address of the page, as a report's parameters are read. */
const params = z.strictObject({ period: statementPeriod });

const grainOf = (period: string): StatementGrain =>
  period.includes('Q') ? 'quarter' : period.includes('H') ? 'half' : 'month';

/** Who has a statement of the period, in the order of its list, with what it comes to. */
async function listOf(ctx: PageContext, period: string): Promise<{ id: string; total: string | null }[]> {
  switch (grainOf(period)) {
    case 'quarter':
      return (await rowsOf(bonusQuarter, ctx, { period })).map((r) => ({
        id: r.technician_id,
        total: r.total,
      }));
    case 'half':
      return (await rowsOf(bonusHalf, ctx, { period })).map((r) => ({
        id: r.technician_id,
        total: r.reward,
      }));
    default:
      return (await rowsOf(bonus, ctx, { period })).map((r) => ({ id: r.technician_id, total: r.total }));
  }
}

async function monthsOf(ctx: PageContext, period: string, technician: string) {
  return Promise.all(
    lastPeriods(period, 6).map(async (month) => {
      const [statements, people] = await Promise.all([
        rowsOf(bonus, ctx, { period: month }),
        rowsOf(bonusTeam, ctx, { period: month }),
      ]);
      return {
        period: month,
        row: statements.find((s) => s.technician_id === technician) ?? null,
        jobs: people.find((p) => p.technician_id === technician)?.jobs ?? 0,
      };
    }),
  );
}

/** `statement` null where nobody of this number has one. @throws BadParameterError, NotInForceError, QueryError */
export async function statementModel(
  ctx: PageContext,
  technician: string,
  search: SearchParams,
): Promise<{ period: string; statement: StatementModel | null }> {
  const { ask: asking, ...rest } = search;
  const { period } = ask({ params }, rest, { period: lastComplete(ctx.defaultAsOf, 'month') });
  const grain = grainOf(period);
  const earlier = stepName(period, -1);
  const store = await openWorkStore(ctx.db.dir);
  const [[sheet], list, before, state, questions, signatures, history] = await Promise.all([
    rowsOf(oneStatement, ctx, { period, technician }),
    listOf(ctx, period),
    grain === 'month' ? [] : listOf(ctx, earlier),
    periodState(ctx, period),
    bonusQuestionsAsked(store, period, technician),
    signatureHistory(store, period, technician),
    grain === 'month' ? monthsOf(ctx, period, technician) : [],
  ]);
  if (!sheet) return { period, statement: null };
  const at = list.findIndex((r) => r.id === technician);
  return {
    period,
    statement: {
      period,
      grain,
      sheet,
      digest: digestOf(sheet),
      state,
      signature: (await signaturesUnder(ctx, period, [sheet])).get(technician) ?? null,
      signedBefore: signatures.filter((s) => s.withdrawnAt !== null),
      questions,
      asking: asking === undefined ? null : (one(search, 'ask') ?? ''),
      history,
      before: { period: earlier, total: before.find((r) => r.id === technician)?.total ?? null },
      people: {
        at: at + 1,
        of: list.length,
        before: list[at - 1]?.id ?? null,
        after: at < 0 ? null : (list[at + 1]?.id ?? null),
      },
    },
  };
}
