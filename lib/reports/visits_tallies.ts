/** What visits are counted with: sales by customer, the most visited, tallies and their order. */
import { daysBetween } from '@/lib/rules/period';
import type { MonthEvents } from './visits_kept';

/** Of what, and how many. */
export interface Mix {
  code: string | null;
  count: number;
}

/** One more at a place. */
export const add = (tally: Int32Array, place: number): void => {
  tally[place] = (tally[place] ?? 0) + 1;
};

/** Days on which customers bought, counted from the first of the question. */
export class Sales {
  /** The last of each customer, counted from 1; 0: none. */
  private readonly last: Int32Array;
  private readonly before: Int32Array;
  private readonly days: Int32Array;

  constructor(from: string, customers: number, events: readonly MonthEvents[]) {
    const count = events.reduce((n, e) => n + e.sales.customer.length, 0);
    this.last = new Int32Array(customers);
    this.before = new Int32Array(count + 1);
    this.days = new Int32Array(count + 1);
    let at = 0;
    for (const { from: month, sales } of events) {
      const shift = daysBetween(from, month);
      for (let i = 0; i < sales.customer.length; i++) {
        at += 1;
        const c = sales.customer[i] ?? 0;
        this.days[at] = (sales.day[i] ?? 0) + shift;
        this.before[at] = this.last[c] ?? 0;
        this.last[c] = at;
      }
    }
  }

  has(customer: number): boolean {
    return this.last[customer] !== 0;
  }

  hasBetween(customer: number, from: number, to: number): boolean {
    for (let at = this.last[customer] ?? 0; at !== 0; at = this.before[at] ?? 0) {
      const day = this.days[at] ?? 0;
      if (day >= from && day <= to) return true;
    }
    return false;
  }
}

/** Customers below a number that were visited, the most visited first. */
export function mostVisited(visits: Int32Array, end: number): Int32Array {
  let most = 0;
  for (let c = 0; c < end; c++) most = Math.max(most, visits[c] ?? 0);
  // Where those with so many visits begin: behind all with more.
  const begin = new Int32Array(most + 2);
  for (let c = 0; c < end; c++) add(begin, visits[c] ?? 0);
  let visited = 0;
  for (let times = most; times > 0; times--) {
    const here = begin[times] ?? 0;
    begin[times] = visited;
    visited += here;
  }
  const order = new Int32Array(visited);
  for (let c = 0; c < end; c++) {
    const times = visits[c] ?? 0;
    if (times === 0) continue;
    order[begin[times] ?? 0] = c;
    add(begin, times);
  }
  return order;
}

/** As the engine orders texts: by their bytes; what has no name last. */
export function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The most first. */
export const mixOf = (counts: ReadonlyMap<string | null, number>): Mix[] =>
  [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || byName(a.code, b.code));
