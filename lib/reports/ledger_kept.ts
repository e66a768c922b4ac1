/**
 * The ledger of every customer as columns of numbers, read once for each version of the data: how charges are covered as
 * of any day is then a walk in memory. Some 11 bytes a ledger row. Nothing of a day, a filter or the policy is in it.
 */
import { ledgerCharges, ledgerCredits, ledgerSettlements, ledgerSince } from '@/lib/queries/ledger';
import { type Amounts, type CoverLedger, NO_DAY } from '@/lib/rules/cover_days';
import type { Column } from '@/lib/warehouse/columns';
import { keepColumns, startsOf } from './kept_columns';
import type { ReportContext } from './report';

export interface KeptLedger extends CoverLedger {
  /** By key the day of the first row of any kind, or `NO_DAY`; one longer than the largest key. */
  since: Int32Array;
}

/** Cents up to which a sum is exact whatever is added to or taken from it on the way. */
const EXACT = 2 ** 52;
const HALF_WORD = 2 ** 31;

/** The amounts, in four bytes each where they fit; null where one is too large to be exact as a number. */
function amountsOf(column: Column): { amounts: Amounts; total: number; whole: boolean } {
  let [total, small] = [0, true];
  for (let i = 0; i < column.length; i++) {
    const size = Math.abs(Number(column[i]));
    total += size;
    if (size >= HALF_WORD) small = false;
  }
  const whole = !(column instanceof BigInt64Array);
  const amounts = whole ? column : new Float64Array();
  return { amounts: small && whole ? new Int32Array(amounts) : amounts, total, whole };
}

/** The amounts by other places. */
function placed(amounts: Amounts, places: Int32Array): Amounts {
  const to =
    amounts instanceof Int32Array ? new Int32Array(amounts.length) : new Float64Array(amounts.length);
  for (let i = 0; i < places.length; i++) to[places[i] as number] = amounts[i] as number;
  return to;
}

type Read<N extends string> = Record<N, Column>;

/** Charges in their order: `position` counts a customer's without gaps. */
function chargesOf(
  read: Read<'customer_key' | 'position' | 'date' | 'due_on' | 'is_sale'>,
  amounts: Amounts,
): CoverLedger['charges'] {
  const starts = startsOf(read.customer_key);
  const count = read.position.length;
  const places = new Int32Array(count);
  const [date, dueOn, isSale] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  for (let i = 0; i < count; i++) {
    const at = (starts[read.customer_key[i] as number] as number) + (read.position[i] as number) - 1;
    places[i] = at;
    date[at] = read.date[i] as number;
    dueOn[at] = read.due_on[i] as number;
    isSale[at] = read.is_sale[i] as number;
  }
  return { starts, date, dueOn, isSale, amount: placed(amounts, places) };
}

async function read(ctx: ReportContext): Promise<{ value: KeptLedger | null; size: number }> {
  const { db } = ctx;
  const [charged, settled, credited, first] = await Promise.all([
    ledgerCharges.columns(db, {}, ['customer_key', 'position', 'date', 'due_on', 'is_sale', 'amount']),
    ledgerSettlements.columns(db, {}, ['customer_key', 'position', 'date', 'amount']),
    ledgerCredits.columns(db, {}, ['customer_key', 'date', 'amount']),
    ledgerSince.columns(db, {}, ['customer_key', 'first_on']),
  ]);
  const parts = [amountsOf(charged.amount), amountsOf(settled.amount), amountsOf(credited.amount)] as const;
  const exact = parts.every((p) => p.whole) && parts.reduce((sum, p) => sum + p.total, 0) < EXACT;
  if (!exact) return { value: null, size: 0 };
  const charges = chargesOf(charged, parts[0].amounts);
  const charge = new Int32Array(settled.position.length);
  for (let i = 0; i < charge.length; i++)
    charge[i] =
      (charges.starts[settled.customer_key[i] as number] as number) + (settled.position[i] as number) - 1;
  let largest = 0;
  for (const key of first.customer_key) largest = Math.max(largest, Number(key));
  const since = new Int32Array(largest + 1).fill(NO_DAY);
  for (let i = 0; i < first.customer_key.length; i++)
    since[first.customer_key[i] as number] = first.first_on[i] as number;
  const value: KeptLedger = {
    charges,
    settlements: {
      starts: startsOf(settled.customer_key),
      date: settled.date as Int32Array,
      amount: parts[1].amounts,
      charge,
    },
    credits: {
      starts: startsOf(credited.customer_key),
      date: credited.date as Int32Array,
      amount: parts[2].amounts,
    },
    since,
  };
  return { value, size: charges.date.length + charge.length + credited.date.length };
}

/** The ledger; null where its amounts together are too large to be exact as numbers. */
export function ledgerOf(ctx: ReportContext): Promise<KeptLedger | null> {
  const key = JSON.stringify(['ledger', ctx.db.dir, ctx.db.dataVersion()]);
  return keepColumns([key], () => read(ctx), 'ledger');
}
