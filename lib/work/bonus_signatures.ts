/** Technicians' signatures under their statements: by whom, when, and on which wording of it. */
import type { Row } from '@libsql/client';
import type { WorkStore } from './store';

export interface BonusSignature {
  period: string;
  technician_id: string;
  /** Of the statement that was signed: another one by now means that it changed since. */
  digest: string;
  /** Yuan; null where the total could not be known. */
  payable: string | null;
  by: string;
  /** ISO instant. */
  at: string;
}

export interface SignatureEntry extends BonusSignature {
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  withdrawnWhy: string | null;
}

export type SignatureProblem = 'who_missing' | 'why_missing' | 'nothing_signed';

export class BonusSignatureError extends Error {
  constructor(readonly problem: SignatureProblem) {
    super(`The signature was not changed: ${problem}.`);
    this.name = 'BonusSignatureError';
  }
}

const text = (value: unknown) => (value === null ? null : String(value));
const entryOf = (row: Row): SignatureEntry => ({
  period: String(row.period),
  technician_id: String(row.technician_id),
  digest: String(row.digest),
  payable: text(row.payable),
  by: String(row.signed_by),
  at: String(row.signed_at),
  withdrawnBy: text(row.withdrawn_by),
  withdrawnAt: text(row.withdrawn_at),
  withdrawnWhy: text(row.withdrawn_why),
});

/** The signatures of a period that stand, by technician. */
export async function bonusSignatures(
  store: WorkStore,
  period: string,
): Promise<Map<string, BonusSignature>> {
  const { rows } = await store.read({
    sql: 'select * from bonus_signatures where period = ? and withdrawn_at is null',
    args: [period],
  });
  return new Map(rows.map((row) => [String(row.technician_id), entryOf(row)]));
}

/** Every signature under a statement, the latest first, those replaced or withdrawn among them. */
export async function signatureHistory(
  store: WorkStore,
  period: string,
  technician: string,
): Promise<SignatureEntry[]> {
  const { rows } = await store.read({
    sql: 'select * from bonus_signatures where period = ? and technician_id = ? order by id desc',
    args: [period, technician],
  });
  return rows.map(entryOf);
}

/**
 * Signs a statement as it is now; an earlier signature is replaced and stays in the history.
 * @throws BonusSignatureError
 */
export async function signStatement(
  store: WorkStore,
  signature: Omit<BonusSignature, 'at'>,
  now: Date = new Date(),
): Promise<void> {
  const by = signature.by.trim();
  if (by === '') throw new BonusSignatureError('who_missing');
  const { period, technician_id, digest, payable } = signature;
  const at = now.toISOString();
  await store.decide(async (tx) => {
    await tx.execute({
      sql: `update bonus_signatures set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = 'replaced'
            where period = ? and technician_id = ? and withdrawn_at is null`,
      args: [by, at, period, technician_id],
    });
    await tx.execute({
      sql: `insert into bonus_signatures (period, technician_id, digest, payable, signed_by, signed_at)
            values (?, ?, ?, ?, ?, ?)`,
      args: [period, technician_id, digest, payable, by, at],
    });
  });
}

/**
 * Withdraws the signature under a statement; the row stays.
 * @throws BonusSignatureError
 */
export async function withdrawSignature(
  store: WorkStore,
  of: { period: string; technician_id: string; by: string; why: string },
  now: Date = new Date(),
): Promise<void> {
  const by = of.by.trim();
  const why = of.why.trim();
  if (by === '') throw new BonusSignatureError('who_missing');
  if (why === '') throw new BonusSignatureError('why_missing');
  const { rowsAffected } = await store.decide((tx) =>
    tx.execute({
      sql: `update bonus_signatures set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?
            where period = ? and technician_id = ? and withdrawn_at is null`,
      args: [by, now.toISOString(), why, of.period, of.technician_id],
    }),
  );
  if (rowsAffected === 0) throw new BonusSignatureError('nothing_signed');
}
