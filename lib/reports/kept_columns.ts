/**
 * What was read of every customer of a company, kept as columns of numbers under a key that changes with the data:
 * some 30 bytes a customer, where their rows would take hundreds.
 */
import { addDays, daysBetween } from '@/lib/rules/period';
import { type Column, NONE } from '@/lib/warehouse/columns';

/**
 * What is kept of customers: eight half-years of 200,000 of them, and then some; of the forms of visits: a year of
 * 10,000,000 in three; what idle customers are judged by, 10,000,000 contacts among it, with some days of them judged;
 * all opportunities, and the ledger, of which there is one version each; what customers owe on the days last asked
 * for, and how they were judged in half-years, which are soon told again. A shelf of its own each, so that a year of
 * visits does not push out what reviews stand on.
 */
const MAX_ROWS = {
  customers: 4_000_000,
  forms: 4_000_000,
  idle: 8_000_000,
  opportunities: 10_000_000,
  ledger: 12_000_000,
  owed: 1_000_000,
  reviews: 1_000_000,
};
export type Shelf = keyof typeof MAX_ROWS;
const KEY = Symbol.for('tierline.kept-columns');

interface Kept {
  value: Promise<unknown>;
  /** Rows that were read; 0 while they are awaited. */
  size: number;
}

function shelves(): Record<Shelf, Map<string, Kept>> {
  const g = globalThis as unknown as Record<symbol, Record<Shelf, Map<string, Kept>> | undefined>;
  g[KEY] ??= {
    customers: new Map(),
    forms: new Map(),
    idle: new Map(),
    opportunities: new Map(),
    ledger: new Map(),
    owed: new Map(),
    reviews: new Map(),
  };
  return g[KEY];
}

/**
 * What is kept under the first of some keys, else what is read, kept under the last of them. Failures are not kept;
 * where there is too much, what was not asked for the longest goes.
 */
export function keepColumns<T>(
  keys: readonly string[],
  read: () => Promise<{ value: T; size: number }>,
  shelf: Shelf = 'customers',
): Promise<T> {
  const all = shelves()[shelf];
  for (const key of keys) {
    const known = all.get(key);
    if (!known) continue;
    all.delete(key);
    all.set(key, known);
    return known.value as Promise<T>;
  }
  const key = keys.at(-1) ?? '';
  const reading = read();
  const value = reading.then((r) => r.value);
  const entry: Kept = { value, size: 0 };
  all.set(key, entry);
  value.catch(() => all.delete(key));
  reading.then(
    ({ size }) => {
      entry.size = size;
      trim(all, MAX_ROWS[shelf]);
    },
    () => undefined,
  );
  return value;
}

function trim(all: Map<string, Kept>, most: number): void {
  let total = 0;
  for (const entry of all.values()) total += entry.size;
  for (const [key, entry] of all) {
    // The last one is asked for now, whatever it takes.
    if (total <= most || all.size === 1) return;
    total -= entry.size;
    all.delete(key);
  }
}

/** Forgets everything kept, or what stands on one shelf: for measurements. */
export function forgetColumns(shelf?: Shelf): void {
  for (const [name, all] of Object.entries(shelves())) if (shelf === undefined || shelf === name) all.clear();
}

/** By key, where in an answer it stands, counted from 1; 0 where it does not. */
export function placesOf(keys: Column): Int32Array {
  let largest = 0;
  for (const key of keys) largest = Math.max(largest, Number(key));
  const places = new Int32Array(largest + 1);
  for (let i = 0; i < keys.length; i++) places[Number(keys[i])] = i + 1;
  return places;
}

/** By key, where each customer's rows begin; one more at the end. */
export function startsOf(keys: Column): Int32Array {
  let largest = 0;
  for (let i = 0; i < keys.length; i++) largest = Math.max(largest, keys[i] as number);
  const starts = new Int32Array(largest + 2);
  for (let i = 0; i < keys.length; i++) {
    const next = (keys[i] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let key = 1; key < starts.length; key++)
    starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  return starts;
}

const EPOCH = '1970-01-01';
/** Days since 1970 of `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => daysBetween(EPOCH, day);

/** Each day is written once. */
const days = new Map<number, string>();

/** A day of a column, `YYYY-MM-DD`. */
export const dayAt = (column: Column, index: number): string | null => dayText(Number(column[index]));

/** `YYYY-MM-DD` of a number of days since 1970; null of `NONE`. */
export function dayText(day: number): string | null {
  if (day === NONE) return null;
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = addDays(EPOCH, day);
  days.set(day, text);
  return text;
}
