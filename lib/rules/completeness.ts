/** Completeness and freshness of customer files (D-01, D-02), and the monthly market reports (D-04). Pure. */
import type { WorkCalendar } from './calendar';
import { addDays, daysBetween } from './period';

/** D-01: share of the required fields that are filled; null where none is required. */
export const completenessOf = (required: number, missing: number): number | null =>
  required === 0 ? null : (required - missing) / required;

/**
 * D-02 (004 part 1): a record is updated at least once a year. One that says nowhere when it was touched is stale.
 * @param days since the last update @param every `registration.refresh_every`, days
 */
export const isStale = (days: number | null, every: number): boolean => days === null || days > every;

/**
 * D-04 (002 part 5, 6.1): a month's report is due on the first Monday of that month. Where that is no working day, on the
 * next one: the regulation is silent, and nobody hands in a paper during National Day.
 * @param weekday 1 is Monday, 7 Sunday
 */
export function marketReportDue(
  month: string,
  weekday: number,
  calendar: Pick<WorkCalendar, 'isWorkingDay' | 'deadline'>,
): string {
  const first = `${month}-01`;
  const at = new Date(`${first}T00:00:00Z`).getUTCDay() || 7;
  const day = addDays(first, (weekday - at + 7) % 7);
  return calendar.isWorkingDay(day) ? day : calendar.deadline(day, 1);
}

export const marketStates = ['on_time', 'late', 'missing', 'pending'] as const;
export type MarketState = (typeof marketStates)[number];

/** On the day itself it is in time; not handed in is pending until the as-of date is after that day, then missing. */
export function marketState(
  due: string,
  handedIn: string | null,
  asOf: string,
): { state: MarketState; days_late: number | null } {
  const done = handedIn !== null && handedIn <= asOf ? handedIn : null;
  if (done !== null) {
    return done <= due
      ? { state: 'on_time', days_late: null }
      : { state: 'late', days_late: daysBetween(due, done) };
  }
  return asOf > due
    ? { state: 'missing', days_late: daysBetween(due, asOf) }
    : { state: 'pending', days_late: null };
}
