/** Saved readings of a company's files. What a mapping says is the import's; here it is opaque JSON. */
import type { WorkStore } from './store';

export interface NamedMapping {
  name: string;
  /** Folded headers by which the mapping is remembered: all of them are in the file. */
  matches: readonly string[];
}

export interface SavedMapping {
  id: number;
  name: string;
  matches: string[];
  /** As it was saved; the import checks its shape when it reads it. */
  mapping: unknown;
  savedBy: string;
  savedAt: string;
}

/** The mappings in use, by name. */
export async function savedMappings(store: WorkStore): Promise<SavedMapping[]> {
  const { rows } = await store.read('select * from mappings where removed_at is null order by name');
  return rows.map((r) => ({
    id: Number(r.id),
    name: String(r.name),
    matches: JSON.parse(String(r.matches)) as string[],
    mapping: JSON.parse(String(r.mapping)) as unknown,
    savedBy: String(r.saved_by),
    savedAt: String(r.saved_at),
  }));
}

/** Saves a mapping under its name, in place of the one that bore it. */
export async function saveMapping<M extends NamedMapping>(
  store: WorkStore,
  mapping: M,
  by: string,
  now: Date = new Date(),
): Promise<void> {
  const at = now.toISOString();
  await store.write(async (tx) => {
    await tx.execute({
      sql: 'update mappings set removed_by = ?, removed_at = ? where name = ? and removed_at is null',
      args: [by, at, mapping.name],
    });
    await tx.execute({
      sql: 'insert into mappings (name, matches, mapping, saved_by, saved_at) values (?, ?, ?, ?, ?)',
      args: [mapping.name, JSON.stringify(mapping.matches), JSON.stringify(mapping), by, at],
    });
  });
}

/** Takes a mapping out of use. @returns false where none in use bears the name */
export async function deleteMapping(
  store: WorkStore,
  name: string,
  by: string,
  now: Date = new Date(),
): Promise<boolean> {
  const { rowsAffected } = await store.write((tx) =>
    tx.execute({
      sql: 'update mappings set removed_by = ?, removed_at = ? where name = ? and removed_at is null',
      args: [by, now.toISOString(), name],
    }),
  );
  return rowsAffected > 0;
}
