/**
 * What a person dropped on the import page and has not loaded yet: the bytes as they arrived, how each file is
 * to be understood, and the preview. One folder each, so that a page can be left and come back to.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { uploadsDir } from '@/lib/warehouse/paths';
import type { Preview } from './preview';
import { mappingSchema } from './recognise';
import { discard, pendingOf } from './uploads';

const choice = z.strictObject({ kind: z.string().optional(), mapping: mappingSchema.optional() });
export type DropChoice = z.infer<typeof choice>;

const dropSchema = z.object({
  id: z.string(),
  createdAt: z.string(),
  by: z.string(),
  state: z.enum(['receiving', 'reading', 'ready', 'loading', 'loaded', 'failed']),
  files: z.array(z.object({ number: z.number(), name: z.string(), bytes: z.number() })),
  /** By file name: how it is to be understood, where the person said so. */
  choices: z.record(z.string(), choice),
  /** Mappings of this drop alone, tried by the headers of each sheet. */
  mappings: z.array(mappingSchema),
  /** The preview in hand. */
  token: z.string().nullable(),
  /** Version of the data that the preview was held against. */
  dataVersion: z.number().nullable(),
  seconds: z.number().nullable(),
  importId: z.number().nullable(),
  /** Why it failed, for the log of the page. */
  failure: z.string().nullable(),
});
export type Drop = z.infer<typeof dropSchema>;

/** A drop that is neither read nor loaded is swept away after a week. */
const KEPT_MS = 7 * 86_400_000;

const dropDir = (dataDir: string, id: string) => path.join(uploadsDir(dataDir), `drop-${id}`);
const known = (id: string) => /^[0-9a-f-]{36}$/.test(id);

/** Where file number n of a drop lies: a plain name, whatever people call the file. */
export function dropFile(dataDir: string, drop: Drop, file: { number: number; name: string }): string {
  const ext = path.extname(file.name).toLowerCase();
  const plain = /^\.[a-z0-9]{1,5}$/.test(ext) ? ext : '';
  return path.join(dropDir(dataDir, drop.id), `${file.number}${plain}`);
}

export function newDrop(dataDir: string, by: string, now: Date = new Date()): Drop {
  sweep(dataDir, now);
  const drop: Drop = {
    id: randomUUID(),
    createdAt: now.toISOString(),
    by,
    state: 'receiving',
    files: [],
    choices: {},
    mappings: [],
    token: null,
    dataVersion: null,
    seconds: null,
    importId: null,
    failure: null,
  };
  fs.mkdirSync(dropDir(dataDir, drop.id), { recursive: true });
  saveDrop(dataDir, drop);
  return drop;
}

/** Null: there is no such drop, or it is gone. */
export function readDrop(dataDir: string, id: string): Drop | null {
  if (!known(id)) return null;
  const file = path.join(dropDir(dataDir, id), 'drop.json');
  return fs.existsSync(file) ? dropSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : null;
}

/** Written beside and renamed: a reader never sees half of it. */
export function saveDrop(dataDir: string, drop: Drop): void {
  const file = path.join(dropDir(dataDir, drop.id), 'drop.json');
  fs.writeFileSync(`${file}.new`, JSON.stringify(drop));
  fs.renameSync(`${file}.new`, file);
}

export function savePreview(dataDir: string, drop: Drop, preview: Preview): void {
  fs.writeFileSync(path.join(dropDir(dataDir, drop.id), 'preview.json'), JSON.stringify(preview));
}

/** The preview of a drop; null where there is none, or its staged rows are gone. */
export function readPreview(dataDir: string, drop: Drop): Preview | null {
  const file = path.join(dropDir(dataDir, drop.id), 'preview.json');
  if (drop.token === null || !pendingOf(dataDir, drop.token) || !fs.existsSync(file)) return null;
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Preview;
}

/** Drops that wait for somebody, the latest first. */
export function openDrops(dataDir: string): Drop[] {
  return dropIds(dataDir)
    .flatMap((id) => readDrop(dataDir, id) ?? [])
    .filter((d) => d.files.length > 0 && d.state !== 'loaded')
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Forgets the bytes and the preview, and with `whole` the drop itself. */
export function clearDrop(dataDir: string, drop: Drop, whole: boolean): void {
  const pending = drop.token === null ? null : pendingOf(dataDir, drop.token);
  if (pending) discard(pending);
  if (whole) fs.rmSync(dropDir(dataDir, drop.id), { recursive: true, force: true });
  else for (const file of drop.files) fs.rmSync(dropFile(dataDir, drop, file), { force: true });
}

function dropIds(dataDir: string): string[] {
  const dir = uploadsDir(dataDir);
  if (!fs.existsSync(dir)) return [];
  return fs
    .readdirSync(dir)
    .filter((name) => name.startsWith('drop-'))
    .map((name) => name.slice('drop-'.length))
    .filter(known);
}

function sweep(dataDir: string, now: Date): void {
  for (const id of dropIds(dataDir)) {
    const drop = readDrop(dataDir, id);
    if (drop && now.getTime() - Date.parse(drop.createdAt) > KEPT_MS) clearDrop(dataDir, drop, true);
  }
}
