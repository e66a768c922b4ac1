/** Who took which step of closing a bonus period, and what was waved through or decided on the way (B-10, B-13). */
import type { Row, Transaction } from '@libsql/client';
import { isStep, mayTake, mayTakeBack, type Process, type RestDecision } from '@/lib/rules/bonus_run';
import type { WorkStore } from './store';

/** Why a step, a closing or a decision cannot stand; nothing is kept then. */
export type RunProblem =
  | 'who_missing'
  | 'why_missing'
  | 'no_step'
  | 'not_its_turn'
  | 'not_the_last'
  | 'is_closed'
  | 'not_closed'
  | 'earlier_open'
  | 'steps_open'
  | 'findings_open'
  | 'data_changed'
  | 'nothing_there'
  | 'not_waivable'
  | 'not_over';

export class BonusRunError extends Error {
  constructor(
    readonly problem: RunProblem,
    readonly detail: string = '',
  ) {
    super(`The bonus run was not changed: ${problem}${detail ? ` (${detail})` : ''}.`);
    this.name = 'BonusRunError';
  }
}

export interface Made {
  by: string;
  why: string;
  now?: Date;
}

export interface StepTaken {
  step: string;
  by: string;
  /** ISO instant. */
  at: string;
  note: string;
  figuresHash: string;
}

/** A step in the history: taken, and perhaps taken back. */
export interface StepEntry extends StepTaken {
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  withdrawnWhy: string | null;
}

const text = (value: unknown) => (value === null || value === undefined ? null : String(value));

export function requireMade(made: Made, whyNeeded = true): { by: string; why: string; at: string } {
  const by = made.by.trim();
  const why = made.why.trim();
  if (by === '') throw new BonusRunError('who_missing');
  if (whyNeeded && why === '') throw new BonusRunError('why_missing');
  return { by, why, at: (made.now ?? new Date()).toISOString() };
}

const stepOf = (row: Row): StepEntry => ({
  step: String(row.step),
  by: String(row.taken_by),
  at: String(row.taken_at),
  note: String(row.note),
  figuresHash: String(row.figures_hash),
  withdrawnBy: text(row.withdrawn_by),
  withdrawnAt: text(row.withdrawn_at),
  withdrawnWhy: text(row.withdrawn_why),
});

/** Every step of a period that was ever taken, the earliest first; those that stand have no `withdrawnAt`. */
export async function stepHistory(store: WorkStore, process: Process, period: string): Promise<StepEntry[]> {
  const { rows } = await store.read({
    sql: 'select * from bonus_steps where process = ? and period = ? order by id',
    args: [process, period],
  });
  return rows.map(stepOf);
}

/** The steps of a period that stand, the closing among them. */
export async function stepsStanding(
  tx: Pick<Transaction, 'execute'>,
  process: Process,
  period: string,
): Promise<StepTaken[]> {
  const { rows } = await tx.execute({
    sql: 'select * from bonus_steps where process = ? and period = ? and withdrawn_at is null order by id',
    args: [process, period],
  });
  const closing =
    process === 'month'
      ? (
          await tx.execute({
            sql: 'select * from bonus_closings where period = ? and reopened_at is null',
            args: [period],
          })
        ).rows[0]
      : undefined;
  const taken = rows.map(stepOf).map(({ withdrawnBy, withdrawnAt, withdrawnWhy, ...step }) => step);
  if (!closing) return taken;
  const closed = {
    step: 'closed',
    by: String(closing.closed_by),
    at: String(closing.closed_at),
    note: String(closing.note),
    figuresHash: String(closing.hash),
  };
  const paid = taken.filter((s) => s.step === 'paid');
  return [...taken.filter((s) => s.step !== 'paid'), closed, ...paid];
}

/** The steps that stand, read outside a write. */
export const stepsTaken = (store: WorkStore, process: Process, period: string): Promise<StepTaken[]> =>
  stepsStanding({ execute: (s) => store.read(s as Parameters<WorkStore['read']>[0]) }, process, period);

const names = (steps: readonly StepTaken[]): Set<string> => new Set(steps.map((s) => s.step));

/**
 * Takes a step of a period. The closing has a way of its own, `closePeriod`.
 * @param figuresHash of the figures that the person saw
 * @throws BonusRunError
 */
export async function takeStep(
  store: WorkStore,
  process: Process,
  period: string,
  step: string,
  figuresHash: string,
  made: Made,
): Promise<void> {
  const { by, why, at } = requireMade(made, false);
  if (!isStep(process, step) || step === 'closed') throw new BonusRunError('no_step', step);
  await store.decide(async (tx) => {
    const taken = names(await stepsStanding(tx, process, period));
    if (!mayTake(process, step, taken)) throw new BonusRunError('not_its_turn', step);
    await tx.execute({
      sql: `insert into bonus_steps (period, process, step, figures_hash, note, taken_by, taken_at)
            values (?, ?, ?, ?, ?, ?, ?)`,
      args: [period, process, step, figuresHash, why, by, at],
    });
  });
}

/**
 * Takes back the last step of a period, with a reason; the row stays.
 * @throws BonusRunError
 */
export async function takeStepBack(
  store: WorkStore,
  process: Process,
  period: string,
  step: string,
  made: Made,
): Promise<void> {
  const { by, why, at } = requireMade(made);
  await store.decide(async (tx) => {
    const taken = names(await stepsStanding(tx, process, period));
    if (!mayTakeBack(process, step, taken))
      throw new BonusRunError(taken.has('closed') ? 'is_closed' : 'not_the_last', step);
    await tx.execute({
      sql: `update bonus_steps set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?
            where process = ? and period = ? and step = ? and withdrawn_at is null`,
      args: [by, at, why, process, period, step],
    });
  });
}

/** What a finding is about: its rows are told apart by these. */
export interface FindingKey {
  finding: string;
  technician_id: string;
  source_kind: string;
  source_id: string;
}

export const findingKey = (f: FindingKey): string =>
  JSON.stringify([f.finding, f.technician_id, f.source_kind, f.source_id]);

export interface Waived extends FindingKey {
  by: string;
  at: string;
  why: string;
}

/** The findings of a month that are waved through. */
export async function waivedFindings(store: WorkStore, period: string): Promise<Waived[]> {
  const { rows } = await store.read({
    sql: 'select * from bonus_waived where period = ? and withdrawn_at is null order by id',
    args: [period],
  });
  return rows.map((r) => ({
    finding: String(r.finding),
    technician_id: String(r.technician_id),
    source_kind: String(r.source_kind),
    source_id: String(r.source_id),
    by: String(r.waived_by),
    at: String(r.waived_at),
    why: String(r.why),
  }));
}

async function requireOpen(tx: Transaction, period: string): Promise<void> {
  const { rows } = await tx.execute({
    sql: 'select 1 from bonus_closings where period = ? and reopened_at is null',
    args: [period],
  });
  if (rows.length > 0) throw new BonusRunError('is_closed', period);
}

/**
 * Waves findings through with one reason, or with `again` lets them count again.
 * @throws BonusRunError
 */
export async function waive(
  store: WorkStore,
  period: string,
  keys: readonly FindingKey[],
  made: Made,
  again = false,
): Promise<void> {
  const { by, why, at } = requireMade(made);
  if (keys.length === 0) throw new BonusRunError('nothing_there');
  const where =
    'period = ? and finding = ? and technician_id = ? and source_kind = ? and source_id = ? and withdrawn_at is null';
  await store.decide(async (tx) => {
    await requireOpen(tx, period);
    for (const k of keys) {
      const key = [period, k.finding, k.technician_id, k.source_kind, k.source_id];
      await tx.execute(
        again
          ? {
              sql: `update bonus_waived set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ? where ${where}`,
              args: [by, at, why, ...key],
            }
          : {
              sql: `insert into bonus_waived (period, finding, technician_id, source_kind, source_id, waived_by, waived_at, why)
                    select ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from bonus_waived where ${where})`,
              args: [...key, by, at, why, ...key],
            },
      );
    }
  });
}

export interface Rest extends RestDecision {
  technician_id: string;
  by: string;
  at: string;
  why: string;
}

/** What was decided on the negative rests of a month. */
export async function restsOf(store: WorkStore, period: string): Promise<Rest[]> {
  const { rows } = await store.read({
    sql: 'select * from bonus_rests where period = ? and withdrawn_at is null order by technician_id',
    args: [period],
  });
  return rows.map((r) => ({
    technician_id: String(r.technician_id),
    decision: r.decision === 'carry' ? 'carry' : 'waive',
    amount: String(r.amount),
    by: String(r.decided_by),
    at: String(r.decided_at),
    why: String(r.why),
  }));
}

/**
 * Decides on a person's negative rest, in place of an earlier decision; null takes the decision back.
 * @throws BonusRunError
 */
export async function decideRest(
  store: WorkStore,
  period: string,
  technician: string,
  rest: RestDecision | null,
  made: Made,
): Promise<void> {
  const { by, why, at } = requireMade(made);
  await store.decide(async (tx) => {
    await requireOpen(tx, period);
    const { rowsAffected } = await tx.execute({
      sql: `update bonus_rests set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?
            where period = ? and technician_id = ? and withdrawn_at is null`,
      args: [by, at, why, period, technician],
    });
    if (rest === null) {
      if (rowsAffected === 0) throw new BonusRunError('nothing_there');
      return;
    }
    await tx.execute({
      sql: `insert into bonus_rests (period, technician_id, decision, amount, decided_by, decided_at, why)
            values (?, ?, ?, ?, ?, ?, ?)`,
      args: [period, technician, rest.decision, rest.amount, by, at, why],
    });
  });
}
