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

/** Who can take it at all, the least loaded first; null where nobody is near. */
export const proposedOf = (candidates: readonly Candidate[]): string | null =>
  candidates.find((c) => c.load !== null)?.name ?? null;

/** One more customer for whoever was proposed: the next proposal knows of it, so that proposals stay balanced. */
export const withOneMore = (sellers: readonly Seller[], name: string | null): Seller[] =>
  sellers.map((s) => (s.name === name ? { ...s, customers: s.customers + 1 } : s));
