/** Decisions on who owns a customer (O-02 to O-04): made, withdrawn, never lost; never written into loaded data. */
import type { Row } from '@libsql/client';
import { DecisionError, requireName, requireWhy } from './decision_error';
import type { WorkStore } from './store';

/** Findings that a manager decides; the others only say what was late. */
export const decidedFindings = ['unowned', 'conflict', 'late_first_contact'] as const;
export type DecidedFinding = (typeof decidedFindings)[number];

export interface NewOwnerDecision {
  customer_id: string;
  finding: DecidedFinding;
  /** The record entered first, where two conflict. */
  other_customer_id: string | null;
  owner: string;
  previous_owner: string | null;
  proposed_owner: string | null;
}

export interface OwnerDecision extends NewOwnerDecision {
  id: number;
  /** `keep` where the owner stays who it was. */
  decision: 'assign' | 'keep';
  decided_by: string;
  /** `YYYY-MM-DD` */
  decided_on: string;
  decided_at: string;
  why: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
}

const text = (value: unknown) => (value === null ? null : String(value));

const decisionOf = (r: Row): OwnerDecision => ({
  id: Number(r.id),
  customer_id: String(r.customer_id),
  finding: String(r.finding) as DecidedFinding,
  other_customer_id: text(r.other_customer_id),
  decision: String(r.decision) as OwnerDecision['decision'],
  owner: String(r.owner),
  previous_owner: text(r.previous_owner),
  proposed_owner: text(r.proposed_owner),
  decided_by: String(r.decided_by),
  decided_on: String(r.decided_on),
  decided_at: String(r.decided_at),
  why: String(r.why),
  withdrawn_by: text(r.withdrawn_by),
  withdrawn_at: text(r.withdrawn_at),
  withdrawn_why: text(r.withdrawn_why),
});

/**
 * Keeps decisions, all or none.
 * @param made.today the day on which it is decided, `YYYY-MM-DD`
 * @returns their numbers, in their order
 * @throws DecisionError where the name, the reason or an owner is missing; nothing is kept then
 */
export async function decideOwners(
  store: WorkStore,
  decisions: readonly NewOwnerDecision[],
  made: { by: string; why: string; today: string; now?: Date },
): Promise<number[]> {
  const by = requireName(made.by);
  const why = requireWhy(made.why);
  if (decisions.some((d) => d.owner.trim() === '')) {
    throw new DecisionError('请选一位业务员。', 'Choose a salesperson.');
  }
  const at = (made.now ?? new Date()).toISOString();
  return store.decide(async (tx) => {
    const ids: number[] = [];
    for (const d of decisions) {
      const owner = d.owner.trim();
      const { lastInsertRowid } = await tx.execute({
        sql: `insert into owner_decisions (customer_id, finding, other_customer_id, decision, owner, previous_owner,
                proposed_owner, decided_by, decided_on, decided_at, why)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        args: [
          d.customer_id,
          d.finding,
          d.other_customer_id,
          owner === d.previous_owner ? 'keep' : 'assign',
          owner,
          d.previous_owner,
          d.proposed_owner,
          by,
          made.today,
          at,
          why,
        ],
      });
      ids.push(Number(lastInsertRowid));
    }
    return ids;
  });
}

/** Takes decisions back; they stay in the history. @returns how many stood */
export async function withdrawOwnerDecisions(
  store: WorkStore,
  ids: readonly number[],
  made: { by: string; why: string; now?: Date },
): Promise<number> {
  const by = requireName(made.by);
  const why = requireWhy(made.why);
  const at = (made.now ?? new Date()).toISOString();
  return store.decide(async (tx) => {
    let n = 0;
    for (const id of ids) {
      const { rowsAffected } = await tx.execute({
        sql: `update owner_decisions set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?
              where id = ? and withdrawn_at is null`,
        args: [by, at, why, id],
      });
      n += rowsAffected;
    }
    return n;
  });
}

/** Everything that was decided, withdrawn ones too, the latest first. */
export async function ownerDecisions(store: WorkStore): Promise<OwnerDecision[]> {
  const { rows } = await store.read('select * from owner_decisions order by id desc');
  return rows.map(decisionOf);
}

/** What identifies a finding that is decided. */
export const findingKey = (f: {
  finding: string;
  customer_id: string;
  other_customer_id: string | null;
}): string => JSON.stringify([f.finding, f.customer_id, f.other_customer_id]);

/** The decision that holds of each finding: the latest that was not withdrawn. @param all the latest first */
export function standingByFinding(all: readonly OwnerDecision[]): Map<string, OwnerDecision> {
  const standing = new Map<string, OwnerDecision>();
  for (const d of all) {
    const key = findingKey(d);
    if (d.withdrawn_at === null && !standing.has(key)) standing.set(key, d);
  }
  return standing;
}

/** The owner that each customer is to have: the latest standing decision on it. @param all the latest first */
export function decidedOwners(all: readonly OwnerDecision[]): Map<string, OwnerDecision> {
  const owners = new Map<string, OwnerDecision>();
  for (const d of all)
    if (d.withdrawn_at === null && !owners.has(d.customer_id)) owners.set(d.customer_id, d);
  return owners;
}
