/**
 * What idle customers are judged by (I-01 to I-09), read once for each version of the data and kept as columns of
 * numbers: nothing of it depends on the as-of date or on the policy. Another day is then a search in memory, where it
 * was a question to ten million contacts. Customers stand by their key; who is in sight stands in the register alone.
 */
import {
  contactTurns,
  idleRegister,
  intentSpans,
  listedSpans,
  productBuyers,
  saleDays,
  tierDecisions,
} from '@/lib/queries/idle';
import type { Cents } from '@/lib/rules/cents';
import { methods } from '@/lib/rules/parameters/customers';
import { type Coded, type Column, NONE, type Table } from '@/lib/warehouse/columns';
import { decisionsVersion } from '@/lib/work/store';
import { keepColumns, startsOf } from './kept_columns';
import type { ReportContext } from './report';
import { scopeParams } from './viewer';

export const registerSplits = ['department', 'region', 'owner', 'grade', 'tier'] as const;

/** The customers of the trade in sight of the viewer, by customer number. */
export interface Register {
  readonly length: number;
  readonly keys: Column;
  /** `tier` is that of the register, before any decision. */
  readonly of: Readonly<Record<(typeof registerSplits)[number], Coded>>;
  /** The day from which it is assigned, else entered, else collected: the first of them that is not after a day. */
  readonly since: readonly Column[];
  readonly admittedOn: Column;
  readonly idOf: (row: number) => string | null;
  readonly nameOf: (row: number) => string | null;
}

function registerOf(table: Table): Register {
  return {
    length: table.length,
    keys: table.numbers('customer_key'),
    of: Object.fromEntries(registerSplits.map((s) => [s, table.coded(s)])) as unknown as Register['of'],
    since: ['assigned_on', 'entered_on', 'collected_on'].map((name) => table.numbers(name)),
    admittedOn: table.numbers('admitted_on'),
    idOf: table.text('customer_id'),
    nameOf: table.text('name'),
  };
}

/** Bits of an entry: whether it ended cold, then the place of its method, then its day. */
const [METHOD_BIT, DAY_BIT] = [1, 5];
const METHOD_MASK = 15;

/** A bit for each of some methods; null: all, those without a name too. */
export function methodMask(wanted: readonly string[] | null): number {
  if (wanted === null) return 2 ** (methods.length + 1) - 1;
  return methods.reduce((mask, m, i) => (wanted.includes(m) ? mask | (1 << (i + 1)) : mask), 0);
}

/** All contacts, each customer's in their order. */
export class Contacts {
  /** @param starts by key, where a customer's entries begin; the next one's begin where they end */
  constructor(
    private readonly starts: Int32Array,
    private readonly entries: Int32Array,
  ) {}

  /** Where a customer's contacts by a day end. */
  endBy(customer_key: number, day: number): number {
    const { entries } = this;
    // Who was never contacted may lie beyond the last who was.
    let low = this.starts[customer_key] ?? 0;
    let high = this.starts[customer_key + 1] ?? low;
    const after = (day + 1) * 2 ** DAY_BIT;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entries[middle] as number) < after) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The last of a customer's contacts before an end, by one of the methods of a mask; -1 where there is none. */
  last(customer_key: number, end: number, mask: number): number {
    const start = this.starts[customer_key] ?? end;
    for (let at = end - 1; at >= start; at--) {
      const method = ((this.entries[at] as number) >> METHOD_BIT) & METHOD_MASK;
      if ((mask & (1 << method)) !== 0) return at;
    }
    return -1;
  }

  dayAt(place: number): number {
    return place < 0 ? NONE : (this.entries[place] as number) >> DAY_BIT;
  }

  /** From 1, as `methods` has them; 0 where the contact names none. */
  methodAt(place: number): number {
    return place < 0 ? 0 : ((this.entries[place] as number) >> METHOD_BIT) & METHOD_MASK;
  }

  isCold(place: number): boolean {
    return place >= 0 && ((this.entries[place] as number) & 1) === 1;
  }
}

function contactsOf({
  customer_key,
  turn,
  entry,
}: Record<'customer_key' | 'turn' | 'entry', Column>): Contacts {
  const starts = startsOf(customer_key);
  const entries = new Int32Array(entry.length);
  for (let i = 0; i < entry.length; i++) {
    const place = (starts[customer_key[i] as number] as number) + (turn[i] as number) - 1;
    entries[place] = entry[i] as number;
  }
  return new Contacts(starts, entries);
}

/** The days on which customers bought or returned something, each customer's in their order. */
export interface SaleDays {
  /** By key. */
  readonly starts: Int32Array;
  readonly day: Column;
  /** 1 where something was sold on it. */
  readonly sold: Column;
  /** Days since the sale date before; `NONE` on the first, and where nothing was sold. */
  readonly gap: Column;
  /** Cents. */
  readonly net: Column;
}

/** Spans of days: the first, and the day after the last, or `NONE`. */
export interface Spans {
  readonly keys: Column;
  readonly from: Column;
  readonly to: Column;
}

/** When opportunities were open at solution or later, those of a customer beside one another. */
export interface Intents {
  /** By key, where each customer's begin; one more at the end. */
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The day of its creation, or `NONE`. */
  readonly created: Int32Array;
}

function intentsOf(read: Record<'customer_key' | 'from_on' | 'to_on' | 'created_on', Column>): Intents {
  const starts = startsOf(read.customer_key);
  const next = starts.slice();
  const count = read.customer_key.length;
  const [from, to, created] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let i = 0; i < count; i++) {
    const key = read.customer_key[i] as number;
    const at = next[key] as number;
    next[key] = at + 1;
    from[at] = read.from_on[i] as number;
    to[at] = read.to_on[i] as number;
    created[at] = read.created_on[i] as number;
  }
  return { starts, from, to, created };
}

export interface Facts {
  /** One more than the largest key of a customer. */
  readonly size: number;
  readonly register: Register;
  readonly contacts: Contacts;
  readonly sales: SaleDays;
  readonly intents: Intents;
  readonly listed: Spans;
  readonly tiers: { readonly keys: Column; readonly from: Column; readonly tier: Coded };
  /** Of the products asked for; null: everybody. */
  readonly bought: { readonly keys: Column; readonly first: Column } | null;
}

/** What is kept is counted in rows of so many bytes. */
const ROW_BYTES = 30;
const rowsIn = (count: number, bytes: number): number => Math.ceil((count * bytes) / ROW_BYTES);

/** @param products who bought one of them, and since when */
export async function idleFacts(ctx: ReportContext, products: readonly string[] | null): Promise<Facts> {
  const { db } = ctx;
  const scope = scopeParams(ctx.viewer);
  const kept = <T>(name: string, under: unknown, read: () => Promise<{ value: T; size: number }>) =>
    keepColumns([JSON.stringify([name, db.dir, db.dataVersion(), under])], read, 'idle');
  const decisions = decisionsVersion(db.dir);
  const [register, contacts, sales, intents, listed, tiers, bought] = await Promise.all([
    kept('idle register', scope, async () => {
      const value = registerOf(await idleRegister.table(db, scope));
      return { value, size: rowsIn(value.length, 180) };
    }),
    kept('contacts', null, async () => {
      const read = await contactTurns.columns(db, { methods: [...methods] }, [
        'customer_key',
        'turn',
        'entry',
      ]);
      return { value: contactsOf(read), size: rowsIn(read.entry.length, 4) };
    }),
    kept('sale days', null, async () => {
      const names = ['customer_key', 'date', 'has_sale', 'gap_days', 'net_sales'] as const;
      const read = await saleDays.columns(db, {}, names);
      const { date: day, has_sale: sold, gap_days: gap, net_sales: net } = read;
      const value: SaleDays = { starts: startsOf(read.customer_key), day, sold, gap, net };
      return { value, size: rowsIn(day.length, 20) };
    }),
    kept('intents', null, async () => {
      const names = ['customer_key', 'from_on', 'to_on', 'created_on'] as const;
      const read = await intentSpans.columns(db, {}, names);
      return { value: intentsOf(read), size: rowsIn(read.customer_key.length, 12) };
    }),
    kept('listed', decisions, async () => {
      const read = await listedSpans.columns(db, {}, ['customer_key', 'listed_on', 'removed_on']);
      const { customer_key: keys, listed_on: from, removed_on: to } = read;
      return { value: { keys, from, to }, size: rowsIn(keys.length, 12) };
    }),
    kept('tiers', decisions, async () => {
      const read = await tierDecisions.table(db, {});
      const value = {
        keys: read.numbers('customer_key'),
        from: read.numbers('effective_on'),
        tier: read.coded('tier'),
      };
      return { value, size: rowsIn(read.length, 12) };
    }),
    products &&
      kept('bought', products, async () => {
        const read = await productBuyers.columns(db, { products: [...products] }, [
          'customer_key',
          'first_on',
        ]);
        const value = { keys: read.customer_key, first: read.first_on };
        return { value, size: rowsIn(value.keys.length, 8) };
      }),
  ]);
  let size = 0;
  for (let i = 0; i < register.length; i++) size = Math.max(size, (register.keys[i] as number) + 1);
  return { size, register, contacts, sales, intents, listed, tiers, bought };
}

/** Net sales of some rows, cents: big where a number would not be exact. */
export function netOf(net: Column, from: number, to: number): Cents {
  let sum = 0;
  if (!(net instanceof BigInt64Array)) {
    for (let i = from; i < to; i++) sum += net[i] as number;
    if (Number.isSafeInteger(sum)) return sum;
  }
  let big = 0n;
  for (let i = from; i < to; i++) big += BigInt(net[i] as number | bigint);
  return big;
}
