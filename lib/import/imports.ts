/**
 * Imports as the page and the command line see them: look first, then load, take back, look up. Loading is
 * one transaction: all of an import, or nothing of it.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { ruleValuesOf, type StagedFile } from './load/job';
import { type FileResult, type PublishStep, publish } from './load/publish';
import { runWorker } from './load/run-worker';
import { undo } from './load/undo';
import { defaultMaxBytes, type ImportOptions, policyOf, workerMemory } from './options';
import { type Preview, previewOf } from './preview';
import { discard, filesOf, keep, newPending, type Pending, pendingOf, settle, storedAs } from './uploads';

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
}

async function stage(
  pending: Pending,
  files: readonly { path: string; name: string }[],
  o: ImportOptions,
): Promise<Staging> {
  const startedAt = stamp(new Date());
  const named = files.map((f, i) => ({
    id: i + 1,
    path: keep(pending, i + 1, f),
    name: f.name,
    kind: o.perFile?.[f.name]?.kind ?? o.kind ?? null,
    mapping: o.perFile?.[f.name]?.mapping ?? o.mapping ?? null,
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
  return { staged, startedAt };
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

/** Takes an import back, as if it had never been. @returns the data version after it */
export async function undoImport(db: Warehouse, importId: number, by: string): Promise<number> {
  return db.write((c) => undo(c, importId, by));
}

const seconds = (started: number): number => Math.round((performance.now() - started) / 10) / 100;
