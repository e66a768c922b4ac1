/**
 * The one door to DuckDB. One instance a process and file: two instances on one file in one process are both
 * accepted by the engine and lose committed data, so the instance lives on `globalThis`, where a bundler's
 * second copy of this module finds it too.
 */
import fs from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { WarehouseBusyError } from './errors';
import { refreshModel } from './model';
import { dataDir, warehouseFile } from './paths';
import { schemaStatements } from './schema';

/** Connections for reading: more only make everybody wait for the end on two cores. */
const READERS = 3;

/** Between an answer and the work that nobody waits for. */
const FILED_AFTER_MS = 200;

export class Warehouse {
  private readonly idle: DuckDBConnection[] = [];
  private readonly waiting: ((c: DuckDBConnection) => void)[] = [];
  private writes: Promise<unknown> = Promise.resolve();
  private ends: Promise<unknown> = Promise.resolve();
  private version = 0;
  private closed = false;
  private filing: NodeJS.Timeout | undefined;

  private constructor(
    readonly dir: string,
    private readonly instance: DuckDBInstance,
  ) {}

  /** Opens the warehouse of a data folder, creating folder and schema where they are missing. */
  static async open(dir: string): Promise<Warehouse> {
    fs.mkdirSync(dir, { recursive: true });
    const file = warehouseFile(dir);
    const instance = await openInstance(file);
    const w = new Warehouse(dir, instance);
    await w.setTimeZone();
    for (let i = 0; i < READERS; i++) w.idle.push(await instance.connect());
    await w.write(async (c) => {
      for (const sql of schemaStatements()) await c.run(sql);
      await refreshModel(c);
    });
    await w.refreshVersion();
    return w;
  }

  /** Runs a read on a pooled connection. */
  async read<T>(work: (c: DuckDBConnection) => Promise<T>): Promise<T> {
    const c =
      this.idle.pop() ?? (await new Promise<DuckDBConnection>((resolve) => this.waiting.push(resolve)));
    try {
      return await work(c);
    } finally {
      const next = this.waiting.shift();
      if (next) next(c);
      else this.idle.push(c);
    }
  }

  /**
   * Runs a write alone, in one transaction: all of it or none. What is committed lasts: it stands in the engine's log.
   * The log is written into the file a moment later, when nobody waits for it.
   */
  async write<T>(work: (c: DuckDBConnection) => Promise<T>): Promise<T> {
    const result = await this.alone(work, async (c) => {
      await c.run('commit');
    });
    clearTimeout(this.filing);
    this.filing = setTimeout(() => this.file(), FILED_AFTER_MS).unref();
    await this.refreshVersion();
    return result;
  }

  /** Waits until no write is under way and the file holds all of them. */
  async settled(): Promise<void> {
    if (this.filing !== undefined) this.file();
    await this.writes;
  }

  /** Has the log written into the file before the next write. */
  private file(): void {
    clearTimeout(this.filing);
    this.filing = undefined;
    this.writes = this.writes.then(() => this.inTurn(() => this.bringUpToDate()));
  }

  private async bringUpToDate(): Promise<void> {
    if (this.closed) return;
    const c = await this.instance.connect();
    try {
      await c.run('checkpoint');
    } catch (error) {
      // Nothing is lost: the log is read when the file is opened, and written with the next write.
      console.error('The log of the last change was not written into the warehouse.', error);
    } finally {
      c.closeSync();
    }
  }

  /** Runs a write as `write` does and takes it back: what it would have done, without doing it. */
  async rehearse<T>(work: (c: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.alone(work, async (c) => {
      await c.run('rollback');
    });
  }

  /**
   * Runs a short write beside whatever is being imported: into tables that no import touches. It never meets the
   * moment in which an import brings the file up to date, which the engine refuses while anybody writes.
   */
  async beside<T>(work: (c: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      const c = await this.instance.connect();
      try {
        await c.run('begin');
        const result = await rolledBackOnError(c, () => work(c));
        await c.run('commit');
        return result;
      } finally {
        c.closeSync();
      }
    });
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.ends.then(work);
    this.ends = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }

  private async alone<T>(
    work: (c: DuckDBConnection) => Promise<T>,
    end: (c: DuckDBConnection) => Promise<void>,
  ): Promise<T> {
    const run = this.writes.then(async () => {
      const c = await this.instance.connect();
      try {
        await c.run('begin');
        const result = await rolledBackOnError(c, () => work(c));
        await this.inTurn(() => end(c));
        return result;
      } finally {
        c.closeSync();
      }
    });
    this.writes = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }

  /** Counts the publications of data: the same version means the same rows. */
  dataVersion(): number {
    return this.version;
  }

  /** The engine writes its log into the file as it closes. After `settled` nothing is left of it to do. */
  close(): void {
    this.closed = true;
    clearTimeout(this.filing);
    for (const c of this.idle.splice(0)) c.closeSync();
    this.instance.closeSync();
    holders().delete(this.dir);
  }

  /** Instants are local time of the company, also those that the engine itself stamps. */
  private async setTimeZone(): Promise<void> {
    const zone = process.env.TIERLINE_TIME_ZONE ?? 'Asia/Shanghai';
    const c = await this.instance.connect();
    await c.run(`set global timezone = '${zone.replaceAll("'", "''")}'`);
    c.closeSync();
  }

  private async refreshVersion(): Promise<void> {
    this.version = await this.read(async (c) => {
      const r = await c.runAndReadAll(
        'select coalesce(max(data_version), 0)::integer as v from loads.version',
      );
      return Number(r.getRowObjectsJson()[0]?.v ?? 0);
    });
  }
}

async function rolledBackOnError<T>(c: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await c.run('rollback');
    throw error;
  }
}

/** A new file is written in the newest format: the older one, for engines older than ours, takes half as long again. */
const settings = () => ({
  threads: '2',
  memory_limit: process.env.TIERLINE_MEMORY ?? '4GB',
  storage_compatibility_version: 'latest',
});

async function openInstance(file: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.fromCache(file, settings());
  } catch (error) {
    if (error instanceof Error && /lock/i.test(error.message)) throw new WarehouseBusyError(file, error);
    if (error instanceof Error && /replaying WAL/i.test(error.message)) return openWithoutWal(file, error);
    throw error;
  }
}

/**
 * A log that cannot be replayed holds at most the last import, whose files are kept: it is set aside, not
 * deleted, and the warehouse opens as it was before that import.
 */
async function openWithoutWal(file: string, cause: Error): Promise<DuckDBInstance> {
  let aside = `${file}.wal.unreadable`;
  for (let n = 2; fs.existsSync(aside); n++) aside = `${file}.wal.unreadable-${n}`;
  fs.renameSync(`${file}.wal`, aside);
  console.error(
    `The log of the last change cannot be read and was set aside as ${aside}. The data is as it was before that change: look at the list of imports, and load what is missing again. ${cause.message}`,
  );
  return DuckDBInstance.fromCache(file, settings());
}

const KEY = Symbol.for('tierline.warehouses');

function holders(): Map<string, Promise<Warehouse>> {
  const g = globalThis as unknown as Record<symbol, Map<string, Promise<Warehouse>> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
}

/** The warehouse of a data folder; the same one for everybody in this process. */
export function openWarehouse(dir: string = dataDir()): Promise<Warehouse> {
  const held = holders().get(dir);
  if (held) return held;
  const opening = Warehouse.open(dir);
  holders().set(dir, opening);
  opening.catch(() => holders().delete(dir));
  return opening;
}
