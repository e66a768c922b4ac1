/**
 * The work that idle customers make: which list a customer stands in, how its next contact stands, and a proposed
 * week of visits (I-01 to I-09). Pure; dates `YYYY-MM-DD`.
 */
import Decimal from 'decimal.js';
import type { WorkCalendar } from './calendar';
import { type Cents, centsOf } from './cents';
import type { IdleClass, IdleReason } from './idle';
import { addDays, daysBetween } from './period';

/** Never contacted though it should have been; a first contact that is still in time; all others, by class. */
export const idleLists = ['never', 'first_contact', 'again'] as const;
export type IdleList = (typeof idleLists)[number];

/** `undated`: nothing says since when, so nothing is ever due (I-01). */
export const idleStates = ['overdue', 'due', 'planned', 'covered', 'undated'] as const;
export type IdleState = (typeof idleStates)[number];

/** A watched customer, judged. */
export interface Judged {
  class: IdleClass;
  last_contact_on: string | null;
  /** Earliest of the reasons that apply; null: not idle. */
  due_on: string | null;
  reasons: readonly IdleReason[];
  /** Earliest due date that is not past, with its reasons. */
  next_due_on: string | null;
  next_reasons: readonly IdleReason[];
  /** The next visit planned and not done. */
  planned_for: string | null;
}

export interface Standing {
  list: IdleList;
  state: IdleState;
  due_on: string | null;
  /** As-of to due date: negative when overdue. */
  days_left: number | null;
  /** Those that apply, else those that come next. */
  reasons: readonly IdleReason[];
}

/**
 * A plan goes before everything: who has one needs no other. Due is what falls due up to the last day of the horizon.
 * @param until last day of the horizon: the n-th working day after the as-of date (T-02)
 */
export function standingOf(f: Judged, asOf: string, until: string): Standing {
  const idle = f.due_on !== null;
  const due = f.due_on ?? f.next_due_on;
  const ahead = f.class === 'new' && !idle && due !== null;
  return {
    list: ahead ? 'first_contact' : f.last_contact_on === null ? 'never' : 'again',
    state:
      f.planned_for !== null
        ? 'planned'
        : idle
          ? 'overdue'
          : due === null
            ? 'undated'
            : due <= until
              ? 'due'
              : 'covered',
    due_on: due,
    days_left: due === null ? null : daysBetween(asOf, due),
    reasons: idle ? f.reasons : f.next_reasons,
  };
}

/** The working days of the next week that has any, Monday to Sunday (T-04), after a day. */
export function nextWorkingWeek(after: string, calendar: Pick<WorkCalendar, 'isWorkingDay'>): string[] {
  const weekday = new Date(`${after}T00:00:00Z`).getUTCDay();
  for (let monday = addDays(after, (8 - weekday) % 7 || 7); ; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i)).filter(calendar.isWorkingDay);
    if (days.length > 0) return days;
  }
}

/** Working days of a span, both ends included. */
export function workingDaysIn(
  from: string,
  to: string,
  calendar: Pick<WorkCalendar, 'isWorkingDay'>,
): number {
  let n = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) n += 1;
  return n;
}

/** Visits a working day, to two places; 0 where there was no working day. */
export const paceOf = (visits: number, workingDays: number): string =>
  workingDays === 0
    ? '0.00'
    : new Decimal(visits).div(workingDays).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);

/**
 * How many visits fit into some working days at a pace: whole ones, rounded up, so that a slow pace still makes one.
 * @param least the pace below which nobody is reckoned
 * @param planned visits that already stand in these days
 */
export function roomFor(pace: string, least: string, workingDays: number, planned: number): number {
  const visits = Decimal.max(pace, least).times(workingDays).ceil().toNumber();
  return Math.max(0, visits - planned);
}

export interface Task {
  customer_id: string;
  owner: string;
  due_on: string;
  /** Yuan. */
  value_at_stake: string;
}

export interface ProposedVisit<T> {
  task: T;
  day: string;
  /** Place on its day, from 1. */
  position: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A task with its value as a number, read once. */
interface Valued<T> {
  task: T;
  cents: Cents;
}
const byValue = (a: Valued<Task>, b: Valued<Task>): number =>
  (a.cents > b.cents ? -1 : a.cents < b.cents ? 1 : 0) ||
  compare(a.task.due_on, b.task.due_on) ||
  compare(a.task.customer_id, b.task.customer_id);
const byDate = (a: Valued<Task>, b: Valued<Task>): number =>
  compare(a.task.due_on, b.task.due_on) || byValue(a, b);

/**
 * A week of visits: of each owner's tasks the most valuable that there is room for; those go to the days by due date,
 * the earliest first, the same number each day. The same tasks always make the same week, in whatever order they come.
 * @param room visits that an owner has room for
 */
export function proposeWeek<T extends Task>(
  tasks: readonly T[],
  days: readonly string[],
  room: (owner: string) => number,
): ProposedVisit<T>[] {
  const owners = new Map<string, Valued<T>[]>();
  for (const task of tasks) {
    const valued = { task, cents: centsOf(task.value_at_stake) };
    const own = owners.get(task.owner);
    if (own) own.push(valued);
    else owners.set(task.owner, [valued]);
  }
  return [...owners.keys()].sort(compare).flatMap((owner) => {
    const chosen = [...(owners.get(owner) ?? [])].sort(byValue).slice(0, room(owner)).sort(byDate);
    const perDay = Math.max(1, Math.ceil(chosen.length / Math.max(1, days.length)));
    return chosen.flatMap(({ task }, i) => {
      const day = days[Math.floor(i / perDay)];
      return day === undefined ? [] : [{ task, day, position: (i % perDay) + 1 }];
    });
  });
}
