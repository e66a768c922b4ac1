/**
 * Results by question and data version. Nothing here grows old: a new version of data or policy is a new
 * key, and the oldest unused results are dropped when the rows together grow too many.
 */

/** Five reports of every customer of a company of 200,000: with fewer, its overview would forget what it stands on. */
const MAX_ROWS = 1_000_000;
const KEY = Symbol.for('tierline.results');

interface Entry {
  rows: Promise<readonly unknown[]>;
  size: number;
}

function entries(): Map<string, Entry> {
  const g = globalThis as unknown as Record<symbol, Map<string, Entry> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
}

/** The remembered result of a question, else that of `compute`; failures are not remembered. */
export function remember<R>(key: string, compute: () => Promise<R[]>): Promise<R[]> {
  const all = entries();
  const known = all.get(key);
  if (known) {
    all.delete(key);
    all.set(key, known);
    return known.rows as Promise<R[]>;
  }
  const rows = compute();
  const entry: Entry = { rows, size: 0 };
  all.set(key, entry);
  rows.then(
    (r) => {
      entry.size = r.length + 1;
      trim(all);
    },
    () => all.delete(key),
  );
  return rows;
}

/** True where `remember` would answer without computing, or waits for what is being computed already. */
export const isRemembered = (key: string): boolean => entries().has(key);

function trim(all: Map<string, Entry>): void {
  let total = 0;
  for (const e of all.values()) total += e.size;
  for (const [key, e] of all) {
    if (total <= MAX_ROWS) return;
    total -= e.size;
    all.delete(key);
  }
}

/** Forgets every result: for measurements. */
export function forgetResults(): void {
  entries().clear();
}
