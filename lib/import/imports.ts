/**
 * Imports as the page and the command line see them: look first, then load, take back, look up. Loading is
 * one transaction: all of an import, or nothing of it.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { PolicyBook } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { ruleValuesOf, type StagedFile } from './load/job';
import { type FileResult, type PublishStep, publish } from './load/publish';
import { runWorker } from './load/run-worker';
import { undo } from './load/undo';
import { prepareWorker } from './load/worker-process';
import { type Manifest, noteUndone, writeManifest } from './manifest';
import { defaultMaxBytes, type ImportOptions, policyOf, workerMemory } from './options';
import { type Preview, previewOf } from './preview';
import type { Mapping } from './recognise';
import {
  discard,
  filesOf,
  keep,
  newPending,
  type Pending,
  pendingOf,
  settle,
  storedAs,
  storedName,
} from './uploads';

export { importContents, importDetail, listImports, rejectedFile, sourceLines, sourceRow } from './look';
export type { ImportOptions, ImportProgress } from './options';
export type { FilePreview, Preview } from './preview';

export interface ImportResult {
  import_id: number;
  files: FileResult[];
  data_version: number;
  seconds: number;
}

/** The token is unknown: the preview was confirmed, discarded, or swept away. */
export class UnknownPreviewError extends Error {
  override readonly name = 'UnknownPreviewError';
}

/** Local time of the company, as the engine stamps the end of an import. */
const stamp = (d: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: process.env.TIERLINE_TIME_ZONE ?? 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(d);

interface Staging {
  staged: StagedFile[];
  startedAt: string;
  files: Manifest['files'];
}

interface GivenFile {
  path: string;
  name: string;
  /** Of this file alone, before what the options say. */
  kind?: string | null;
  mapping?: Mapping | null;
}

async function stage(
  pending: Pending,
  files: readonly GivenFile[],
  o: ImportOptions,
  startedAt = stamp(new Date()),
): Promise<Staging> {
  // It starts while the bytes are copied.
  if (!o.limits) prepareWorker();
  const named = files.map((f, i) => ({
    id: i + 1,
    path: keep(pending, i + 1, f),
    name: f.name,
    kind: f.kind ?? o.perFile?.[f.name]?.kind ?? o.kind ?? null,
    mapping: f.mapping ?? o.perFile?.[f.name]?.mapping ?? o.mapping ?? null,
  }));
  const nameOf = new Map(named.map((f) => [f.id, f.name]));
  const staged = await runWorker(
    {
      spool: pending.spool,
      files: named,
      saved: [...(o.mappings ?? [])],
      ruleValues: ruleValuesOf(policyOf(o)),
      maxBytes: o.maxBytes ?? defaultMaxBytes,
      memory: workerMemory(),
    },
    (line) => o.onProgress?.({ ...line, file: nameOf.get(line.id) ?? '' }),
    o.limits,
    o.signal,
  );
  o.onProgress?.({ at: 'staged' });
  return { staged, startedAt, files: named.map((f) => askedFor(f, staged, o.mappings ?? [])) };
}

/** How a file is read again: a saved mapping that was followed is kept whole, it may be changed tomorrow. */
function askedFor(
  file: Manifest['files'][number],
  staged: readonly StagedFile[],
  saved: readonly Mapping[],
): Manifest['files'][number] {
  const { id, name, kind } = file;
  const parts = staged.find((f) => f.id === id)?.sheets.flatMap((s) => s.parts) ?? [];
  const followed = saved.find((m) => parts.some((p) => p.mapping === m.name));
  return { id, name, kind, mapping: file.mapping ?? followed ?? null };
}

async function load(
  db: Warehouse,
  pending: Pending,
  staging: Staging,
  by: string,
  onProgress?: ImportOptions['onProgress'],
): Promise<Omit<ImportResult, 'seconds'>> {
  const onStep = (step: PublishStep) => onProgress?.({ at: 'publish', step });
  const published = await db.write(async (c) => {
    const result = await publish(c, { ...publishInput(pending, staging, by), onStep }, false);
    writeManifest(pending.dir, { by, startedAt: staging.startedAt, files: staging.files });
    settle(db.dir, pending, result.importId);
    onStep('settled');
    return result;
  });
  onStep('committed');
  return { import_id: published.importId, files: published.files, data_version: published.dataVersion };
}

const publishInput = (pending: Pending, staging: Staging, by: string) => ({
  staged: staging.staged,
  spool: pending.spool,
  by,
  startedAt: staging.startedAt,
  storedAs: (file: StagedFile, importId: number) => storedAs(importId, file),
});

/**
 * Reads files and says what loading them would do; the warehouse stays as it is. The bytes are kept until
 * the preview is confirmed or discarded.
 * @param files the bytes and the name that people know them by
 */
export async function previewImport(
  db: Warehouse,
  files: readonly { path: string; name: string }[],
  o: ImportOptions = {},
): Promise<Preview> {
  const pending = newPending(db.dir);
  try {
    const staging = await stage(pending, files, o);
    fs.writeFileSync(path.join(pending.dir, 'staging.json'), JSON.stringify(staging));
    const rehearsed = await db.rehearse((c) => publish(c, publishInput(pending, staging, o.by ?? ''), true));
    return previewOf(pending, staging.staged, rehearsed);
  } catch (error) {
    discard(pending);
    throw error;
  }
}

/** Loads what a preview showed, in one transaction. @throws UnknownPreviewError */
export async function confirmImport(db: Warehouse, token: string, by: string): Promise<ImportResult> {
  const started = performance.now();
  const pending = pendingOf(db.dir, token);
  if (!pending) throw new UnknownPreviewError(`There is no preview ${token}.`);
  const staging = JSON.parse(fs.readFileSync(path.join(pending.dir, 'staging.json'), 'utf8')) as Staging;
  const loaded = await load(db, pending, staging, by);
  return { ...loaded, seconds: seconds(started) };
}

/** Forgets a preview and its files. */
export function discardImport(db: Warehouse, token: string): void {
  const pending = pendingOf(db.dir, token);
  if (pending) discard(pending);
}

/** Reads and loads files and folders at once, as the command line does. */
export async function importFiles(
  db: Warehouse,
  paths: readonly string[],
  o: ImportOptions = {},
): Promise<ImportResult> {
  const started = performance.now();
  const pending = newPending(db.dir);
  try {
    const files = filesOf(paths).map((p) => ({ path: p, name: path.basename(p) }));
    const staging = await stage(pending, files, o);
    const loaded = await load(db, pending, staging, o.by ?? '', o.onProgress);
    return { ...loaded, seconds: seconds(started) };
  } catch (error) {
    discard(pending);
    throw error;
  }
}

/** Loads kept files again as they were loaded once: for a rebuild. */
export async function replayImport(
  db: Warehouse,
  folder: string,
  manifest: Manifest,
  policy: PolicyBook,
): Promise<ImportResult> {
  const started = performance.now();
  const pending = newPending(db.dir);
  try {
    const files = manifest.files.map((f) => ({ ...f, path: path.join(folder, storedName(f.id, f.name)) }));
    const staging = await stage(pending, files, { policy }, manifest.startedAt);
    const loaded = await load(db, pending, staging, manifest.by);
    return { ...loaded, seconds: seconds(started) };
  } catch (error) {
    discard(pending);
    throw error;
  }
}

/** Takes an import back, as if it had never been. @returns the data version after it */
export async function undoImport(db: Warehouse, importId: number, by: string): Promise<number> {
  const version = await db.write((c) => undo(c, importId, by));
  noteUndone(db.dir, importId, by);
  return version;
}

const seconds = (started: number): number => Math.round((performance.now() - started) / 10) / 100;
