/** The work on drops that goes on behind the page: reading, and loading what was confirmed. */
import type { PolicyBook } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { clearDrop, type Drop, dropFile, readDrop, saveDrop, savePreview } from './drops';
import { confirmImport, previewImport } from './imports';
import type { ImportProgress } from './options';
import type { Mapping } from './recognise';
import { discard, pendingOf } from './uploads';

/** Where a job is: which file of how many, and what is done with it. */
export interface DropProgress {
  phase: 'open' | 'read' | 'validate' | 'compare' | 'publish';
  file: string | null;
  done: number;
  all: number;
}

interface Job {
  stop: AbortController;
  progress: DropProgress;
}

const KEY = Symbol.for('tierline.drops');

/** On `globalThis`, where a bundler's second copy of this module finds them too. */
function jobs(): Map<string, Job> {
  const g = globalThis as unknown as Record<symbol, Map<string, Job> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
}

/** Null where nothing is going on: also after the server was started again in the middle of it. */
export const progressOf = (id: string): DropProgress | null => jobs().get(id)?.progress ?? null;

/** Stops what is going on with a drop and forgets it. */
export function dismissDrop(dataDir: string, drop: Drop): void {
  jobs().get(drop.id)?.stop.abort();
  jobs().delete(drop.id);
  clearDrop(dataDir, drop, true);
}

interface Reading {
  saved: readonly Mapping[];
  policy: PolicyBook;
}

/** Starts reading a drop; what was understood of it before is dropped. */
export function startReading(db: Warehouse, drop: Drop, how: Reading): Promise<void> {
  if (jobs().has(drop.id)) throw new Error('These files are being read already.');
  const before = drop.token === null ? null : pendingOf(db.dir, drop.token);
  if (before) discard(before);
  const next: Drop = { ...drop, state: 'reading', token: null, failure: null };
  saveDrop(db.dir, next);
  return run(db, next, async (job) => {
    const started = performance.now();
    const preview = await previewImport(
      db,
      next.files.map((f) => ({ path: dropFile(db.dir, next, f), name: f.name })),
      {
        perFile: next.choices,
        mappings: [...next.mappings, ...how.saved],
        policy: how.policy,
        by: next.by,
        signal: job.stop.signal,
        onProgress: (line) => advance(job, line),
      },
    );
    const pending = job.stop.signal.aborted ? pendingOf(db.dir, preview.token) : null;
    if (pending) discard(pending);
    job.stop.signal.throwIfAborted();
    savePreview(db.dir, next, preview);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    return { ...next, state: 'ready', token: preview.token, seconds, dataVersion: db.dataVersion() };
  });
}

/** Starts loading what a preview showed. @throws Error where there is none */
export function startLoading(db: Warehouse, drop: Drop, by: string): Promise<void> {
  if (jobs().has(drop.id)) throw new Error('These files are being loaded already.');
  if (drop.state !== 'ready' || drop.token === null) throw new Error('There is no preview to load.');
  const { token } = drop;
  const next: Drop = { ...drop, state: 'loading', by };
  saveDrop(db.dir, next);
  return run(db, next, async (job) => {
    job.progress = { phase: 'publish', file: null, done: 0, all: drop.files.length };
    const { import_id } = await confirmImport(db, token, by);
    const loaded: Drop = { ...next, state: 'loaded', token: null, importId: import_id };
    clearDrop(db.dir, loaded, false);
    return loaded;
  });
}

async function run(db: Warehouse, drop: Drop, work: (job: Job) => Promise<Drop>): Promise<void> {
  const job: Job = {
    stop: new AbortController(),
    progress: { phase: 'open', file: null, done: 0, all: drop.files.length },
  };
  jobs().set(drop.id, job);
  try {
    saveDrop(db.dir, await work(job));
  } catch (error) {
    // A cancelled drop is gone already.
    if (job.stop.signal.aborted || !readDrop(db.dir, drop.id)) return;
    console.error('an import from the page failed:', error);
    const failure = error instanceof Error ? error.message : String(error);
    saveDrop(db.dir, { ...drop, state: 'failed', failure });
  } finally {
    if (jobs().get(drop.id) === job) jobs().delete(drop.id);
  }
}

function advance(job: Job, line: ImportProgress): void {
  const { progress } = job;
  if (line.at === 'file') job.progress = { ...progress, phase: line.phase, file: line.file };
  else if (line.at === 'done') job.progress = { ...progress, done: progress.done + 1 };
  else job.progress = { ...progress, phase: line.at === 'publish' ? 'publish' : 'compare', file: null };
}
