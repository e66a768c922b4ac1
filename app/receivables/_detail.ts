/** What the drawer shows of one customer: how its credits cover its charges, and its ledger. */
import Decimal from 'decimal.js';
import type { PageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { addDays, periodOf } from '@/lib/format';
import { receivableEntries, receivableSales } from '@/lib/reports/receivables-detail';
import { rowsOf } from '@/lib/reports/run';
import type { ReceivableRow, ReceivablesModel } from './_model';

export type Sale = Awaited<ReturnType<typeof receivableSales.run>>[number];
export type Entry = Awaited<ReturnType<typeof receivableEntries.run>>[number];

/** A-02 in sums, yuan: charges = settled + fromPool + open; pool = fromPool + unused; balance = open − unused. */
export interface Pool {
  charges: string;
  settled: string;
  pool: string;
  fromPool: string;
  /** Of the pool, what covers nothing yet; negative where refunds took back more than came in. */
  unused: string;
  open: string;
}

export interface ReceivableDetail {
  row: ReceivablesModel['rows'][number];
  sales: Sale[];
  entries: Entry[];
  pool: Pool;
  onTime: { due: string; paid: string } | null;
  /** Balances at the as-of date and at the ends of the six months before it, the latest first. */
  history: { day: string; balance: string }[];
}

const sum = (values: readonly string[]) => values.reduce((total, value) => total.plus(value), new Decimal(0));

export function poolOf(sales: readonly Sale[], row: Pick<ReceivableRow, 'balance'>): Pool {
  const charges = sum(sales.map((s) => s.amount));
  const settled = sum(sales.map((s) => s.settled));
  const fromPool = sum(sales.map((s) => s.from_pool));
  const open = sum(sales.map((s) => s.open));
  const unused = open.minus(row.balance);
  return {
    charges: charges.toFixed(2),
    settled: settled.toFixed(2),
    pool: fromPool.plus(unused).toFixed(2),
    fromPool: fromPool.toFixed(2),
    unused: unused.toFixed(2),
    open: open.toFixed(2),
  };
}

/** The balance after the last entry of a day or before; zero before the first. */
const balanceAt = (entries: readonly Entry[], day: string): string =>
  entries.findLast((e) => e.date <= day)?.balance ?? '0.00';

/** Null where the address names nobody of the list. */
export async function receivableDetail(
  ctx: PageContext,
  model: ReceivablesModel,
  search: SearchParams,
): Promise<ReceivableDetail | null> {
  const row = model.rowOf(one(search, 'row') ?? '');
  if (!row) return null;
  const { as_of } = model.params;
  const question = { as_of, customer_id: row.customer_id };
  const [sales, entries] = await Promise.all([
    rowsOf(receivableSales, ctx, question),
    rowsOf(receivableEntries, ctx, question),
  ]);
  const days = [as_of];
  for (let at = as_of; days.length < 7; days.push(at)) at = addDays(periodOf(at, 'month').start, -1);
  return {
    row,
    sales,
    entries,
    pool: poolOf(sales, row),
    onTime: Number(row.due_amount) === 0 ? null : { due: row.due_amount, paid: row.on_time_amount },
    history: days.map((day) => ({ day, balance: balanceAt(entries, day) })),
  };
}
