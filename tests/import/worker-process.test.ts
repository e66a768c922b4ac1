/** A reader that was started ahead takes the next job, and only one that it fits. */
import { afterEach, describe, expect, it } from 'vitest';
import { defaultLimits, prepareWorker, takeWorker } from '@/lib/import/load/worker-process';

const taken: ReturnType<typeof takeWorker>[] = [];
const take = (limits = defaultLimits) => {
  const worker = takeWorker(limits);
  taken.push(worker);
  return worker;
};
afterEach(() => {
  for (const worker of taken.splice(0)) worker.kill('SIGKILL');
});

const ended = (worker: ReturnType<typeof takeWorker>) =>
  new Promise<NodeJS.Signals | null>((resolve) => worker.once('close', (_, signal) => resolve(signal)));

describe('the reader that waits', () => {
  it('is one, however often it is asked for, and is taken once', () => {
    prepareWorker();
    prepareWorker();
    const first = take();
    expect(take().pid).not.toBe(first.pid);
  });

  it('is left where a job has other limits', () => {
    prepareWorker();
    const small = take({ ...defaultLimits, heapMb: 64 });
    expect(small.spawnargs).toContain('--max-old-space-size=64');
    expect(take().spawnargs).toContain(`--max-old-space-size=${defaultLimits.heapMb}`);
  });

  it('goes when nobody holds its input any more', async () => {
    const worker = take();
    worker.stdin.end();
    expect(await ended(worker)).toBeNull();
    expect(worker.exitCode).toBe(1);
  });
});
