/**
 * Closed bonus periods (B-12): what is frozen is kept as it was written, compressed, with a hash. Each closing is a
 * version; a reopened one stays to be compared with.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Row, Transaction } from '@libsql/client';
import { periodsPaidWith } from '@/lib/rules/bonus_paid';
import { BonusRunError, type Made, requireMade, type StepTaken, stepsStanding } from './bonus_runs';
import type { WorkStore } from './store';

export interface Closing {
  id: number;
  period: string;
  /** Counts the closings of the period: 1, 2, … */
  version: number;
  by: string;
  at: string;
  note: string;
  dataVersion: number;
  steps: StepTaken[];
  hash: string;
  reopenedBy: string | null;
  reopenedAt: string | null;
  reopenedWhy: string | null;
}

/** One person's statement as it is frozen: JSON texts, exactly as they are read again. */
export interface FrozenStatement {
  technician_id: string;
  figures: string;
  body: string;
}

/** What a closing settles of an earlier closed period. */
export interface Settlement extends FrozenStatement {
  period: string;
  /** Yuan, signed. */
  amount: string;
}

/** Everything of one period that is frozen. */
export interface FrozenPeriod {
  period: string;
  /** Rows of the period that belong to no one person, JSON. */
  shared: string;
  statements: readonly FrozenStatement[];
}

export interface NewClosing extends FrozenPeriod {
  dataVersion: number;
  settled: readonly Settlement[];
  /** The quarter and the half-year that are paid with the month: closed with it. */
  longer?: readonly FrozenPeriod[];
}

/** What is stored is not what was frozen: the file was changed from outside. */
export class DamagedStatementError extends Error {
  constructor(what: string) {
    super(
      `${what} differs from what was frozen: its hash does not fit. Restore the work store from a backup.`,
    );
    this.name = 'DamagedStatementError';
  }
}

const packed = (json: string): Uint8Array => deflateRawSync(Buffer.from(json, 'utf8'));
const unpacked = (blob: unknown): string => inflateRawSync(Buffer.from(blob as ArrayBuffer)).toString('utf8');
export const hashOf = (...texts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\n');
  return hash.digest('hex');
};

const text = (value: unknown) => (value === null ? null : String(value));

const columns = `c.id, c.period, c.closed_by, c.closed_at, c.note, c.data_version, c.steps, c.hash, c.reopened_by,
  c.reopened_at, c.reopened_why,
  (select count(*) from bonus_closings e where e.period = c.period and e.id <= c.id) as version`;

const closingOf = (r: Row): Closing => ({
  id: Number(r.id),
  period: String(r.period),
  version: Number(r.version),
  by: String(r.closed_by),
  at: String(r.closed_at),
  note: String(r.note),
  dataVersion: Number(r.data_version),
  steps: JSON.parse(String(r.steps)) as StepTaken[],
  hash: String(r.hash),
  reopenedBy: text(r.reopened_by),
  reopenedAt: text(r.reopened_at),
  reopenedWhy: text(r.reopened_why),
});

/** Every closing of a period, the first one first. */
export async function closingsOf(store: WorkStore, period: string): Promise<Closing[]> {
  const { rows } = await store.read({
    sql: `select ${columns} from bonus_closings c where c.period = ? order by c.id`,
    args: [period],
  });
  return rows.map(closingOf);
}

/** The closing that counts for a period; null while it is open. */
export async function standingClosing(store: WorkStore, period: string): Promise<Closing | null> {
  const { rows } = await store.read({
    sql: `select ${columns} from bonus_closings c where c.period = ? and c.reopened_at is null`,
    args: [period],
  });
  return rows[0] ? closingOf(rows[0]) : null;
}

/** All closings that count, by period. */
export async function standingClosings(store: WorkStore): Promise<Closing[]> {
  const { rows } = await store.read(
    `select ${columns} from bonus_closings c where c.reopened_at is null order by c.period`,
  );
  return rows.map(closingOf);
}

/** Periods that were ever closed, also those that are open again. */
export async function periodsEverClosed(store: WorkStore): Promise<string[]> {
  const { rows } = await store.read('select distinct period from bonus_closings order by period');
  return rows.map((r) => String(r.period));
}

/** The figures of everybody in a closing, JSON as frozen, by technician. */
export async function frozenFigures(store: WorkStore, closing: number): Promise<string[]> {
  const { rows } = await store.read({
    sql: 'select figures from bonus_frozen where closing_id = ? order by technician_id',
    args: [closing],
  });
  return rows.map((r) => String(r.figures));
}

interface Kept {
  figures: string;
  body: string;
}

function checked(row: Row, what: string): Kept {
  const kept = { figures: String(row.figures), body: unpacked(row.body) };
  if (hashOf(kept.figures, kept.body) !== String(row.hash)) throw new DamagedStatementError(what);
  return kept;
}

/**
 * One person's statement in a closing; null who has none in it.
 * @throws DamagedStatementError
 */
export async function frozenStatement(
  store: WorkStore,
  closing: number,
  technician: string,
): Promise<Kept | null> {
  const { rows } = await store.read({
    sql: 'select figures, body, hash from bonus_frozen where closing_id = ? and technician_id = ?',
    args: [closing, technician],
  });
  return rows[0] ? checked(rows[0], `The statement of ${technician} in closing ${closing}`) : null;
}

/** Every statement of a closing, by technician. @throws DamagedStatementError */
export async function frozenStatements(
  store: WorkStore,
  closing: number,
): Promise<(Kept & { technician_id: string })[]> {
  const { rows } = await store.read({
    sql: 'select technician_id, figures, body, hash from bonus_frozen where closing_id = ? order by technician_id',
    args: [closing],
  });
  return rows.map((r) => ({
    technician_id: String(r.technician_id),
    ...checked(r, `The statement of ${String(r.technician_id)} in closing ${closing}`),
  }));
}

/** The rows of a closing that belong to no one person, JSON. */
export async function frozenShared(store: WorkStore, closing: number): Promise<string> {
  const { rows } = await store.read({
    sql: 'select shared from bonus_closings where id = ?',
    args: [closing],
  });
  return unpacked(rows[0]?.shared);
}

export interface Settled {
  technician_id: string;
  closing: number;
  /** The data version at which it was settled. */
  dataVersion: number;
  amount: string;
  figures: string;
}

/** What standing closings settled of a closed period, the earliest closing first. */
export async function settledOf(store: WorkStore, period: string): Promise<Settled[]> {
  const { rows } = await store.read({
    sql: `select s.technician_id, s.closing_id, s.amount, s.figures, c.data_version
          from bonus_settled s join bonus_closings c on c.id = s.closing_id
          where s.period = ? and c.reopened_at is null order by s.closing_id, s.technician_id`,
    args: [period],
  });
  return rows.map((r) => ({
    technician_id: String(r.technician_id),
    closing: Number(r.closing_id),
    dataVersion: Number(r.data_version),
    amount: String(r.amount),
    figures: String(r.figures),
  }));
}

/** Which standing closings settled something of a closed period, by period, the earliest first. */
export async function settlersOf(store: WorkStore): Promise<Map<string, number[]>> {
  const { rows } = await store.read(
    `select distinct s.period, s.closing_id from bonus_settled s join bonus_closings c on c.id = s.closing_id
     where c.reopened_at is null order by s.period, s.closing_id`,
  );
  const of = new Map<string, number[]>();
  for (const r of rows) {
    const period = String(r.period);
    of.set(period, [...(of.get(period) ?? []), Number(r.closing_id)]);
  }
  return of;
}

/** The statement from which the next difference of a settled period is taken. @throws DamagedStatementError */
export async function settledStatement(
  store: WorkStore,
  closing: number,
  period: string,
  technician: string,
): Promise<Kept | null> {
  const { rows } = await store.read({
    sql: 'select figures, body, hash from bonus_settled where closing_id = ? and period = ? and technician_id = ?',
    args: [closing, period, technician],
  });
  return rows[0] ? checked(rows[0], `What closing ${closing} settled of ${technician} in ${period}`) : null;
}

/** The steps before the closing: nothing closes with one of them open (B-13). */
const needed = ['compiled', 'finance', 'hr'];

/**
 * Freezes a period and what is paid with it, all of it or none.
 * @returns the number of the closing
 * @throws BonusRunError with a step open, or where the period is closed
 */
export async function closePeriod(store: WorkStore, closing: NewClosing, made: Made): Promise<number> {
  const who = requireMade(made, false);
  return store.decide(async (tx) => {
    const steps = await stepsStanding(tx, 'month', closing.period);
    const taken = new Set(steps.map((s) => s.step));
    if (taken.has('closed')) throw new BonusRunError('is_closed', closing.period);
    const open = needed.filter((step) => !taken.has(step));
    if (open.length > 0) throw new BonusRunError('steps_open', open.join(' '));
    const of = { ...who, dataVersion: closing.dataVersion, steps: JSON.stringify(steps) };
    const id = await freeze(tx, closing, of);
    for (const longer of closing.longer ?? []) await freeze(tx, longer, of);
    await settle(tx, id, closing.settled);
    return id;
  });
}

type By = ReturnType<typeof requireMade> & { dataVersion: number; steps: string };

async function freeze(tx: Transaction, of: FrozenPeriod, by: By): Promise<number> {
  const hashes = of.statements.map((s) => hashOf(s.figures, s.body));
  const { lastInsertRowid } = await tx.execute({
    sql: `insert into bonus_closings (period, closed_by, closed_at, note, data_version, steps, hash, shared)
          values (?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [
      of.period,
      by.by,
      by.at,
      by.why,
      by.dataVersion,
      by.steps,
      hashOf(...hashes, of.shared),
      packed(of.shared),
    ],
  });
  const id = Number(lastInsertRowid);
  await tx.batch(
    of.statements.map((s, i) => ({
      sql: 'insert into bonus_frozen (closing_id, technician_id, figures, body, hash) values (?, ?, ?, ?, ?)',
      args: [id, s.technician_id, s.figures, packed(s.body), hashes[i] ?? ''],
    })),
  );
  return id;
}

const settle = (tx: Transaction, id: number, settled: readonly Settlement[]) =>
  tx.batch(
    settled.map((s) => ({
      sql: `insert into bonus_settled (closing_id, period, technician_id, amount, figures, body, hash)
            values (?, ?, ?, ?, ?, ?, ?)`,
      args: [id, s.period, s.technician_id, s.amount, s.figures, packed(s.body), hashOf(s.figures, s.body)],
    })),
  );

/**
 * Opens a closed period again, with a reason, and with it the quarter and the half-year that were closed with it. What
 * was frozen stays as a version, and its steps have to be taken anew: they were taken on figures that may change now.
 * @throws BonusRunError
 */
export async function reopenPeriod(store: WorkStore, period: string, made: Made): Promise<void> {
  const { by, why, at } = requireMade(made);
  await store.decide(async (tx) => {
    const { rowsAffected } = await tx.execute({
      sql: `update bonus_closings set reopened_by = ?, reopened_at = ?, reopened_why = ?
            where period = ? and reopened_at is null`,
      args: [by, at, why, period],
    });
    if (rowsAffected === 0) throw new BonusRunError('not_closed', period);
    for (const longer of periodsPaidWith(period).slice(1))
      await tx.execute({
        sql: `update bonus_closings set reopened_by = ?, reopened_at = ?, reopened_why = ?
              where period = ? and reopened_at is null`,
        args: [by, at, why, longer],
      });
    await tx.execute({
      sql: `update bonus_steps set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?
            where process = 'month' and period = ? and withdrawn_at is null`,
      args: [by, at, why, period],
    });
  });
}
