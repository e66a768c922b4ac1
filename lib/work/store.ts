/**
 * The work store: what people decided, kept apart from what was loaded. A SQLite file beside the warehouse;
 * rebuilding the warehouse never touches it. One client a process and file, on `globalThis`, where a bundler's
 * second copy of this module finds it too; the command line may open the file while the server runs.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Client,
  createClient,
  type InStatement,
  type ResultSet,
  type Transaction,
} from '@libsql/client';
import { dataDir, workFile } from '@/lib/warehouse/paths';
import { migrate } from './migrate';

export { policyBook } from './policy';

/** How long a write waits for another process, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

export class WorkStore {
  private writes: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly dir: string,
    private readonly client: Client,
  ) {}

  /** Opens the store of a data folder, creating folder and tables where they are missing. */
  static async open(dir: string): Promise<WorkStore> {
    fs.mkdirSync(dir, { recursive: true });
    const url = pathToFileURL(workFile(dir)).href;
    const store = new WorkStore(dir, createClient({ url, timeout: BUSY_TIMEOUT }));
    await store.client.execute('pragma journal_mode = wal');
    await store.write((tx) => migrate(tx));
    return store;
  }

  /** Runs one reading statement. */
  read(statement: InStatement): Promise<ResultSet> {
    return this.client.execute(statement);
  }

  /** Runs a write alone, in one transaction: all of it or none. */
  async write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const run = this.writes.then(async () => {
      const tx = await this.client.transaction('write');
      try {
        const result = await work(tx);
        await tx.commit();
        return result;
      } finally {
        tx.close();
      }
    });
    this.writes = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }

  /**
   * Runs a write after which reports may answer differently: what was decided, closed or listed.
   * Remembered results are asked anew from then on. Everything else (mappings, views, audit) uses `write`.
   * @param settle brings copies up to date before anybody asks anew
   */
  async decide<T>(work: (tx: Transaction) => Promise<T>, settle?: (result: T) => Promise<void>): Promise<T> {
    const result = await this.write(work);
    await settle?.(result);
    const all = versions();
    const key = path.resolve(this.dir);
    all.set(key, (all.get(key) ?? 0) + 1);
    return result;
  }

  async close(): Promise<void> {
    holders().delete(path.resolve(this.dir));
    await this.writes;
    await this.client.close();
  }
}

const VERSIONS = Symbol.for('tierline.decisions');

function versions(): Map<string, number> {
  const g = globalThis as unknown as Record<symbol, Map<string, number> | undefined>;
  g[VERSIONS] ??= new Map();
  return g[VERSIONS];
}

/** Counts the decisions of a data folder in this process: part of the key of every remembered result. */
export function decisionsVersion(dir: string): number {
  return versions().get(path.resolve(dir)) ?? 0;
}

const KEY = Symbol.for('tierline.workstores');

function holders(): Map<string, Promise<WorkStore>> {
  const g = globalThis as unknown as Record<symbol, Map<string, Promise<WorkStore>> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
}

/** The work store of a data folder; the same one for everybody in this process. */
export function openWorkStore(dir: string = dataDir()): Promise<WorkStore> {
  const key = path.resolve(dir);
  const held = holders().get(key);
  if (held) return held;
  const opening = WorkStore.open(dir);
  holders().set(key, opening);
  opening.catch(() => holders().delete(key));
  return opening;
}
