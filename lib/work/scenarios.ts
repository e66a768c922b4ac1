/** Kept what-ifs: a day and the moves of customers between tiers, under a name. */
import type { Row } from '@libsql/client';
import type { WorkStore } from './store';

export interface Scenario {
  id: number;
  name: string;
  /** The day that it starts from. */
  asOf: string;
  /** `C0012:vip`, in the order in which they were made. */
  moves: string[];
  keptBy: string;
  /** ISO instant. */
  keptAt: string;
  why: string;
}

const fromRow = (r: Row): Scenario => ({
  id: Number(r.id),
  name: String(r.name),
  asOf: String(r.as_of),
  moves: JSON.parse(String(r.moves)) as string[],
  keptBy: String(r.kept_by),
  keptAt: String(r.kept_at),
  why: String(r.why),
});

/** Those that nobody removed, the latest first. */
export async function scenarios(store: WorkStore): Promise<Scenario[]> {
  const { rows } = await store.read('select * from scenarios where removed_at is null order by id desc');
  return rows.map(fromRow);
}

/** One by its number, removed or not; null where there is none. */
export async function scenario(store: WorkStore, id: number): Promise<Scenario | null> {
  const { rows } = await store.read({ sql: 'select * from scenarios where id = ?', args: [id] });
  return rows[0] ? fromRow(rows[0]) : null;
}

/** Keeps a what-if; a kept one never changes. @returns its number */
export async function keepScenario(
  store: WorkStore,
  given: { name: string; asOf: string; moves: readonly string[]; by: string; why: string },
  now: Date = new Date(),
): Promise<number> {
  const { lastInsertRowid } = await store.write((tx) =>
    tx.execute({
      sql: 'insert into scenarios (name, as_of, moves, kept_by, kept_at, why) values (?, ?, ?, ?, ?, ?)',
      args: [given.name, given.asOf, JSON.stringify(given.moves), given.by, now.toISOString(), given.why],
    }),
  );
  return Number(lastInsertRowid);
}

/** Takes one off the list. @returns false where it is not there */
export async function removeScenario(
  store: WorkStore,
  id: number,
  by: string,
  now: Date = new Date(),
): Promise<boolean> {
  const { rowsAffected } = await store.write((tx) =>
    tx.execute({
      sql: 'update scenarios set removed_by = ?, removed_at = ? where id = ? and removed_at is null',
      args: [by, now.toISOString(), id],
    }),
  );
  return rowsAffected > 0;
}

/** Puts a removed one back on the list. @returns false where it was not removed */
export async function restoreScenario(store: WorkStore, id: number): Promise<boolean> {
  const { rowsAffected } = await store.write((tx) =>
    tx.execute({
      sql: 'update scenarios set removed_by = null, removed_at = null where id = ? and removed_at is not null',
      args: [id],
    }),
  );
  return rowsAffected > 0;
}
