/** How customers' charges are covered as of a day, added up by customer (A-01 to A-04, R-03): columns by `customer_key`. */
import { customerCover, receivableBalances } from '@/lib/queries/receivables';
import { Cover, dueOn, NO_DAY } from '@/lib/rules/cover_days';
import { addDays, periodOf } from '@/lib/rules/period';
import type { Column } from '@/lib/warehouse/columns';
import { dayNumber, keepColumns, placesOf, type Shelf } from './kept_columns';
import { type KeptLedger, ledgerOf } from './ledger_kept';
import type { ReportContext } from './report';

/** From what is not due to what is longest over. */
export const ages = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91'] as const;

/** Cents. */
const owedNames = ['balance', ...ages, 'due_amount', 'on_time_amount'] as const;
const problemAmounts = ['due_amount', 'on_time_amount'] as const;
const problemCounts = ['problem_sales', 'unclean_sales'] as const;
const problemDays = [
  'first_late_on',
  'oldest_overdue_on',
  'paid_found_on',
  'overdue_found_on',
  'found_before_on',
  'last_found_on',
] as const;

/** What customers owe; of one without a ledger row by the day `hasRow` is 0. */
export type Owed = Record<(typeof owedNames)[number], Column> & { hasRow: Uint8Array };

/** What reviews want to know; a day is `NO_DAY` where there is none. */
export type SaleProblems = Record<
  (typeof problemAmounts)[number] | (typeof problemCounts)[number] | (typeof problemDays)[number],
  Column
>;

interface Term {
  as_of: string;
  /** Sales due from here to `as_of` make the on-time rate. */
  due_from: string;
  /** days; null: a sale without a due date is never due. */
  default_term: number | null;
}

export interface ProblemSpan extends Term {
  /** Sales found late from here to `as_of` are problems; overdue ones always. */
  found_from: string;
  /** The same, for the look-back of a clean record. */
  clean_from: string;
  grace_days: number;
}

function columnsOf<N extends string, C>(names: readonly N[], column: () => C): Record<N, C> {
  return Object.fromEntries(names.map((name) => [name, column()])) as Record<N, C>;
}

/** of every customer; kept by data version. */
export function owedAt(ctx: ReportContext, asked: Term): Promise<Owed> {
  return kept(ctx, 'owed', asked, 'owed', async () => {
    const ledger = await ledgerOf(ctx);
    return ledger === null ? owedByQuery(ctx, asked) : owedIn(ledger, asked);
  });
}

function kept<T extends Record<'due_amount', Column>>(
  ctx: ReportContext,
  what: string,
  asked: Term,
  shelf: Shelf,
  find: () => Promise<T>,
): Promise<T> {
  const key = JSON.stringify([what, ctx.db.dir, ctx.db.dataVersion(), asked]);
  const read = async () => {
    const value = await find();
    return { value, size: value.due_amount.length };
  };
  return keepColumns([key], read, shelf);
}

function owedIn(ledger: KeptLedger, asked: Term): Owed {
  const { charges, since } = ledger;
  const [day, from] = [dayNumber(asked.as_of), dayNumber(asked.due_from)];
  const size = since.length;
  const owed = columnsOf(owedNames, () => new Float64Array(size));
  const hasRow = new Uint8Array(size);
  const cover = new Cover(ledger);
  for (let key = 0; key < size; key++) {
    const first = since[key] as number;
    if (first === NO_DAY || first > day) continue;
    hasRow[key] = 1;
    const known = cover.of(key, day);
    owed.balance[key] = cover.charged - cover.credited;
    if (known === 0) continue;
    const start = charges.starts[key] as number;
    let [notDue, d30, d60, d90, d91, due, onTime] = [0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < known; i++) {
      const on = dueOn(charges, start + i, asked.default_term);
      const paid = cover.paidOn[i] as number;
      if (paid === NO_DAY) {
        const left = cover.open[i] as number;
        const days = on === NO_DAY ? 0 : day - on;
        if (days <= 0) notDue += left;
        else if (days <= 30) d30 += left;
        else if (days <= 60) d60 += left;
        else if (days <= 90) d90 += left;
        else d91 += left;
      }
      if (on < from || on > day || charges.isSale[start + i] !== 1) continue;
      const amount = charges.amount[start + i] as number;
      due += amount;
      if (paid !== NO_DAY && paid <= on) onTime += amount;
    }
    owed.not_due[key] = notDue;
    owed.d1_30[key] = d30;
    owed.d31_60[key] = d60;
    owed.d61_90[key] = d90;
    owed.d91[key] = d91;
    owed.due_amount[key] = due;
    owed.on_time_amount[key] = onTime;
  }
  return { ...owed, hasRow };
}

/** the sales of every customer that are problems; kept by data version. */
export function problemsAt(ctx: ReportContext, asked: ProblemSpan): Promise<SaleProblems> {
  return kept(ctx, 'problems', asked, 'customers', async () => {
    const ledger = await ledgerOf(ctx);
    return ledger === null ? problemsByQuery(ctx, asked) : problemsIn(ledger, asked);
  });
}

function problemsIn(ledger: KeptLedger, asked: ProblemSpan): SaleProblems {
  const { charges } = ledger;
  const day = dayNumber(asked.as_of);
  const [dueFrom, foundFrom] = [dayNumber(asked.due_from), dayNumber(asked.found_from)];
  const cleanFrom = dayNumber(asked.clean_from);
  const size = charges.starts.length - 1;
  const amounts = columnsOf(problemAmounts, () => new Float64Array(size));
  const counts = columnsOf(problemCounts, () => new Int32Array(size));
  const days = columnsOf(problemDays, () => new Int32Array(size).fill(NO_DAY));
  const cover = new Cover(ledger);
  const add = (column: Int32Array | Float64Array, key: number, value: number) => {
    column[key] = (column[key] as number) + value;
  };
  const earliest = (column: Int32Array, key: number, on: number) => {
    const known = column[key] as number;
    if (known === NO_DAY || on < known) column[key] = on;
  };
  for (let key = 0; key < size; key++) {
    const known = cover.of(key, day);
    const start = charges.starts[key] as number;
    for (let i = 0; i < known; i++) {
      if (charges.isSale[start + i] !== 1) continue;
      const on = dueOn(charges, start + i, asked.default_term);
      if (on === NO_DAY || on > day) continue;
      const paid = cover.paidOn[i] as number;
      if (on >= dueFrom) {
        const amount = charges.amount[start + i] as number;
        add(amounts.due_amount, key, amount);
        if (paid !== NO_DAY && paid <= on) add(amounts.on_time_amount, key, amount);
      }
      // Found late on the day after the last one on which it could still be covered in time.
      const last = on + asked.grace_days;
      const lateOn = paid === NO_DAY || paid > last ? last + 1 : NO_DAY;
      const overdue = paid === NO_DAY && on < day;
      const late = (from: number) => lateOn >= from && lateOn <= day;
      if (overdue) earliest(days.oldest_overdue_on, key, on);
      if (overdue || late(cleanFrom)) add(counts.unclean_sales, key, 1);
      const isLate = late(foundFrom);
      if (!overdue && !isLate) continue;
      add(counts.problem_sales, key, 1);
      if (isLate) earliest(days.first_late_on, key, lateOn);
      // On which day it was a problem first: overdue from before, the day after its due date.
      const found = isLate ? lateOn : on + 1;
      if (found < foundFrom) earliest(days.found_before_on, key, found);
      else earliest(overdue ? days.overdue_found_on : days.paid_found_on, key, found);
      days.last_found_on[key] = Math.max(days.last_found_on[key] as number, found);
    }
  }
  return { ...amounts, ...counts, ...days };
}

/** A company's own numbers by key, from rows that bear keys. */
function byKey<N extends string>(
  names: readonly N[],
  rows: Record<N | 'customer_key', Column>,
  empty: number,
): Record<N, Column> {
  const places = placesOf(rows.customer_key);
  return Object.fromEntries(
    names.map((name) => {
      const from = rows[name];
      if (from instanceof BigInt64Array)
        return [name, BigInt64Array.from(places, (p) => (p === 0 ? 0n : (from[p - 1] ?? 0n)))];
      const to = from instanceof Int32Array ? new Int32Array(places.length) : new Float64Array(places.length);
      for (let key = 0; key < to.length; key++) {
        const place = places[key] as number;
        to[key] = place === 0 ? empty : (from[place - 1] as number);
      }
      return [name, to];
    }),
  ) as Record<N, Column>;
}

/** The same as the engine counts it, for amounts beyond what a number holds exactly. */
async function owedByQuery(ctx: ReportContext, asked: Term): Promise<Owed> {
  const { as_of } = asked;
  const covered = [...ages, 'due_amount', 'on_time_amount'] as const;
  const [balances, covers] = await Promise.all([
    receivableBalances.columns(ctx.db, { as_of, year_start: periodOf(addDays(as_of, 1), 'year').start }, [
      'customer_key',
      'balance',
    ]),
    coverByQuery(
      ctx,
      { ...asked, found_from: asked.due_from, clean_from: asked.due_from, grace_days: 0 },
      { ages: true, problems: false },
      covered,
    ),
  ]);
  const hasRow = Uint8Array.from(placesOf(balances.customer_key), (place) => (place === 0 ? 0 : 1));
  return { ...byKey(['balance'], balances, 0), ...byKey(covered, covers, 0), hasRow };
}

async function problemsByQuery(ctx: ReportContext, asked: ProblemSpan): Promise<SaleProblems> {
  const numbers = [...problemAmounts, ...problemCounts] as const;
  const rows = await coverByQuery(ctx, asked, { ages: false, problems: true }, [...numbers, ...problemDays]);
  return { ...byKey(numbers, rows, 0), ...byKey(problemDays, rows, NO_DAY) };
}

type CoverName = keyof Awaited<ReturnType<typeof customerCover>>[number];

const coverByQuery = <N extends CoverName>(
  ctx: ReportContext,
  asked: ProblemSpan,
  parts: { ages: boolean; problems: boolean },
  names: readonly N[],
) => customerCover.columns(ctx.db, { ...asked, ...parts, customers: null }, ['customer_key', ...names]);
