/**
 * All watched customers of a date, judged, as columns (I-01 to I-09): one judgement for the list of the idle, for what
 * is due, and for every filter, split and count of both. Rows are made of those that are shown.
 */
import { type Cents, yuanOf } from '@/lib/rules/cents';
import type { IdleClass, IdleReason } from '@/lib/rules/idle';
import { type DayFacts, dayJudge, idleClasses, reasonBits, twiceMedianOf } from '@/lib/rules/idle_days';
import type { PolicyValues } from '@/lib/rules/parameters';
import { methods } from '@/lib/rules/parameters/customers';
import { daysBetween } from '@/lib/rules/period';
import { type Coded, type Column, NONE } from '@/lib/warehouse/columns';
import { decisionsVersion } from '@/lib/work/store';
import { type Facts, type Intents, idleFacts, methodMask, netOf, type SaleDays } from './idle_facts';
import { countedMethods } from './idle_policy';
import { dayAt, keepColumns } from './kept_columns';
import { ordered } from './ordering';
import { listOrAll } from './params';
import type { ReportContext } from './report';
import { scopeParams } from './viewer';

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
type Found = Record<(typeof days)[number], Int32Array> & Record<(typeof small)[number], Uint8Array>;

interface Judged extends Found {
  register: Facts['register'];
  stake: Column;
  of: Record<JudgedSplit, Coded>;
}

function room(length: number): Found {
  return {
    ...named(days, () => new Int32Array(length).fill(NONE)),
    ...named(small, () => new Uint8Array(length)),
  };
}

function named<N extends string, V>(names: readonly N[], of: (name: N) => V): Record<N, V> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<N, V>;
}

/** Who is on a blacklist, or has not bought yet what was asked for: a 1 by key. */
function unwatched({ size, listed, bought }: Facts, day: number): Uint8Array {
  const out = new Uint8Array(size).fill(bought === null ? 0 : 1);
  if (bought !== null) {
    for (let i = 0; i < bought.keys.length; i++)
      if ((bought.first[i] as number) <= day) out[bought.keys[i] as number] = 0;
  }
  const { keys, from, to } = listed;
  for (let i = 0; i < keys.length; i++) {
    if ((from[i] as number) <= day && (to[i] === NONE || (to[i] as number) > day)) out[keys[i] as number] = 1;
  }
  return out;
}

/** Open at the date, at solution or later (I-03): whether one of a customer's is, and the first day one was created. */
function intentOn({ starts, from, to, created }: Intents, key: number, day: number, into: DayFacts): void {
  into.intent = false;
  into.intentSince = NONE;
  const start = starts[key] ?? 0;
  const end = starts[key + 1] ?? start;
  for (let at = start; at < end; at++) {
    const until = to[at] as number;
    if ((from[at] as number) > day || (until !== NONE && until <= day)) continue;
    into.intent = true;
    const on = created[at] as number;
    if (on !== NONE && (into.intentSince === NONE || on < into.intentSince)) into.intentSince = on;
  }
}

/** by key one more than the code of the tier that was decided by a day; 0 where none was. */
function decidedOn({ size, tiers }: Facts, day: number): Uint8Array {
  const decided = new Uint8Array(size);
  const { keys, from, tier } = tiers;
  for (let i = 0; i < keys.length; i++)
    if ((from[i] as number) <= day) decided[keys[i] as number] = (tier.codes[i] as number) + 1;
  return decided;
}

/** The gaps of one customer: a day each, and nobody has bought for centuries. */
const gaps = new Int32Array(100_000);

/** The sales of a customer by a day, into its facts; what is at stake since another day. */
function salesOf(sales: SaleDays, key: number, day: number, since: number, into: DayFacts): Cents {
  const { starts, day: on, sold, gap, net } = sales;
  const start = starts[key] ?? 0;
  const end = starts[key + 1] ?? start;
  let [at, found, valued] = [start, 0, start];
  into.firstSale = NONE;
  into.lastSale = NONE;
  into.saleDays = 0;
  for (; at < end && (on[at] as number) <= day; at++) {
    if ((on[at] as number) <= since) valued = at + 1;
    if (sold[at] !== 1) continue;
    if (into.saleDays === 0) into.firstSale = on[at] as number;
    into.lastSale = on[at] as number;
    into.saleDays += 1;
    if (gap[at] !== NONE && found < gaps.length) gaps[found++] = gap[at] as number;
  }
  into.twiceMedian = found;
  return valued === at ? 0 : netOf(net, valued, at);
}

/** @param as_of the day, which the policy's values hold on */
function judge(facts: Facts, policy: PolicyValues, as_of: string): IdleJudged {
  const day = daysBetween('1970-01-01', as_of);
  const { register, contacts, sales } = facts;
  const rule = dayJudge(policy);
  const counted = methodMask(countedMethods(policy));
  const faces = methodMask(policy['visit.face_to_face']);
  const rhythmMinSales = policy['trade.rhythm_min_sales'];
  const valuedSince = day - policy['trade.value_days'];
  const out = unwatched(facts, day);
  const decided = decidedOn(facts, day);
  // Of who has none, of the decided, of the register.
  const tierTexts = [null, ...facts.tiers.tier.texts, ...register.of.tier.texts];
  const registered = 1 + facts.tiers.tier.texts.length;

  const found = room(register.length);
  let stakes: Float64Array | BigInt64Array = new Float64Array(register.length);
  const f: DayFacts = {
    assigned: NONE,
    lastContact: NONE,
    cold: false,
    lastVisit: NONE,
    firstSale: NONE,
    lastSale: NONE,
    saleDays: 0,
    twiceMedian: -1,
    intent: false,
    intentSince: NONE,
  };
  const to = { class: 0, dueOn: NONE, reasons: 0, nextDueOn: NONE, nextReasons: 0 };
  for (let i = 0; i < register.length; i++) {
    const key = register.keys[i] as number;
    if (out[key] === 1) continue;
    // T-05: an assignment that is still to come is none yet.
    f.assigned = NONE;
    for (const column of register.since) {
      const on = column[i] as number;
      if (on === NONE || on > day) continue;
      f.assigned = on;
      break;
    }
    const end = contacts.endBy(key, day);
    const contact = contacts.last(key, end, counted);
    f.lastContact = contacts.dayAt(contact);
    f.cold = contacts.isCold(contact);
    f.lastVisit = contacts.dayAt(contacts.last(key, end, faces));
    const stake = salesOf(sales, key, day, valuedSince, f);
    f.twiceMedian = f.saleDays >= rhythmMinSales ? twiceMedianOf(gaps, f.twiceMedian) : -1;
    intentOn(facts.intents, key, day, f);
    rule(f, day, to);
    found.watched[i] = 1;
    found.last_contact_on[i] = f.lastContact;
    found.last_method[i] = contacts.methodAt(contact);
    found.last_visit_on[i] = f.lastVisit;
    found.last_sale_on[i] = f.lastSale;
    found.class[i] = to.class;
    found.due_on[i] = to.dueOn;
    found.reasons[i] = to.reasons;
    found.next_due_on[i] = to.nextDueOn;
    found.next_reasons[i] = to.nextReasons;
    const admitted = register.admittedOn[i] as number;
    if (admitted !== NONE && admitted <= day)
      found.tier[i] = decided[key] || registered + (register.of.tier.codes[i] as number);
    if (typeof stake === 'bigint' && stakes instanceof Float64Array)
      stakes = BigInt64Array.from(stakes, (s) => BigInt(s));
    if (stakes instanceof BigInt64Array) stakes[i] = BigInt(stake);
    else stakes[i] = stake as number;
  }
  return new IdleJudged({
    ...found,
    register,
    stake: stakes,
    of: {
      ...register.of,
      tier: oneCodeEach(found.tier, tierTexts),
      class: { codes: found.class, texts: [...idleClasses] },
    },
  });
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

/** Every text under one code: a tier that was decided and the same one of the register are one. */
function oneCodeEach(codes: Uint8Array, texts: readonly (string | null)[]): Coded {
  const once = [...new Set(texts)];
  const to = Uint8Array.from(texts, (text) => once.indexOf(text));
  const merged = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) merged[i] = to[codes[i] as number] as number;
  return { codes: merged, texts: once };
}

/** How many of a date are idle, in sight of the viewer: the length of the list without filters. */
export async function idleCount(ctx: ReportContext, as_of: string): Promise<number> {
  const judged = await idleJudged(ctx, { as_of });
  let n = 0;
  for (let i = 0; i < judged.length; i++) if (judged.isIdle(i)) n += 1;
  return n;
}

/** About 60 bytes a customer, where what is kept otherwise takes 30. */
const WEIGHT = 2;

/**
 * The watched customers of a date in sight of the viewer, from memory while data, decisions and policy are the same.
 * @param product those who have bought one of them by the date; all without
 */
export function idleJudged(
  ctx: ReportContext,
  { as_of, product }: { as_of: string; product?: string[] | undefined },
): Promise<IdleJudged> {
  const products = listOrAll(product);
  const { db, policy } = ctx;
  const key = JSON.stringify([
    'idle',
    db.dir,
    db.dataVersion(),
    decisionsVersion(db.dir),
    policy.version,
    as_of,
    products,
    scopeParams(ctx.viewer),
  ]);
  return keepColumns(
    [key],
    async () => {
      const judged = judge(await idleFacts(ctx, products), policy.on(as_of), as_of);
      return { value: judged, size: judged.length * WEIGHT };
    },
    'idle',
  );
}
