/** Hands a job to the worker, watches it, and hands what is left to another one behind a file that killed it. */
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { StagedFile, StageJob, WorkerLine } from './job';
import { workerDied } from './refusals';
import { defaultLimits, takeWorker, type WorkerLimits } from './worker-process';

/** Until a reader has started, the time is not its first file's: a busy machine starts it late. */
const STARTS_MS = 60_000;

type Ending = { why: 'finished' | 'time' | 'memory' | 'crash'; during: number | null; stderr: string };

/**
 * Reads the files of a job; each comes back staged or refused, whatever became of the process.
 * @throws the signal's reason when the person cancelled
 */
export async function runWorker(
  job: StageJob,
  onProgress: (line: WorkerLine) => void = () => {},
  limits: WorkerLimits = defaultLimits,
  signal?: AbortSignal,
): Promise<StagedFile[]> {
  const staged = new Map<number, StagedFile>();
  let left = job.files;
  while (left.length > 0) {
    const ending = await runOnce({ ...job, files: left }, onProgress, limits, signal);
    signal?.throwIfAborted();
    for (const file of left) {
      const result = path.join(job.spool, `file-${file.id}.json`);
      if (fs.existsSync(result))
        staged.set(file.id, JSON.parse(fs.readFileSync(result, 'utf8')) as StagedFile);
    }
    if (ending.why !== 'finished') {
      const broken = left.find((f) => f.id === ending.during && !staged.has(f.id));
      if (!broken) throw new Error(`The reader of uploads did not start: ${ending.stderr}`);
      console.error(`reading ${broken.name} ended the worker (${ending.why}): ${ending.stderr}`);
      staged.set(broken.id, {
        id: broken.id,
        file: broken.name,
        bytes: fs.statSync(broken.path).size,
        sha256: '',
        encoding: null,
        separator: null,
        sheets: [],
        refused: workerDied(ending.why),
      });
    }
    left = left.filter((f) => !staged.has(f.id));
  }
  return job.files.flatMap((f) => staged.get(f.id) ?? []);
}

async function runOnce(
  job: StageJob,
  onProgress: (line: WorkerLine) => void,
  limits: WorkerLimits,
  signal?: AbortSignal,
): Promise<Ending> {
  signal?.throwIfAborted();
  const jobFile = path.join(job.spool, 'job.json');
  fs.writeFileSync(jobFile, JSON.stringify(job));
  const child = takeWorker(limits);
  // A worker that is gone cannot be told; that it is gone is seen below.
  child.stdin.on('error', () => {});
  child.stdin.write(`${jobFile}\n`);
  let during: number | null = null;
  let stderr = '';
  let late = false;
  const tooLate = () => {
    late = true;
    child.kill('SIGKILL');
  };
  const stop = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  let timer = setTimeout(tooLate, Math.max(limits.fileMs, STARTS_MS));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-4000);
  });
  const last = job.files.at(-1)?.id;
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = JSON.parse(text) as WorkerLine;
      if (line.id !== during) {
        clearTimeout(timer);
        timer = setTimeout(tooLate, limits.fileMs);
      }
      during = line.id;
      onProgress(line);
      if (line.at !== 'done' || line.id !== last) return;
      // All is written. To give its memory back piece by piece would only keep the rows waiting.
      child.kill('SIGKILL');
      resolve(0);
    });
  });
  clearTimeout(timer);
  signal?.removeEventListener('abort', stop);
  if (late) return { why: 'time', during, stderr };
  if (code === 0) return { why: 'finished', during, stderr };
  const memory = /heap out of memory|Out of Memory|allocation failure/i.test(stderr);
  return { why: memory ? 'memory' : 'crash', during, stderr };
}
