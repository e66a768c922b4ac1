/** Brings a work store to the present shape: numbered SQL files, each applied once, in their order. */
import fs from 'node:fs';
import path from 'node:path';
import type { Transaction } from '@libsql/client';
import { projectRoot } from '@/lib/warehouse/paths';

/** The store was written by a newer version of the product: going on could lose what that version knows. */
export class NewerStoreError extends Error {
  constructor(
    readonly found: number,
    readonly known: number,
  ) {
    super(`The work store is of version ${found}; this version of the product knows up to ${known}.`);
    this.name = 'NewerStoreError';
  }
}

interface Migration {
  number: number;
  sql: string;
}

function migrations(): Migration[] {
  const folder = path.join(projectRoot(), 'lib', 'work', 'migrations');
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      number: Number(file.slice(0, 4)),
      sql: fs.readFileSync(path.join(folder, file), 'utf8'),
    }));
}

/**
 * Applies what is missing, inside the caller's transaction.
 * @throws NewerStoreError
 */
export async function migrate(tx: Transaction): Promise<void> {
  const all = migrations();
  const known = all.at(-1)?.number ?? 0;
  const found = Number((await tx.execute('pragma user_version')).rows[0]?.[0] ?? 0);
  if (found > known) throw new NewerStoreError(found, known);
  for (const { number, sql } of all) if (number > found) await tx.executeMultiple(sql);
  // A pragma takes no parameters; the number comes from our own file names.
  if (known > found) await tx.execute(`pragma user_version = ${known}`);
}
