/**
 * Judged customers as columns (I-01 to I-09): what lists, counts, splits and filters of the idle and the due are read
 * from. Rows are made of those that are shown.
 */
import { type Cents, yuanOf } from '@/lib/rules/cents';
import type { IdleClass, IdleReason } from '@/lib/rules/idle';
import { reasonBits } from '@/lib/rules/idle_days';
import { methods } from '@/lib/rules/parameters/customers';
import { type Coded, type Column, NONE } from '@/lib/warehouse/columns';
import type { Facts } from './idle_facts';
import { dayAt } from './kept_columns';
import { ordered } from './ordering';

/** What customers can be filtered by, beside the products that they bought. */
export const judgedSplits = ['department', 'region', 'owner', 'grade', 'tier', 'class'] as const;
export type JudgedSplit = (typeof judgedSplits)[number];
/** The filters of a question, by the bits of `outside`. */
export const judgedFilters = [...judgedSplits, 'reason'] as const;

export interface JudgedFilters extends Partial<Record<JudgedSplit, readonly string[] | undefined>> {
  reason?: readonly string[] | undefined;
}

/** A watched customer as reports show it. */
export interface JudgedRow {
  customer_id: string;
  name: string;
  department: string | null;
  region: string | null;
  owner: string | null;
  grade: string | null;
  tier: string | null;
  class: IdleClass;
  last_contact_on: string | null;
  last_contact_method: string | null;
  last_visit_on: string | null;
  last_sale_on: string | null;
  /** Earliest of the reasons that apply; null: not idle. */
  due_on: string | null;
  /** By name. */
  reasons: IdleReason[];
  next_due_on: string | null;
  next_reasons: IdleReason[];
  /** Yuan. */
  value_at_stake: string;
}

/** Customers by their place in the register; those who are not watched are neither idle nor within any filter. */
export class IdleJudged {
  readonly length: number;
  /** Whole days since 1970; `NONE` of who is not idle. */
  readonly dueOn: Column;
  /** Earliest due date that is not past. */
  readonly nextDueOn: Column;
  readonly lastContactOn: Column;
  /** Cents. */
  readonly stake: Column;
  private order: Uint32Array | undefined;

  constructor(private readonly judged: Judged) {
    this.length = judged.register.length;
    this.dueOn = judged.due_on;
    this.nextDueOn = judged.next_due_on;
    this.lastContactOn = judged.last_contact_on;
    this.stake = judged.stake;
  }

  /** By their keys. */
  get keys(): Column {
    return this.judged.register.keys;
  }

  /** The places of the watched in the order of the list: the most valuable first (I-09). */
  inOrder(): Uint32Array {
    this.order ??= listOrder(this.judged);
    return this.order;
  }

  /** Some of the idle in the order of the list. @param places as the register has them */
  inListOrder(places: Uint32Array): Uint32Array {
    return byValue(places, this.stake, new Float64Array(this.judged.due_on));
  }

  isIdle(place: number): boolean {
    return this.dueOn[place] !== NONE;
  }

  /** Of the trade, not blacklisted on the day, and a buyer of what was asked for. */
  isWatched(place: number): boolean {
    return this.judged.watched[place] === 1;
  }

  hasBought(place: number): boolean {
    return this.judged.last_sale_on[place] !== NONE;
  }

  /** The codes of a split, and what they stand for. */
  split(split: JudgedSplit): Coded {
    return this.judged.of[split];
  }

  nextReasonsOf(place: number): readonly IdleReason[] {
    return reasonsIn(this.judged.next_reasons[place] ?? 0);
  }

  reasonsOf(place: number): readonly IdleReason[] {
    return reasonsIn(this.judged.reasons[place] ?? 0);
  }

  /** Whether a customer is watched and lies in all filters. */
  within(filters: JudgedFilters): (place: number) => boolean {
    const outside = this.outside(filters);
    const { watched } = this.judged;
    return (place) => watched[place] === 1 && outside(place) === 0;
  }

  /**
   * In which filters a watched customer does not lie: a bit each, in the order of `judgedFilters`; what lies in all but
   * one counts among the values of that one.
   */
  outside(filters: JudgedFilters): (place: number) => number {
    const { reasons, of } = this.judged;
    const wanted = judgedFilters.flatMap((filter, bit) => {
      const values = filters[filter];
      if (!values?.length) return [];
      const open =
        filter === 'reason'
          ? Uint8Array.from({ length: 2 ** reasonBits.length }, (_, bits) =>
              reasonsIn(bits).some((r) => values.includes(r)) ? 1 : 0,
            )
          : Uint8Array.from(of[filter].texts, (t) => (t !== null && values.includes(t) ? 1 : 0));
      return [{ codes: filter === 'reason' ? reasons : of[filter].codes, open, bit: 1 << bit }];
    });
    return (place) => {
      let bits = 0;
      for (const { codes, open, bit } of wanted) if (open[codes[place] ?? 0] === 0) bits |= bit;
      return bits;
    };
  }

  /** Reasons as a split of its own: codes are their bits, texts the reasons of each. */
  get reasonSplit(): { codes: Uint8Array; texts: readonly (readonly IdleReason[])[] } {
    const texts = Array.from({ length: 2 ** reasonBits.length }, (_, bits) => reasonsIn(bits));
    return { codes: this.judged.reasons, texts };
  }

  /** The place of a customer; -1 where it is not watched. */
  placeOf(customer_id: string): number {
    const { register, watched } = this.judged;
    for (let i = 0; i < this.length; i++) if (watched[i] === 1 && register.idOf(i) === customer_id) return i;
    return -1;
  }

  row(place: number): JudgedRow {
    const { judged } = this;
    const text = (split: JudgedSplit) => {
      const { codes, texts } = judged.of[split];
      return texts[codes[place] ?? 0] ?? null;
    };
    return {
      customer_id: judged.register.idOf(place) ?? '',
      name: judged.register.nameOf(place) ?? '',
      department: text('department'),
      region: text('region'),
      owner: text('owner'),
      grade: text('grade'),
      tier: text('tier'),
      class: text('class') as IdleClass,
      last_contact_on: dayAt(judged.last_contact_on, place),
      last_contact_method: methods[(judged.last_method[place] ?? 0) - 1] ?? null,
      last_visit_on: dayAt(judged.last_visit_on, place),
      last_sale_on: dayAt(judged.last_sale_on, place),
      due_on: dayAt(judged.due_on, place),
      reasons: [...this.reasonsOf(place)],
      next_due_on: dayAt(judged.next_due_on, place),
      next_reasons: [...this.nextReasonsOf(place)],
      value_at_stake: yuanOf((this.stake[place] ?? 0) as Cents),
    };
  }
}

/** The reasons of each sum of bits, made once. */
const known = new Map<number, readonly IdleReason[]>();

function reasonsIn(bits: number): readonly IdleReason[] {
  const made = known.get(bits);
  if (made) return made;
  const reasons = reasonBits.filter((_, bit) => (bits & (1 << bit)) !== 0);
  known.set(bits, reasons);
  return reasons;
}

const days = ['last_contact_on', 'last_visit_on', 'last_sale_on', 'due_on', 'next_due_on'] as const;
const small = ['watched', 'last_method', 'class', 'tier', 'reasons', 'next_reasons'] as const;

/** What is found of each customer, by its place in the register; of who is not watched, nothing. */
export type Found = Record<(typeof days)[number], Int32Array> & Record<(typeof small)[number], Uint8Array>;

export interface Judged extends Found {
  register: Facts['register'];
  stake: Column;
  of: Record<JudgedSplit, Coded>;
}

export function room(length: number): Found {
  return {
    ...named(days, () => new Int32Array(length).fill(NONE)),
    ...named(small, () => new Uint8Array(length)),
  };
}

export function named<N extends string, V>(names: readonly N[], of: (name: N) => V): Record<N, V> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<N, V>;
}

/** The watched in the order of the list; who is not idle comes after those of the same value who are (I-09). */
function listOrder({ watched, stake, due_on }: Judged): Uint32Array {
  // Made of the other at once: `from` would walk over it.
  const due = new Float64Array(due_on as Int32Array);
  const places = new Uint32Array(watched.length);
  let [n, latest] = [0, 0];
  for (let i = 0; i < watched.length; i++) {
    if (watched[i] === 1) places[n++] = i;
    latest = Math.max(latest, due_on[i] as number);
  }
  for (let i = 0; i < due.length; i++) if (due[i] === NONE) due[i] = latest + 1;
  return byValue(places.subarray(0, n), stake, due);
}

/**
 * The most valuable first, of those who is due first, then by customer number.
 * @param places as the register has them, by customer number
 * @param due days since 1970, by place
 */
export function byValue(places: Uint32Array, stake: Column, due: Float64Array): Uint32Array {
  const byDay = ordered(places, due);
  if (stake instanceof BigInt64Array) {
    return byDay.sort((a, b) => {
      const [x, y] = [stake[a] ?? 0n, stake[b] ?? 0n];
      return x === y ? 0 : x > y ? -1 : 1;
    });
  }
  const values = new Float64Array(stake.length);
  for (let i = 0; i < values.length; i++) values[i] = -(stake[i] as number);
  return ordered(byDay, values);
}
