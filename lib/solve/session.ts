/** A process that solves programs, one after the other; it can be stopped at once. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '@/lib/warehouse/paths';
import type { Program } from './model';

export interface Answer {
  /** True where the solution is the best there is. */
  proven: boolean;
  infeasible: boolean;
  /** Share by which the best might be better; 0 where proven, null where nothing is known. */
  gap: number | null;
  /** Null where none was found in time. */
  solution: number[] | null;
}

export interface SolveProgress {
  /** Share by which the best so far might be beaten; null before there is one. */
  gap: number | null;
  seconds: number;
}

export class SolveStopped extends Error {
  constructor() {
    super('The search was stopped.');
    this.name = 'SolveStopped';
  }
}

/** The process failed: its own words. */
export class SolveFailed extends Error {
  constructor(reason: string) {
    super(`The solver failed: ${reason}`);
    this.name = 'SolveFailed';
  }
}

type Said = { id: number } & ({ progress: SolveProgress } | { answer: Answer } | { failure: string });

export class Session {
  private readonly worker: ChildProcess;
  private jobs = 0;

  /** @param signal stops the search, whatever it is doing */
  constructor(private readonly signal?: AbortSignal) {
    signal?.throwIfAborted();
    const root = projectRoot();
    this.worker = spawn(process.execPath, [path.join(root, 'lib', 'solve', 'worker.mjs')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  }

  /**
   * @param seconds the search ends then with the best so far
   * @throws SolveStopped, SolveFailed
   */
  solve(program: Program, seconds: number, onProgress: (p: SolveProgress) => void): Promise<Answer> {
    const id = this.jobs++;
    const { worker, signal } = this;
    return new Promise((resolve, reject) => {
      const stop = () => end(() => reject(new SolveStopped()));
      const fail = (error: unknown) => end(() => reject(new SolveFailed(String(error))));
      const listen = (said: Said) => {
        if (said.id !== id) return;
        if ('progress' in said) onProgress(said.progress);
        else if ('answer' in said) end(() => resolve(said.answer));
        else fail(said.failure);
      };
      const end = (then: () => void) => {
        worker.off('message', listen).off('error', fail).off('exit', fail);
        signal?.removeEventListener('abort', stop);
        then();
      };
      if (signal?.aborted) return reject(new SolveStopped());
      worker.on('message', listen).on('error', fail).on('exit', fail);
      signal?.addEventListener('abort', stop, { once: true });
      worker.send({ id, program, seconds });
    });
  }

  close(): void {
    this.worker.kill('SIGKILL');
  }
}
