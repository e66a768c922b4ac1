/** Searches that somebody started from a page: how far they are, and the way to stop them. One for each question. */
import type { SolveProgress } from './session';

export type JobProgress = SolveProgress & { step: number; steps: number };

export interface SolveJob {
  state: 'running' | 'done' | 'stopped' | 'failed';
  progress: JobProgress | null;
  /** Why it failed. */
  problem: string | null;
  signal: AbortSignal;
  stop: () => void;
}

const KEY = Symbol.for('tierline.solves');
/** Finished ones are kept only to say that they are done. */
const MOST = 100;

function jobs(): Map<string, SolveJob> {
  const g = globalThis as unknown as Record<symbol, Map<string, SolveJob> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
}

/** The search of a question; null where nobody started one. */
export const jobOf = (key: string): SolveJob | null => jobs().get(key) ?? null;

/** Starts the search of a question; one that runs or is done is not started again. */
export function startJob(key: string, work: () => Promise<unknown>): SolveJob {
  const known = jobOf(key);
  if (known && (known.state === 'running' || known.state === 'done')) return known;
  const control = new AbortController();
  const job: SolveJob = {
    state: 'running',
    progress: null,
    problem: null,
    signal: control.signal,
    stop: () => control.abort(),
  };
  const all = jobs();
  all.delete(key);
  all.set(key, job);
  for (const [old, { state }] of all) {
    if (all.size <= MOST) break;
    if (state !== 'running') all.delete(old);
  }
  work().then(
    () => {
      job.state = 'done';
    },
    (error: unknown) => {
      job.state = control.signal.aborted ? 'stopped' : 'failed';
      job.problem = error instanceof Error ? error.message : String(error);
    },
  );
  return job;
}
