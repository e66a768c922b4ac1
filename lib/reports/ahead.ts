/** Reading ahead of questions: nobody waits for it, so what goes wrong is told in the server's log. */
import { NotInForceError } from '@/lib/rules/policy';

const KEY = Symbol.for('tierline.ahead-told');
/** Messages that are remembered as told; beyond them all may be told again. */
const MOST = 1000;

function told(): Set<string> {
  const g = globalThis as unknown as Record<symbol, Set<string> | undefined>;
  g[KEY] ??= new Set();
  return g[KEY];
}

/**
 * Reads one after the other; what fails does not keep the next from being read. Each failure is told once in the log,
 * save that a day has no policy yet: the page that asks for it says so.
 * @returns whether all were read
 */
export async function readAhead(work: readonly (() => Promise<unknown>)[]): Promise<boolean> {
  let all = true;
  for (const read of work) {
    try {
      await read();
    } catch (error) {
      tell(error);
      all = false;
    }
  }
  return all;
}

function tell(error: unknown): void {
  if (error instanceof NotInForceError) return;
  const message = String(error);
  const all = told();
  if (all.has(message)) return;
  if (all.size >= MOST) all.clear();
  all.add(message);
  console.error('Reading ahead failed; it is tried again when a page asks:', error);
}
