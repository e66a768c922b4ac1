/**
 * The process of the reader. It takes a quarter of a second to start, which is longer than most files take to
 * read, so one is started as soon as files are on their way and waits for its job.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { projectRoot } from '@/lib/warehouse/paths';
import { workerCommand } from './worker-command';

export interface WorkerLimits {
  /** Megabytes of the JavaScript heap. */
  heapMb: number;
  /** Milliseconds for one file. */
  fileMs: number;
}

export const defaultLimits: WorkerLimits = { heapMb: 1024, fileMs: 15 * 60_000 };

/** Files that were announced and do not come: the process that waits for them goes. */
const WAITS_MS = 5 * 60_000;

type Worker = ChildProcessByStdio<Writable, Readable, Readable>;

interface Waiting {
  worker: Worker;
  /** What it was started with: sources that were built anew since want a new one. */
  command: string;
}

const KEY = Symbol.for('tierline.reader');

/** On `globalThis`, where a bundler's second copy of this module finds it too. */
const held = globalThis as unknown as Record<symbol, Waiting | undefined>;

const commandOf = (root: string, heapMb: number): string[] => [
  `--max-old-space-size=${heapMb}`,
  ...workerCommand(root),
];

const start = (root: string, command: readonly string[]): Worker =>
  spawn(process.execPath, [...command], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });

/** Has a reader ready for the next job of the usual limits. One waits at most; it keeps no process alive. */
export function prepareWorker(): void {
  if (held[KEY]) return;
  const root = projectRoot();
  const command = commandOf(root, defaultLimits.heapMb);
  const worker = start(root, command);
  held[KEY] = { worker, command: command.join(' ') };
  const forget = () => {
    if (held[KEY]?.worker === worker) held[KEY] = undefined;
  };
  // Should it not start, the job starts its own and hears why.
  worker.on('error', forget).once('exit', forget);
  setReferenced(worker, false);
  setTimeout(() => {
    if (held[KEY]?.worker !== worker) return;
    forget();
    worker.kill('SIGKILL');
  }, WAITS_MS).unref();
}

/** The reader that waits, where it fits, else a new one. */
export function takeWorker(limits: WorkerLimits): Worker {
  const root = projectRoot();
  const command = commandOf(root, limits.heapMb);
  const waiting = held[KEY];
  if (waiting?.command !== command.join(' ')) return start(root, command);
  held[KEY] = undefined;
  setReferenced(waiting.worker, true);
  return waiting.worker;
}

/** Whether this process has to live as long as that one does. */
function setReferenced(worker: Worker, on: boolean): void {
  const pipes = [worker.stdin, worker.stdout, worker.stderr] as unknown as { ref(): void; unref(): void }[];
  for (const one of [worker, ...pipes]) {
    if (on) one.ref();
    else one.unref();
  }
}
