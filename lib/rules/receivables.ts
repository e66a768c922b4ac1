/** How the credits of one customer cover its charges. */
import { Decimal } from 'decimal.js';
import { addDays, daysBetween } from './period';

export interface LedgerEntry {
  entry_id: string;
  line_no: string | null;
  date: string;
  kind: string;
  /** Yuan. */
  amount: string;
  due_on: string | null;
  settles: string | null;
}

export type ChargeState = 'covered' | 'not_due' | 'overdue';

export interface Charge<E extends LedgerEntry = LedgerEntry> {
  entry: E;
  /** Day on which it was fully covered; null: not by the as-of date. */
  paid_on: string | null;
  /** Its own due date, else the company's term; null: never due. */
  due_on: string | null;
  state: ChargeState;
  /** Days past the due date while not covered; 0 where not due. */
  days_overdue: number;
  /** Yuan that payments which name it paid, that the pool paid, and that are still owed. */
  settled: Decimal;
  from_pool: Decimal;
  open: Decimal;
  /** Entry numbers of the payments that name it. */
  settled_by: string[];
}

/** a sale, or an opening balance that is owed. */
const isCharge = (e: LedgerEntry): boolean =>
  e.kind === 'sale' || (e.kind === 'opening' && new Decimal(e.amount).gt(0));

/** the day on which a charge falls due; an opening balance is no sale, so no term is given to it. */
export function dueOf(e: LedgerEntry, defaultTerm: number | null): string | null {
  if (e.due_on !== null) return e.due_on;
  return e.kind === 'sale' && defaultTerm !== null ? addDays(e.date, defaultTerm) : null;
}

const text = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const latest = (day: string, ...others: (string | undefined)[]): string =>
  [day, ...others.filter((d) => d !== undefined)].sort().at(-1) ?? day;

/** Oldest first: date, then entry number, then line. */
export const inLedgerOrder = (a: LedgerEntry, b: LedgerEntry): number =>
  text(a.date, b.date) || text(a.entry_id, b.entry_id) || text(a.line_no ?? '', b.line_no ?? '');

/**
 * every charge of one customer, oldest first, as covered by what is dated up to `asOf`.
 * @param entries rows of one customer, in any order
 * @param defaultTerm `receivables.default_term`, days; null: a sale without a due date is never due
 */
export function coverOf<E extends LedgerEntry>(
  entries: readonly E[],
  asOf: string,
  defaultTerm: number | null,
): Charge<E>[] {
  const known = entries.filter((e) => e.date <= asOf).sort(inLedgerOrder);
  const charges = known.filter(isCharge).map((entry) => newCharge(entry, defaultTerm));
  const lastSettled = new Map<Charge<E>, string>();
  const credits = new Map<string, Decimal>();
  const credit = (day: string, amount: Decimal) =>
    credits.set(day, (credits.get(day) ?? new Decimal(0)).plus(amount));

  for (const e of known) {
    const amount = new Decimal(e.amount).abs();
    if (e.kind === 'refund') credit(e.date, amount.neg());
    if (e.kind === 'return' || (e.kind === 'opening' && !isCharge(e))) credit(e.date, amount);
    if (e.kind !== 'payment') continue;
    let rest = amount;
    for (const c of e.settles === null ? [] : charges.filter((c) => c.entry.entry_id === e.settles)) {
      const part = Decimal.min(rest, c.open);
      if (part.isZero()) continue;
      rest = rest.minus(part);
      c.open = c.open.minus(part);
      c.settled = c.settled.plus(part);
      c.settled_by.push(e.entry_id);
      lastSettled.set(c, e.date);
    }
    credit(e.date, rest);
  }

  const pool = poolOf(credits);
  const inPool = pool.at(-1)?.total ?? new Decimal(0);
  let upTo = new Decimal(0);
  for (const c of charges) {
    const before = upTo;
    const wanted = c.open;
    upTo = upTo.plus(wanted);
    const reached = wanted.isZero() ? undefined : pool.find((p) => p.total.gte(upTo));
    c.from_pool = Decimal.max(0, Decimal.min(wanted, inPool.minus(before)));
    c.open = wanted.minus(c.from_pool);
    if (wanted.isZero() || reached) {
      c.paid_on = latest(c.entry.date, lastSettled.get(c), reached?.day);
      c.state = 'covered';
    } else if (c.due_on !== null && c.due_on < asOf) {
      c.state = 'overdue';
      c.days_overdue = daysBetween(c.due_on, asOf);
    }
  }
  return charges;
}

function newCharge<E extends LedgerEntry>(entry: E, defaultTerm: number | null): Charge<E> {
  const zero = new Decimal(0);
  return {
    entry,
    paid_on: null,
    due_on: dueOf(entry, defaultTerm),
    state: 'not_due',
    days_overdue: 0,
    settled: zero,
    from_pool: zero,
    open: new Decimal(entry.amount),
    settled_by: [],
  };
}

/** The pool on each day on which it moves: the least running total of that or any later day, not below 0. */
function poolOf(credits: ReadonlyMap<string, Decimal>): { day: string; total: Decimal }[] {
  let running = new Decimal(0);
  const days = [...credits].sort(([a], [b]) => text(a, b));
  const pool = days.map(([day, amount]) => {
    running = running.plus(amount);
    return { day, total: running };
  });
  for (let i = pool.length - 2; i >= 0; i--) {
    const [here, next] = [pool[i], pool[i + 1]];
    if (here && next) here.total = Decimal.min(here.total, next.total);
  }
  for (const p of pool) p.total = Decimal.max(0, p.total);
  return pool;
}
