/** The bytes of every import, kept so that the warehouse can be rebuilt and each line shown as it was written. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { uploadsDir } from '@/lib/warehouse/paths';

const extensions = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.xls']);

/** What a folder given to the import is read for; anything else in it is none of our business. */
export function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((p) => {
    if (!fs.statSync(p).isDirectory()) return [p];
    return fs
      .readdirSync(p)
      .filter((f) => !/^[.~]/.test(f) && extensions.has(path.extname(f).toLowerCase()))
      .sort()
      .map((f) => path.join(p, f))
      .filter((f) => fs.statSync(f).isFile());
  });
}

/** A folder of an import that is not confirmed yet: the bytes as they came, and the spool. */
export interface Pending {
  token: string;
  dir: string;
  spool: string;
}

/** Previews that nobody confirmed, and what a killed process left, go after a day. */
const PENDING_MS = 24 * 3_600_000;

function sweep(dataDir: string, now: number): void {
  const dir = uploadsDir(dataDir);
  if (!fs.existsSync(dir)) return;
  for (const name of fs.readdirSync(dir)) {
    const pending = path.join(dir, name);
    if (name.startsWith('pending-') && fs.statSync(pending).mtimeMs < now - PENDING_MS)
      fs.rmSync(pending, { recursive: true, force: true });
  }
}

export function newPending(dataDir: string): Pending {
  sweep(dataDir, Date.now());
  const token = randomUUID();
  const dir = pendingDir(dataDir, token);
  const spool = path.join(dir, 'spool');
  fs.mkdirSync(spool, { recursive: true });
  return { token, dir, spool };
}

const pendingDir = (dataDir: string, token: string) => path.join(uploadsDir(dataDir), `pending-${token}`);

/** The pending folder of a token; null when it is unknown or gone. */
export function pendingOf(dataDir: string, token: string): Pending | null {
  if (!/^[0-9a-f-]{36}$/.test(token)) return null;
  const dir = pendingDir(dataDir, token);
  return fs.existsSync(dir) ? { token, dir, spool: path.join(dir, 'spool') } : null;
}

/** A plain name: people's names may hold what means something to the engine's reader. */
export const storedName = (id: number, name: string): string => {
  const ext = path.extname(name).toLowerCase();
  return `${id}${/^\.[a-z0-9]{1,5}$/.test(ext) ? ext : ''}`;
};

/** Takes a copy first and reads that: what is kept is what was read. Returns the copy's path. */
export function keep(pending: Pending, id: number, file: { path: string; name: string }): string {
  const kept = path.join(pending.dir, storedName(id, file.name));
  fs.copyFileSync(file.path, kept, fs.constants.COPYFILE_FICLONE);
  return kept;
}

/** Where file number `id` of an import lies, relative to the data folder. */
export const storedAs = (importId: number, file: { id: number; file: string }): string =>
  path.join('uploads', String(importId), storedName(file.id, file.file));

/**
 * Gives the kept files their final place, as the last act before the commit: should that fail, the number is
 * given to the next import, which replaces the folder.
 */
export function settle(dataDir: string, pending: Pending, importId: number): void {
  const final = path.join(uploadsDir(dataDir), String(importId));
  fs.rmSync(final, { recursive: true, force: true });
  fs.rmSync(pending.spool, { recursive: true, force: true });
  fs.renameSync(pending.dir, final);
}

export function discard(pending: Pending): void {
  fs.rmSync(pending.dir, { recursive: true, force: true });
}
