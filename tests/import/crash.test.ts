/** A process killed at any moment of an import leaves the data whole: as it was before, or as it is after. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '@/lib/import/imports';
import { openWarehouse } from '@/lib/warehouse/warehouse';
import { write } from './files';
import { rawRows } from './staged';

const ledger = (amount: number) =>
  write(
    `entry_id,date,customer_id,kind,amount\n${Array.from(
      { length: 4_000 },
      (_, i) => `L${i},2026-03-05,C${i % 50},sale,${amount + (i % 7)}`,
    ).join('\n')}\n`,
    'ledger.csv',
  );

/** Steps of the import of one file: open, read, validate, done, staged, begun, merged, built, settled, committed. */
const STEPS = 10;
const LAST_BEFORE_COMMIT = 9;

let seed = '';
let next = '';
let before: string[];
let after: string[];

async function state(dir: string): Promise<string[]> {
  const db = await openWarehouse(dir);
  const rows = await rawRows(db, 'ledger', true);
  const version = db.dataVersion();
  await db.settled();
  db.close();
  return [`version ${version}`, ...rows];
}

const copyOf = (dir: string): string => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-crash-'));
  fs.cpSync(dir, copy, { recursive: true });
  return copy;
};

/** Runs the import in a process and kills it: by itself at a step, or from here when a step is told. */
async function killed(dir: string, how: { itself: number } | { told: number }): Promise<string | null> {
  const env = { ...process.env, ...('itself' in how ? { STOP_AT: String(how.itself) } : {}) };
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/import/crash-child.ts', dir, next], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = 0;
  createInterface({ input: child.stdout }).on('line', () => {
    if ('told' in how && ++told === how.told) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
}

beforeAll(async () => {
  seed = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-crash-seed-'));
  const db = await openWarehouse(seed);
  await importFiles(db, [ledger(100)]);
  await db.settled();
  db.close();
  next = ledger(101);
  before = await state(seed);
  const whole = copyOf(seed);
  expect(await killed(whole, { itself: STEPS + 1 })).toBeNull();
  after = await state(whole);
  expect(after).not.toEqual(before);
});

describe('an import that is killed', () => {
  const again = [4, 8, 10];
  const steps = Array.from({ length: STEPS }, (_, i) => i + 1);

  it.each(steps)(
    'by itself at step %i leaves the old data until the commit, the new data behind it',
    async (step) => {
      const dir = copyOf(seed);
      expect(await killed(dir, { itself: step })).toBe('SIGKILL');
      expect(await state(dir)).toEqual(step <= LAST_BEFORE_COMMIT ? before : after);
      if (!again.includes(step)) return;
      // And the same import then goes through.
      expect(await killed(dir, { itself: STEPS + 1 })).toBeNull();
      expect((await state(dir)).slice(1).map(withoutImport)).toEqual(after.slice(1).map(withoutImport));
    },
  );

  it.each(steps)(
    'from outside while it works on after step %i leaves the old or the new data, never a mixture',
    async (step) => {
      const dir = copyOf(seed);
      await killed(dir, { told: step });
      const found = await state(dir);
      expect([before, after]).toContainEqual(found);
      if (step < LAST_BEFORE_COMMIT - 3) expect(found).toEqual(before);
    },
  );
});

const withoutImport = (row: string) => (JSON.parse(row) as unknown[]).slice(0, -2).join();

describe('a log that cannot be replayed', () => {
  it('is set aside, and the warehouse opens without it', async () => {
    const dir = copyOf(seed);
    const db = await openWarehouse(dir);
    await db.settled();
    const file = path.join(dir, 'warehouse.duckdb');
    await db.read(async (c) => {
      await c.run('create table main.scratch (a integer)');
    });
    const wal = fs.readFileSync(`${file}.wal`);
    const copy = copyOf(seed);
    wal.fill(0xff, 60, 90);
    fs.writeFileSync(path.join(copy, 'warehouse.duckdb.wal'), wal);
    db.close();
    expect(await state(copy)).toEqual(before);
    expect(fs.existsSync(path.join(copy, 'warehouse.duckdb.wal.unreadable'))).toBe(true);
  });
});
