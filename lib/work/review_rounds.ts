/** A department's review of a half-year: signed off, opened again, filed. */
import type { Row } from '@libsql/client';
import { DecisionError, requireName, requireWhy } from './decision_error';
import type { WorkStore } from './store';

/** A quota that is over after a review. */
export interface Excess {
  tier: string;
  base: number;
  held: number;
  places: number;
}

export interface Signoff {
  id: number;
  period: string;
  department: string | null;
  decided: number;
  excess: Excess[];
  reason: string | null;
  signed_by: string;
  signed_on: string;
  signed_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
}

export interface Filing {
  id: number;
  kind: 'review' | 'blacklist';
  period: string | null;
  department: string | null;
  rows: number;
  filed_by: string;
  filed_on: string;
  filed_at: string;
}

const text = (value: unknown) => (value === null ? null : String(value));
const department = (value: unknown) => (value === '' ? null : text(value));

const signoffOf = (r: Row): Signoff => ({
  id: Number(r.id),
  period: String(r.period),
  department: department(r.department),
  decided: Number(r.decided),
  excess: JSON.parse(String(r.excess)) as Excess[],
  reason: text(r.reason),
  signed_by: String(r.signed_by),
  signed_on: String(r.signed_on),
  signed_at: String(r.signed_at),
  withdrawn_by: text(r.withdrawn_by),
  withdrawn_at: text(r.withdrawn_at),
  withdrawn_why: text(r.withdrawn_why),
});

/** The sign-offs of a half-year that stand. */
export async function standingSignoffs(store: WorkStore, period: string): Promise<Signoff[]> {
  const { rows } = await store.read({
    sql: 'select * from review_signoffs where period = ? and withdrawn_at is null order by department',
    args: [period],
  });
  return rows.map(signoffOf);
}

/** Every sign-off of a half-year, withdrawn ones too, the latest first. */
export async function allSignoffs(store: WorkStore, period: string): Promise<Signoff[]> {
  const { rows } = await store.read({
    sql: 'select * from review_signoffs where period = ? order by id desc',
    args: [period],
  });
  return rows.map(signoffOf);
}

export interface NewSignoff {
  period: string;
  department: string | null;
  /** Customers decided; `undecided` has to be 0. */
  decided: number;
  undecided: number;
  /** The quotas that are over with these decisions: then a reason is asked for. */
  excess: readonly Excess[];
  reason: string | null;
  by: string;
  today: string;
  now?: Date;
}

/**
 * Signs a department's review off: everybody is decided, and no quota is over without a recorded reason.
 * @throws DecisionError
 */
export async function signOff(store: WorkStore, s: NewSignoff): Promise<void> {
  const by = requireName(s.by);
  if (s.undecided > 0) {
    throw new DecisionError(
      `还有 ${s.undecided} 户未决定，不能签发。`,
      `${s.undecided} customers are undecided; it cannot be signed off yet.`,
    );
  }
  const reason = s.reason?.trim() || null;
  if (s.excess.length > 0 && reason === null) {
    throw new DecisionError(
      '决定以后仍有名额超额。请写明理由，或改动决定。',
      'A quota is over after these decisions. Give the reason, or change decisions.',
    );
  }
  await store.decide(async (tx) => {
    const { rows } = await tx.execute({
      sql: 'select 1 from review_signoffs where period = ? and department = ? and withdrawn_at is null',
      args: [s.period, s.department ?? ''],
    });
    if (rows.length > 0)
      throw new DecisionError('这个部门已经签发。', 'This department is signed off already.');
    await tx.execute({
      sql: `insert into review_signoffs (period, department, decided, excess, reason, signed_by, signed_on, signed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        s.period,
        s.department ?? '',
        s.decided,
        JSON.stringify(s.excess),
        reason,
        by,
        s.today,
        (s.now ?? new Date()).toISOString(),
      ],
    });
  });
}

/**
 * Opens a signed review again; what was filed of it is no longer the last word.
 * @returns false where nothing was signed
 * @throws DecisionError
 */
export async function openAgain(
  store: WorkStore,
  round: { period: string; department: string | null },
  made: { by: string; why: string; now?: Date },
): Promise<boolean> {
  const args = [
    requireName(made.by),
    (made.now ?? new Date()).toISOString(),
    requireWhy(made.why),
    round.period,
    round.department ?? '',
  ];
  const set = 'set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?';
  return store.decide(async (tx) => {
    const { rowsAffected } = await tx.execute({
      sql: `update review_signoffs ${set} where period = ? and department = ? and withdrawn_at is null`,
      args,
    });
    await tx.execute({
      sql: `update filings ${set} where period = ? and department = ? and kind = 'review' and withdrawn_at is null`,
      args,
    });
    return rowsAffected > 0;
  });
}

/**
 * Records that sheets were handed to the marketing division. A review is signed off first.
 * @throws DecisionError
 */
export async function file(
  store: WorkStore,
  f: { kind: 'review' | 'blacklist'; period: string | null; department: string | null; rows: number },
  made: { by: string; today: string; now?: Date },
): Promise<void> {
  const by = requireName(made.by);
  const signed =
    f.kind === 'review' && f.period !== null
      ? (await standingSignoffs(store, f.period)).find((s) => s.department === f.department)
      : undefined;
  if (f.kind === 'review' && !signed)
    throw new DecisionError('先签发，再备案。', 'It has to be signed off before it is filed.');
  await store.decide((tx) =>
    tx.execute({
      sql: `insert into filings (kind, period, department, signoff_id, row_count, filed_by, filed_on, filed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        f.kind,
        f.period,
        f.department ?? '',
        signed?.id ?? null,
        f.rows,
        by,
        made.today,
        (made.now ?? new Date()).toISOString(),
      ],
    }),
  );
}

/** The filings that stand, the latest first. @param period of reviews; null: those of the blacklists */
export async function filings(store: WorkStore, period: string | null): Promise<Filing[]> {
  const { rows } = await store.read({
    sql: `select * from filings where withdrawn_at is null and period is ? order by id desc`,
    args: [period],
  });
  return rows.map((r) => ({
    id: Number(r.id),
    kind: String(r.kind) as Filing['kind'],
    period: text(r.period),
    department: department(r.department),
    rows: Number(r.row_count),
    filed_by: String(r.filed_by),
    filed_on: String(r.filed_on),
    filed_at: String(r.filed_at),
  }));
}
