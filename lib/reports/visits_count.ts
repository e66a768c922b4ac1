/**
 * Counts the visits of a period out of kept months (V-01 to V-11): the whole and the groups of a split in one walk over
 * the forms. Nothing of the policy is in what is kept, so every day, split, filter and value is counted here.
 */
import { addDays, daysBetween, earlier } from '@/lib/rules/period';
import { listedOn, openTo, type Register, registerOf } from './register_kept';
import type { ReportContext } from './report';
import { eventsOf, FAR, formsOf, type MonthEvents, type MonthForms, monthsOf, NO_DAY } from './visits_kept';
import type { visitQuestion } from './visits_seen';
import { add, byName, type Mix, mixOf, mostVisited, Sales } from './visits_tallies';

export type VisitSplit = 'salesperson' | 'department' | 'region' | 'none';
type Question = ReturnType<typeof visitQuestion> & { by: VisitSplit };

const counted = [
  'planned',
  'done',
  'contacts',
  'customers_assigned',
  'customers_visited',
  'assigned_visits',
  'top_visits',
  'approved_before',
  'approval_breaches',
  'minutes_due',
  'minutes_on_time',
  'minutes_pending',
  'first_contacts',
  'cold_calls',
  'customers_met',
  'visited_and_bought',
  'new_customers',
] as const;
/** What belongs to one group alone; a customer or one that two groups met does not. */
const together = [
  'planned',
  'done',
  'contacts',
  'approved_before',
  'approval_breaches',
  'minutes_due',
  'minutes_on_time',
  'minutes_pending',
  'first_contacts',
  'cold_calls',
  'new_customers',
] as const;
export type Counts = Record<(typeof counted)[number], number>;

/** What is counted of the whole alone: purposes, review and confirmation, and costs in cents (V-01, V-03, V-09, V-11). */
export interface WholeCounts {
  field_visits: number;
  no_purpose: number;
  unreviewed: number;
  unconfirmed: number;
  cost: number;
  unapproved_costs: number;
}

export interface VisitsCounted {
  /** By name, what has no group last; empty where nothing is split. */
  groups: ({ group: string | null } & Counts)[];
  whole: Counts;
  more: WholeCounts;
  /** Meetings face to face by the role of the person met (V-05), and first contacts by method (V-04): most first. */
  roles: Mix[];
  firsts: Mix[];
}

type Tallies = Record<(typeof counted)[number], Int32Array>;

export async function countVisits(ctx: ReportContext, asked: Question): Promise<VisitsCounted> {
  const book = await registerOf(ctx);
  // A sale after the period can still be due to a meeting in it (V-07).
  const sold = earlier(addDays(asked.until, asked.strike_days), asked.as_of);
  const [forms, events, open, listed] = await Promise.all([
    Promise.all(monthsOf(asked.from, asked.until).map((month) => formsOf(ctx, month))),
    Promise.all(monthsOf(asked.from, sold).map((month) => eventsOf(ctx, month))),
    openTo(ctx, book, asked),
    listedOn(ctx, book, asked.until),
  ]);
  return new Count(asked, book, open, forms, events).counted(listed);
}

class Count {
  /** Groups by their place; the whole has the place after the last. */
  private readonly names: (string | null)[] = [];
  private readonly places = new Map<string | null, number>();
  private readonly whole: number;
  /** The group of each customer; of who is in none, that without a name. */
  private readonly groupOf: Int32Array;
  private readonly tally: Tallies;
  private readonly more: WholeCounts = {
    field_visits: 0,
    no_purpose: 0,
    unreviewed: 0,
    unconfirmed: 0,
    cost: 0,
    unapproved_costs: 0,
  };
  private readonly roles = new Map<string | null, number>();
  private readonly firsts = new Map<string | null, number>();
  /** Meetings face to face of each customer. */
  private readonly visits: Int32Array;
  /** The last group that was seen to meet a customer, or met it before it bought, counted from 1. */
  private readonly metBy: Int32Array;
  private readonly boughtBy: Int32Array;
  private readonly bought: Uint8Array;
  private readonly sales: Sales;

  constructor(
    private readonly asked: Question,
    private readonly book: Register,
    private readonly open: Uint8Array | null,
    private readonly forms: readonly MonthForms[],
    private readonly events: readonly MonthEvents[],
  ) {
    const { by } = asked;
    const { size } = book;
    this.groupOf = new Int32Array(size);
    if (by !== 'none') {
      const split = by === 'salesperson' ? 'owner' : by;
      const places = book.texts[split].map((text) => this.placeOf(text));
      const codes = book.codes[split];
      const nameless = this.placeOf(null);
      for (let key = 0; key < size; key++) this.groupOf[key] = places[codes[key] ?? 0] ?? nameless;
    }
    if (by === 'salesperson') {
      const sellers = [
        ...forms.map((month) => month.sellers),
        ...events.flatMap(({ firsts, won }) => [firsts.seller.texts, won.seller.texts]),
      ];
      for (const texts of sellers) for (const text of texts) this.placeOf(text);
    }
    this.whole = this.names.length;
    const zero = () => new Int32Array(this.whole + 1);
    this.tally = Object.fromEntries(counted.map((name) => [name, zero()])) as Tallies;
    this.visits = new Int32Array(size);
    this.metBy = new Int32Array(size);
    this.boughtBy = new Int32Array(size);
    this.bought = new Uint8Array(size);
    this.sales = new Sales(asked.from, size, events);
  }

  counted(listed: Uint8Array): VisitsCounted {
    this.countForms();
    this.countFirsts();
    this.countWon();
    this.sumUp();
    this.countAssigned(listed);
    const at = (place: number) =>
      Object.fromEntries(counted.map((name) => [name, this.tally[name][place] ?? 0])) as Counts;
    const known = (c: Counts) =>
      c.contacts + c.planned + c.customers_assigned + c.first_contacts + c.new_customers > 0;
    const groups = this.names
      .map((group, place) => ({ group, ...at(place) }))
      .filter(known)
      .sort((a, b) => byName(a.group, b.group));
    return {
      groups: this.asked.by === 'none' ? [] : groups,
      whole: at(this.whole),
      more: this.more,
      roles: mixOf(this.roles),
      firsts: mixOf(this.firsts),
    };
  }

  private placeOf(name: string | null): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  private inSight(customer: number): boolean {
    return this.open === null || this.open[customer] === 1;
  }

  /** Salesperson by salesperson, so that who met a customer last is who met it before. */
  private countForms(): void {
    const blocks = new Map<string | null, { month: MonthForms; code: number }[]>();
    for (const month of this.forms)
      month.sellers.forEach((seller, code) => {
        const own = blocks.get(seller) ?? [];
        own.push({ month, code });
        blocks.set(seller, own);
      });
    const judged = new Map(this.forms.map((month) => [month, this.judged(month)]));
    for (const [seller, own] of blocks) {
      const group = this.asked.by === 'salesperson' ? this.placeOf(seller) : -1;
      for (const { month, code } of own) {
        const judge = judged.get(month);
        if (judge) this.countBlock(month, judge, group, month.starts[code] ?? 0, month.starts[code + 1] ?? 0);
      }
    }
    for (const [month, judge] of judged) {
      judge.roles.forEach((count, code) => {
        const role = month.roles[code] ?? null;
        if (count > 0) this.roles.set(role, (this.roles.get(role) ?? 0) + count);
      });
      this.countCosts(month, judge);
    }
  }

  /** What the forms of a month are judged by, in days of the month. */
  private judged(month: MonthForms): Judge {
    const { from, until, as_of, face_to_face, due_after } = this.asked;
    const first = daysBetween(month.from, from);
    const last = Math.min(month.days - 1, daysBetween(month.from, until));
    return {
      first: Math.max(0, first),
      last,
      asOf: Math.min(daysBetween(month.from, as_of), FAR),
      met: Uint8Array.from(month.methods, (m) => (m !== null && face_to_face.includes(m) ? 1 : 0)),
      field: month.methods.indexOf('field_visit'),
      // The last day on which minutes of a meeting of that day are in time (V-02).
      dueOn: Int32Array.from({ length: month.days }, (_, day) => day + (due_after[day - first] ?? 0)),
      roles: new Int32Array(month.roles.length),
      // From the first day of the question, by which sales are counted.
      shift: -first,
    };
  }

  /** The forms of one salesperson in a month; `seller` is their group where it is split by them, else -1. */
  private countBlock(month: MonthForms, judge: Judge, seller: number, start: number, end: number): void {
    const { tally: n, more, whole, open, visits, metBy, boughtBy, bought, sales } = this;
    const { customer, contact, planned, method, role, filed, reviewed, confirmed, flags } = month;
    const { first, last, asOf, met, field, dueOn, roles, shift } = judge;
    const { by, strike_days } = this.asked;
    const split = by !== 'none';
    for (let i = start; i < end; i++) {
      const c = customer[i] ?? 0;
      if (open !== null && open[c] !== 1) continue;
      const group = seller >= 0 ? seller : split ? (this.groupOf[c] ?? whole) : whole;
      const day = contact[i] ?? NO_DAY;
      const plan = planned[i] ?? NO_DAY;
      if (plan >= first && plan <= last) {
        add(n.planned, group);
        if (day !== NO_DAY && day <= asOf) add(n.done, group);
      }
      if (day < first || day > last) continue;
      add(n.contacts, group);
      const flag = flags[i] ?? 0;
      const how = method[i] ?? 0;
      if (how === field) {
        add((flag & 1) === 1 ? n.approved_before : n.approval_breaches, group);
        more.field_visits += 1;
        if ((flag & 2) === 0) more.no_purpose += 1;
      }
      if (met[how] !== 1) continue;
      add(n.minutes_due, group);
      const due = dueOn[day] ?? day;
      const minutes = filed[i] ?? NO_DAY;
      if (minutes === NO_DAY || minutes > asOf) {
        if (due >= asOf) add(n.minutes_pending, group);
      } else if (minutes <= due) add(n.minutes_on_time, group);
      if (!isBy(reviewed[i] ?? NO_DAY, asOf)) more.unreviewed += 1;
      if (!isBy(confirmed[i] ?? NO_DAY, asOf)) more.unconfirmed += 1;
      add(roles, role[i] ?? 0);
      add(visits, c);
      const struck =
        sales.has(c) && sales.hasBetween(c, day + shift, Math.min(day + strike_days, asOf) + shift);
      if (metBy[c] !== group + 1) {
        if (group !== whole) add(n.customers_met, group);
        metBy[c] = group + 1;
      }
      if (!struck) continue;
      if (boughtBy[c] !== group + 1) {
        if (group !== whole) add(n.visited_and_bought, group);
        boughtBy[c] = group + 1;
      }
      if (bought[c] === 0) {
        bought[c] = 1;
        add(n.visited_and_bought, whole);
      }
    }
  }

  private countCosts(month: MonthForms, { first, last }: Judge): void {
    for (const { form, cents } of month.costs) {
      const day = month.contact[form] ?? NO_DAY;
      if (day < first || day > last || !this.inSight(month.customer[form] ?? 0)) continue;
      this.more.cost += cents;
      if (cents > 0 && ((month.flags[form] ?? 0) & 1) === 0) this.more.unapproved_costs += 1;
    }
  }

  /** V-04: of first contacts by whoever made them, those by telephone are cold calls. */
  private countFirsts(): void {
    for (const { from, firsts } of this.events) {
      const within = this.daysOf(from);
      const sellers = this.sellersOf(firsts.seller.texts);
      for (const [i, customer] of firsts.customer.entries()) {
        if (!within(firsts.day[i] ?? NO_DAY) || !this.inSight(customer)) continue;
        const group = sellers ? (sellers[firsts.seller.codes[i] ?? 0] ?? this.whole) : this.groupAt(customer);
        const method = firsts.method.texts[firsts.method.codes[i] ?? 0] ?? null;
        add(this.tally.first_contacts, group);
        if (method === 'phone') add(this.tally.cold_calls, group);
        this.firsts.set(method, (this.firsts.get(method) ?? 0) + 1);
      }
    }
  }

  /** V-07: trade customers whose first sale lies in the period, for who made it, else for their owner. */
  private countWon(): void {
    for (const { from, won } of this.events) {
      const within = this.daysOf(from);
      const sellers = this.sellersOf(won.seller.texts);
      for (const [i, customer] of won.customer.entries()) {
        if (!within(won.day[i] ?? NO_DAY)) continue;
        if (this.book.isTrade[customer] !== 1 || !this.inSight(customer)) continue;
        const code = won.seller.codes[i] ?? 0;
        const made = sellers && won.seller.texts[code] !== null;
        add(this.tally.new_customers, made ? (sellers[code] ?? this.whole) : this.groupAt(customer));
      }
    }
  }

  /**
   * V-06: trade customers that no blacklist holds, by their own department, region or owner, whoever met them. Without
   * an owner a customer makes no row by salesperson; its department and its region it still has.
   */
  private countAssigned(listed: Uint8Array): void {
    const { tally: n, whole, visits, book } = this;
    const owners = this.asked.by === 'salesperson' ? book.codes.owner : null;
    const assigned = new Int32Array(book.end).fill(-1);
    for (let c = 1; c < book.end; c++) {
      if (book.isTrade[c] !== 1 || listed[c] === 1 || !this.inSight(c)) continue;
      const group = owners && owners[c] === 0 ? whole : this.groupAt(c);
      assigned[c] = group;
      add(n.customers_assigned, whole);
      if (group !== whole) add(n.customers_assigned, group);
    }
    // A tenth of all of them, rounded up to whole customers, the most visited first.
    const left = Int32Array.from(n.customers_assigned, (all) => Math.floor((all + 9) / 10));
    const count = (place: number, times: number) => {
      add(n.customers_visited, place);
      n.assigned_visits[place] = (n.assigned_visits[place] ?? 0) + times;
      if ((left[place] ?? 0) === 0) return;
      left[place] = (left[place] ?? 0) - 1;
      n.top_visits[place] = (n.top_visits[place] ?? 0) + times;
    };
    for (const c of mostVisited(visits, book.end)) {
      const group = assigned[c] ?? -1;
      if (group < 0) continue;
      count(whole, visits[c] ?? 0);
      if (group !== whole) count(group, visits[c] ?? 0);
    }
    for (const times of visits) if (times > 0) add(n.customers_met, whole);
  }

  /** The whole is what all groups are together, where nothing is counted in two of them. */
  private sumUp(): void {
    for (const name of together) {
      const tally = this.tally[name];
      let sum = 0;
      for (const one of tally) sum += one;
      tally[this.whole] = sum;
    }
  }

  private groupAt(customer: number): number {
    return this.asked.by === 'none' ? this.whole : (this.groupOf[customer] ?? this.whole);
  }

  /** The group of each salesperson of a column; null where it is not split by them. */
  private sellersOf(texts: readonly (string | null)[]): Int32Array | null {
    return this.asked.by === 'salesperson' ? Int32Array.from(texts, (text) => this.placeOf(text)) : null;
  }

  /** Whether a day of a month lies in the period. */
  private daysOf(month: string): (day: number) => boolean {
    const first = daysBetween(month, this.asked.from);
    const last = daysBetween(month, this.asked.until);
    return (day) => day >= first && day <= last;
  }
}

/** Days of a month, counted from 0, and what its texts mean. */
interface Judge {
  first: number;
  last: number;
  asOf: number;
  /** 1 for methods by which people meet face to face. */
  met: Uint8Array;
  field: number;
  dueOn: Int32Array;
  /** Meetings by role. */
  roles: Int32Array;
  shift: number;
}

const isBy = (day: number, asOf: number): boolean => day !== NO_DAY && day <= asOf;
