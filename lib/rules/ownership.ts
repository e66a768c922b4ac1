/** Ownership and registration of customers (O-01 to O-05), one at a time. Pure; dates `YYYY-MM-DD`. */
import Decimal from 'decimal.js';
import type { WorkCalendar } from './calendar';
import { addDays, daysBetween } from './period';

/** What the register says of a customer, and its owner's first contact since the assignment. */
export interface FileFacts {
  owner: string | null;
  collected_on: string | null;
  entered_on: string | null;
  assigned_on: string | null;
  reviewed_on: string | null;
  forwarded_on: string | null;
  /** By its owner, on or after `assigned_on`. */
  first_contact_on: string | null;
  /** False where contacts are loaded only from a later day on: nothing can be said then. */
  contacts_known: boolean;
}

/** A date that is still to come is none yet (T-05). */
const by = (day: string | null, asOf: string): string | null => (day !== null && day <= asOf ? day : null);

/** Days that `done`, else the as-of date, is past a deadline; null while in time. */
function daysLate(deadline: string, done: string | null, asOf: string): number | null {
  const days = daysBetween(deadline, done ?? asOf);
  return days > 0 ? days : null;
}

/**
 * O-01 (000 part 1 art. 3): entered within so many working days of being collected, T-02.
 * @returns days late; null where it was in time, or nothing says when it was collected or entered
 */
export function lateEntry(
  f: Pick<FileFacts, 'collected_on' | 'entered_on'>,
  within: number,
  calendar: Pick<WorkCalendar, 'deadline'>,
  asOf: string,
): number | null {
  const collected = by(f.collected_on, asOf);
  if (collected === null || f.entered_on === null) return null;
  return daysLate(calendar.deadline(collected, within), by(f.entered_on, asOf), asOf);
}

export interface LateContact {
  days: number;
  /** Still not contacted: the manager may reassign it. */
  open: boolean;
}

/**
 * O-03 (000 part 1 art. 4): the salesperson contacts a newly assigned customer within one week.
 * @param within `contact.first_within` in days
 */
export function lateFirstContact(
  f: Pick<FileFacts, 'owner' | 'assigned_on' | 'first_contact_on' | 'contacts_known'>,
  within: number,
  asOf: string,
): LateContact | null {
  const assigned = by(f.assigned_on, asOf);
  if (f.owner === null || assigned === null || !f.contacts_known) return null;
  const contact = by(f.first_contact_on, asOf);
  const days = daysLate(addDays(assigned, within), contact, asOf);
  return days === null ? null : { days, open: contact === null };
}

/**
 * O-05 (000 part 1 art. 3): sent to the marketing department the day after the entry; the regulation counts from there.
 * A file that bears neither a review nor a sending is not judged: its company does not record them.
 */
export function lateForward(
  f: Pick<FileFacts, 'entered_on' | 'reviewed_on' | 'forwarded_on'>,
  within: number,
  asOf: string,
): number | null {
  const entered = by(f.entered_on, asOf);
  if (entered === null || (f.reviewed_on === null && f.forwarded_on === null)) return null;
  return daysLate(addDays(entered, within), by(f.forwarded_on, asOf), asOf);
}

/** O-05: reviewed by the manager before it is entered. @returns days by which the review came after the entry */
export function enteredBeforeReview(
  f: Pick<FileFacts, 'entered_on' | 'reviewed_on'>,
  asOf: string,
): number | null {
  const entered = by(f.entered_on, asOf);
  const reviewed = by(f.reviewed_on, asOf);
  return entered === null || reviewed === null ? null : daysLate(entered, reviewed, asOf);
}

/** Closed opportunities: signed, and signed or lost (F-06). */
export interface Closed {
  signed: number;
  closed: number;
}

/** A salesperson as an owner of customers. */
export interface Seller extends Closed {
  name: string;
  department: string | null;
  customers: number;
  regions: ReadonlySet<string>;
  departments: ReadonlySet<string>;
}

/** Why somebody is proposed, or not: all of O-04's terms. */
export interface Candidate extends Closed {
  name: string;
  department: string | null;
  customers: number;
  win_rate: number | null;
  department_rate: number | null;
  /** Own win rate / the department's, exact text of 4 places; 1 where too few closed, or the department never won. */
  ability: string;
  /** Customers / ability, 2 places; null where the ability is 0: nothing is proposed to whom nothing was won by. */
  load: string | null;
}

const rateOf = ({ signed, closed }: Closed): Decimal | null =>
  closed === 0 ? null : new Decimal(signed).div(closed);

/** O-04 (000 part 1 art. 4 (3)): own win rate / the department's. */
export function abilityOf(own: Closed, department: Closed, minClosed: number): Decimal {
  const [mine, theirs] = [rateOf(own), rateOf(department)];
  if (own.closed < minClosed || mine === null || theirs === null || theirs.isZero()) return new Decimal(1);
  return mine.div(theirs);
}

/**
 * O-04: the salespeople who have customers in the region, else in the department, the least loaded first; of equal
 * loads the one with fewer customers, then by name.
 * @param rates closed opportunities of each department
 * @param except who is not asked: the owner from whom a customer is taken
 */
export function candidatesFor(
  customer: { region: string | null; department: string | null },
  sellers: readonly Seller[],
  rates: ReadonlyMap<string | null, Closed>,
  minClosed: number,
  except: string | null = null,
): Candidate[] {
  const others = sellers.filter((s) => s.name !== except);
  const { region, department } = customer;
  const near = region === null ? [] : others.filter((s) => s.regions.has(region));
  const asked =
    near.length > 0 ? near : department === null ? [] : others.filter((s) => s.departments.has(department));
  return asked
    .map((s) => {
      const theirs = rates.get(s.department) ?? { signed: 0, closed: 0 };
      const ability = abilityOf(s, theirs, minClosed);
      const load = ability.isZero() ? null : new Decimal(s.customers).div(ability);
      return { s, theirs, ability, load };
    })
    .sort((a, b) => {
      if (a.load === null || b.load === null) return Number(a.load === null) - Number(b.load === null);
      return a.load.comparedTo(b.load) || a.s.customers - b.s.customers || (a.s.name < b.s.name ? -1 : 1);
    })
    .map(({ s, theirs, ability, load }) => ({
      name: s.name,
      department: s.department,
      customers: s.customers,
      signed: s.signed,
      closed: s.closed,
      win_rate: rateOf(s)?.toNumber() ?? null,
      department_rate: rateOf(theirs)?.toNumber() ?? null,
      ability: ability.toFixed(4),
      load: load?.toFixed(2) ?? null,
    }));
}

/** A salesperson while proposals are made: how many customers it would have by now, and what load that is. */
interface Loaded {
  name: string;
  customers: number;
  ability: Decimal;
  /** Customers / ability; null where the ability is 0. */
  load: Decimal | null;
  /** The load as a number: it orders nearly all, and exactly equal ones are told apart by `load`. */
  about: number;
}

/** Loads nearer to each other than this share are compared exactly. */
const NEAR = 1e-9;

/**
 * O-04: proposals for one customer after the other, each knowing of those before it, so that they stay balanced.
 * Each is the first of `candidatesFor` with a load. Many customers are proposed to few people: abilities are worked
 * out once, and loads where they change.
 */
export class Proposals {
  private readonly byRegion = new Map<string, Loaded[]>();
  private readonly byDepartment = new Map<string, Loaded[]>();

  constructor(sellers: readonly Seller[], rates: ReadonlyMap<string | null, Closed>, minClosed: number) {
    const into = (map: Map<string, Loaded[]>, key: string, one: Loaded) => {
      const there = map.get(key);
      if (there) there.push(one);
      else map.set(key, [one]);
    };
    for (const s of sellers) {
      const theirs = rates.get(s.department) ?? { signed: 0, closed: 0 };
      const ability = abilityOf(s, theirs, minClosed);
      const one: Loaded = { name: s.name, customers: s.customers, ability, load: null, about: 0 };
      loaded(one);
      for (const region of s.regions) into(this.byRegion, region, one);
      for (const department of s.departments) into(this.byDepartment, department, one);
    }
  }

  /**
   * The next proposal; null where nobody is near who has won anything.
   * @param except the owner from whom the customer is taken
   */
  next(
    { region, department }: { region: string | null; department: string | null },
    except: string | null = null,
  ): string | null {
    const near = region === null ? [] : (this.byRegion.get(region) ?? []);
    const asked = near.some((s) => s.name !== except)
      ? near
      : department === null
        ? []
        : (this.byDepartment.get(department) ?? []);
    let best: Loaded | null = null;
    for (const s of asked) {
      if (s.load !== null && s.name !== except && (best === null || lighter(s, best))) best = s;
    }
    if (best === null) return null;
    best.customers++;
    loaded(best);
    return best.name;
  }
}

function loaded(one: Loaded): void {
  one.load = one.ability.isZero() ? null : new Decimal(one.customers).div(one.ability);
  one.about = one.load?.toNumber() ?? Number.POSITIVE_INFINITY;
}

/** The lower load; of equal ones fewer customers, then the name. */
function lighter(a: Loaded, b: Loaded): boolean {
  const apart = a.about - b.about;
  if (Math.abs(apart) > NEAR * Math.max(1, b.about)) return apart < 0;
  const order = (a.load as Decimal).comparedTo(b.load as Decimal) || a.customers - b.customers;
  return order === 0 ? a.name < b.name : order < 0;
}
