/**
 * All opportunities as columns, kept by data version: whatever period, day, split, filter or policy they are counted
 * by, they are read once. Some 80 bytes an opportunity.
 */
import { decidersMet, keptOpportunities, keptWays } from '@/lib/queries/opportunities_kept';
import type { Split } from '@/lib/rules/funnel_groups';
import { daysBetween } from '@/lib/rules/period';
import { type Coded, type Column, NONE, type Table } from '@/lib/warehouse/columns';
import { keepColumns } from './kept_columns';
import { heldBy, type RegisterFilters, registerOf } from './register_kept';
import type { ReportContext } from './report';

const EPOCH = '2000-01-01';
/** Half a number of the query; an empty day is its negative. */
const HALF = 2 ** 15;
export const NO_DAY = -HALF;

/** Days from 2000-01-01; those beyond some ninety years count as so far away. */
export const dayOf = (day: string): number => Math.max(1 - HALF, Math.min(HALF - 1, daysBetween(EPOCH, day)));

const packed = [
  ['created', 'closed'],
  ['identified', 'contacted'],
  ['solution', 'negotiation'],
  ['signed', 'left_identified'],
  ['left_contacted', 'left_solution'],
  ['left_negotiation', 'flags'],
] as const;
type Packed = (typeof packed)[number][number];

const split = ['grade', 'department', 'region', 'owner', 'salesperson', 'product', 'source'] as const;

/** Opportunities by their place in the answer that they were read from. */
export class Opportunities {
  readonly length: number;
  /** Days from 2000-01-01 or `NO_DAY`; of `flags` their bits. */
  readonly days: Record<Packed, Int16Array>;
  /** Cents; 0 where `hasExpected` or `hasSigned` says that there is none. */
  readonly expected: Column;
  readonly signed: Column;
  /** The number of each in `marts.opportunity_stages`. */
  readonly place: Column;
  /** Numbers of customers; `NONE` where no register names them. */
  readonly customer: Column;
  private readonly codes: Record<(typeof split)[number], Coded>;
  /** Where the entries of each begin, and after the last where they end. */
  private readonly starts: Int32Array;
  private readonly entries: Int32Array;

  constructor(table: Table, ways: Table) {
    this.length = table.length;
    this.days = Object.fromEntries(
      packed.flatMap(([upper, lower]) => {
        const both = table.numbers(`${upper}_${lower}`) as Int32Array;
        const bias = lower === 'flags' ? 0 : HALF;
        const [high, low] = [new Int16Array(both.length), new Int16Array(both.length)];
        for (let i = 0; i < both.length; i++) {
          const value = both[i] ?? 0;
          high[i] = value >> 16;
          low[i] = (value & 0xffff) - bias;
        }
        return [
          [upper, high],
          [lower, low],
        ];
      }),
    ) as Opportunities['days'];
    this.expected = table.numbers('expected');
    this.signed = table.numbers('signed');
    this.place = table.numbers('place');
    this.customer = table.numbers('customer_key');
    this.codes = Object.fromEntries(split.map((name) => [name, table.coded(name)])) as Opportunities['codes'];
    const owners = ways.numbers('place');
    const entries = ways.numbers('entry') as Int32Array;
    let largest = 0;
    for (const place of this.place) largest = Math.max(largest, Number(place));
    const begin = new Int32Array(largest + 2);
    for (const place of owners) begin[Number(place) + 1] = (begin[Number(place) + 1] ?? 0) + 1;
    for (let i = 1; i < begin.length; i++) begin[i] = (begin[i] ?? 0) + (begin[i - 1] ?? 0);
    const next = begin.slice();
    this.entries = new Int32Array(entries.length);
    for (let i = 0; i < entries.length; i++) {
      const place = Number(owners[i]);
      const at = next[place] ?? 0;
      this.entries[at] = entries[i] ?? 0;
      next[place] = at + 1;
    }
    this.starts = begin;
  }

  split(by: Exclude<Split, 'none'> | 'owner'): Coded {
    return this.codes[by];
  }

  hasExpected(i: number): boolean {
    return ((this.days.flags[i] ?? 0) & 1) !== 0;
  }

  isOpen(i: number, asOf: number): boolean {
    const { created, closed } = this.days;
    const [from, to] = [created[i] ?? NO_DAY, closed[i] ?? NO_DAY];
    return (from === NO_DAY || from <= asOf) && (to === NO_DAY || to > asOf);
  }

  /** F-02: the day of the latest entry by a day; `NO_DAY` before the first. */
  enteredOn(i: number, asOf: number): number {
    const at = this.latest(i, asOf);
    return at < 0 ? NO_DAY : (this.entries[at] ?? 0) >> 3;
  }

  /** F-02: the stage at a day, 1 to 5, 6 for lost; 0 before the first. */
  positionOn(i: number, asOf: number): number {
    const at = this.latest(i, asOf);
    return at < 0 ? 0 : (this.entries[at] ?? 0) & 7;
  }

  private latest(i: number, asOf: number): number {
    const place = Number(this.place[i]);
    const first = this.starts[place] ?? 0;
    for (let at = (this.starts[place + 1] ?? 0) - 1; at >= first; at--)
      if ((this.entries[at] ?? 0) >> 3 <= asOf) return at;
    return -1;
  }
}

/** All opportunities, kept by data version. */
export function opportunitiesOf(ctx: ReportContext): Promise<Opportunities> {
  const key = JSON.stringify(['opportunities', ctx.db.dir, ctx.db.dataVersion()]);
  return keepColumns(
    [key],
    async () => {
      const [table, ways] = await Promise.all([
        keptOpportunities.table(ctx.db, {}),
        keptWays.table(ctx.db, {}),
      ]);
      return { value: new Opportunities(table, ways), size: table.length };
    },
    'opportunities',
  );
}

/** V-08: by the place in the mart, the day of the first contact with a decision maker; `NONE` without one. */
export function decidersMetOf(ctx: ReportContext): Promise<Int32Array> {
  const key = JSON.stringify(['deciders met', ctx.db.dir, ctx.db.dataVersion()]);
  return keepColumns(
    [key],
    async () => {
      const met = await decidersMet.columns(ctx.db, {}, ['place', 'met_on']);
      let largest = -1;
      for (const place of met.place) largest = Math.max(largest, Number(place));
      const value = new Int32Array(largest + 1).fill(NONE);
      for (let row = 0; row < met.place.length; row++)
        value[Number(met.place[row])] = Number(met.met_on[row]);
      return { value, size: met.place.length };
    },
    'opportunities',
  );
}

const filtered = ['department', 'region', 'owner', 'grade', 'product'] as const;
export type Filtered = (typeof filtered)[number];

/** How a question sees opportunities. */
export interface Sight {
  /** In sight and in every filter. */
  within(i: number): boolean;
  /** Bits of the filters in which it does not lie, from the first of `filtered`; -1: out of sight whatever is chosen. */
  outside(i: number): number;
}

/** @throws QueryError */
export async function sightOf(
  ctx: ReportContext,
  all: Opportunities,
  asked: RegisterFilters & { as_of: string },
): Promise<Sight> {
  const open = (name: Filtered, values: readonly string[] | null) => {
    if (values === null) return null;
    const { codes, texts } = all.split(name);
    return { codes, open: Uint8Array.from(texts, (t) => (t !== null && values.includes(t) ? 1 : 0)) };
  };
  const chosen = [
    open('department', asked.departments),
    open('region', asked.regions),
    open('owner', asked.owners),
    open('grade', asked.grades),
    open('product', asked.products),
  ].map((list, bit) => list && { ...list, bit: 1 << bit });
  const lists = chosen.filter((list) => list !== null);
  const fixed = [
    open('department', asked.scope_departments),
    open('region', asked.scope_regions),
    open('owner', asked.scope_owners),
  ].filter((list) => list !== null);
  const held = asked.tiers === null ? null : await tiersHeld(ctx, asked.tiers, asked.as_of);
  const outside = (i: number): number => {
    for (const { codes, open: of } of fixed) if (of[codes[i] ?? 0] === 0) return -1;
    if (held !== null) {
      const key = Number(all.customer[i]);
      if (key === NONE || held[key] !== 1) return -1;
    }
    let bits = 0;
    for (const { codes, open: of, bit } of lists) if (of[codes[i] ?? 0] === 0) bits |= bit;
    return bits;
  };
  const unfiltered = fixed.length === 0 && lists.length === 0 && held === null;
  return { outside, within: unfiltered ? () => true : (i) => outside(i) === 0 };
}

/** Trade customers that bear one of some tiers at a date, 1 by number. */
async function tiersHeld(ctx: ReportContext, tiers: string[], as_of: string): Promise<Uint8Array> {
  const book = await registerOf(ctx);
  const held = await heldBy(ctx, book, { as_of, tiers, products: null });
  for (let key = 0; key < held.length; key++) if (book.isTrade[key] !== 1) held[key] = 0;
  return held;
}

/** The values of each filter with how many it leaves under the others, of opportunities that are counted. */
export function countValues(
  all: Opportunities,
  sight: Sight,
  counted: (i: number) => boolean,
): Record<Filtered, { value: string; count: number }[]> {
  const columns = filtered.map((name, bit) => {
    const { codes, texts } = all.split(name);
    return { name, codes, texts, bit: 1 << bit, counts: new Int32Array(texts.length) };
  });
  for (let i = 0; i < all.length; i++) {
    if (!counted(i)) continue;
    const outside = sight.outside(i);
    if (outside < 0) continue;
    // Under the others it counts where it fails in none but this one.
    for (const { codes, bit, counts } of columns) {
      if ((outside & ~bit) !== 0) continue;
      const code = codes[i] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  const valuesOf = ({ texts, counts }: (typeof columns)[number]) =>
    texts.flatMap((value, code) => {
      const count = counts[code] ?? 0;
      return value === null || count === 0 ? [] : [{ value, count }];
    });
  return Object.fromEntries(columns.map((column) => [column.name, valuesOf(column)])) as Record<
    Filtered,
    { value: string; count: number }[]
  >;
}
