/**
 * All watched customers of a date, judged, as columns (I-01 to I-09): one reading for the list of the idle, for what
 * is due, and for every filter, split and count of both. Rows are made of those that are shown.
 */
import { idleCustomers } from '@/lib/queries/idle';
import { type Cents, yuanOf } from '@/lib/rules/cents';
import type { IdleClass, IdleReason } from '@/lib/rules/idle';
import { type Coded, type Column, NONE, type Table } from '@/lib/warehouse/columns';
import { decisionsVersion } from '@/lib/work/store';
import { idleParams } from './idle_policy';
import { dayAt, keepColumns } from './kept_columns';
import { listOrAll } from './params';
import type { ReportContext } from './report';
import { scopeParams } from './viewer';

/** By name: the bits of the query, from the lowest. */
const reasonBits = ['contact', 'first_contact', 'opportunity', 'rhythm', 'trade', 'visit'] as const;

const texts = ['department', 'region', 'owner', 'grade', 'tier', 'class', 'last_contact_method'] as const;
const days = ['last_contact_on', 'last_visit_on', 'last_sale_on', 'due_on', 'next_due_on'] as const;

/** What customers can be filtered by, beside the products that they bought. */
export const judgedSplits = ['department', 'region', 'owner', 'grade', 'tier', 'class'] as const;
export type JudgedSplit = (typeof judgedSplits)[number];

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

/** Customers by their place in the order of the list: the most valuable first (I-09). */
export class IdleJudged {
  readonly length: number;
  /** Whole days since 1970; `NONE` of who is not idle. */
  readonly dueOn: Column;
  /** Cents. */
  readonly stake: Column;
  private readonly of: Record<(typeof texts)[number], Coded>;
  private readonly on: Record<(typeof days)[number], Column>;
  private readonly reasons: Column;
  private readonly nextReasons: Column;
  private readonly idOf: (place: number) => string | null;
  private readonly nameOf: (place: number) => string | null;

  constructor(table: Table) {
    this.length = table.length;
    this.of = named(texts, (name) => table.coded(name));
    this.on = named(days, (name) => table.numbers(name));
    this.reasons = table.numbers('reasons');
    this.nextReasons = table.numbers('next_reasons');
    this.stake = table.numbers('value_at_stake');
    this.dueOn = this.on.due_on;
    this.idOf = table.text('customer_id');
    this.nameOf = table.text('name');
  }

  isIdle(place: number): boolean {
    return this.dueOn[place] !== NONE;
  }

  hasBought(place: number): boolean {
    return this.on.last_sale_on[place] !== NONE;
  }

  /** The codes of a split, and what they stand for. */
  split(split: JudgedSplit): Coded {
    return this.of[split];
  }

  reasonsOf(place: number): readonly IdleReason[] {
    return reasonsIn(Number(this.reasons[place]));
  }

  /** Whether a customer lies in all filters; `but` leaves one of them out. */
  within(filters: JudgedFilters, but?: JudgedSplit | 'reason'): (place: number) => boolean {
    const wanted: { codes: Coded['codes']; open: Uint8Array }[] = [];
    for (const split of judgedSplits) {
      const values = filters[split];
      if (split === but || !values?.length) continue;
      const { codes, texts } = this.of[split];
      wanted.push({ codes, open: Uint8Array.from(texts, (t) => (t !== null && values.includes(t) ? 1 : 0)) });
    }
    const mask =
      but === 'reason' || !filters.reason?.length
        ? 0
        : reasonBits.reduce((sum, r, bit) => (filters.reason?.includes(r) ? sum | (1 << bit) : sum), 0);
    const { reasons } = this;
    if (wanted.length === 0 && mask === 0) return () => true;
    return (place) => {
      if (mask !== 0 && (Number(reasons[place]) & mask) === 0) return false;
      for (const { codes, open } of wanted) if (open[codes[place] ?? 0] === 0) return false;
      return true;
    };
  }

  /** The place of a customer; -1 where it is not watched. */
  placeOf(customer_id: string): number {
    for (let i = 0; i < this.length; i++) if (this.idOf(i) === customer_id) return i;
    return -1;
  }

  row(place: number): JudgedRow {
    const text = (name: (typeof texts)[number]) => {
      const { codes, texts } = this.of[name];
      return texts[codes[place] ?? 0] ?? null;
    };
    const on = (name: (typeof days)[number]) => dayAt(this.on[name], place);
    return {
      customer_id: this.idOf(place) ?? '',
      name: this.nameOf(place) ?? '',
      department: text('department'),
      region: text('region'),
      owner: text('owner'),
      grade: text('grade'),
      tier: text('tier'),
      class: text('class') as IdleClass,
      last_contact_on: on('last_contact_on'),
      last_contact_method: text('last_contact_method'),
      last_visit_on: on('last_visit_on'),
      last_sale_on: on('last_sale_on'),
      due_on: on('due_on'),
      reasons: [...this.reasonsOf(place)],
      next_due_on: on('next_due_on'),
      next_reasons: [...reasonsIn(Number(this.nextReasons[place]))],
      value_at_stake: yuanOf((this.stake[place] ?? 0) as Cents),
    };
  }
}

function named<N extends string, V>(names: readonly N[], of: (name: N) => V): Record<N, V> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<N, V>;
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

/** How many of a date are idle, in sight of the viewer: the length of the list without filters. */
export async function idleCount(ctx: ReportContext, as_of: string): Promise<number> {
  const judged = await idleJudged(ctx, { as_of });
  let n = 0;
  for (let i = 0; i < judged.length; i++) if (judged.isIdle(i)) n += 1;
  return n;
}

/** About 80 bytes a customer, where what is kept otherwise takes 30. */
const WEIGHT = 3;

/**
 * The watched customers of a date in sight of the viewer, from memory while data, decisions and policy are the same.
 * @param product those who have bought one of them by the date; all without
 */
export function idleJudged(
  ctx: ReportContext,
  { as_of, product }: { as_of: string; product?: string[] | undefined },
): Promise<IdleJudged> {
  const asked = {
    as_of,
    ...idleParams(ctx.policy.on(as_of)),
    products: listOrAll(product),
    ...scopeParams(ctx.viewer),
  };
  const key = JSON.stringify(['idle', ctx.db.dir, ctx.db.dataVersion(), decisionsVersion(ctx.db.dir), asked]);
  return keepColumns([key], async () => {
    const judged = new IdleJudged(await idleCustomers.table(ctx.db, asked));
    return { value: judged, size: judged.length * WEIGHT };
  });
}
