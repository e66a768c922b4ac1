/** What a visit is judged by, one visit or one customer at a time (V-01, V-02, V-06, V-07; 000 part 1 art. 5). */
import type { WorkCalendar } from './calendar';
import { addDays, daysBetween } from './period';

/** Whether a field visit was approved before leaving (V-01), and what is wrong where it was not. */
export type Approval = 'before' | 'late' | 'none' | 'attendance_late';

export interface VisitForm {
  /** Instants `YYYY-MM-DD HH:MM:SS`, local time. */
  approvedAt: string | null;
  /** Handed to the attendance clerk; null where nobody records it. */
  attendanceAt: string | null;
  departedAt: string | null;
  visitedAt: string;
}

/** V-01: approved in the second of leaving is still before; where leaving is unknown, the visit itself counts. */
export function approvalOf(form: VisitForm): Approval {
  const left = form.departedAt ?? form.visitedAt;
  if (form.approvedAt === null) return 'none';
  if (form.approvedAt > left) return 'late';
  return form.attendanceAt !== null && form.attendanceAt > left ? 'attendance_late' : 'before';
}

export type Minutes = 'on_time' | 'late' | 'pending';

/**
 * V-02: minutes of a meeting on a day, as they stand at the as-of date.
 * @param filedOn null where nothing is filed; a later day than the as-of date is not known yet (T-05)
 */
export function minutesOf(metOn: string, filedOn: string | null, asOf: string, rule: MinutesRule): Minutes {
  const due = rule.calendar.deadline(metOn, rule.within);
  if (filedOn !== null && filedOn <= asOf) return filedOn <= due ? 'on_time' : 'late';
  return asOf > due ? 'late' : 'pending';
}

export interface MinutesRule {
  calendar: WorkCalendar;
  /** Working days: `visit.minutes_within`. */
  within: number;
}

/**
 * V-02 for every day of a span: days from it to the day by which minutes are filed. A query adds them to the day of a
 * meeting, since the calendar with its make-up days lives here.
 */
export function dueAfter(from: string, until: string, { calendar, within }: MinutesRule): number[] {
  const days = daysBetween(from, until);
  return Array.from({ length: Math.max(0, days + 1) }, (_, i) => {
    const day = addDays(from, i);
    return daysBetween(day, calendar.deadline(day, within));
  });
}

/** V-06: the share of meetings that went to the most visited tenth, rounded up to whole customers; null without any. */
export function topDecileShare(visits: readonly number[]): number | null {
  const all = visits.reduce((sum, n) => sum + n, 0);
  const tenth = Math.ceil(visits.length / 10);
  const most = [...visits].sort((a, b) => b - a).slice(0, tenth);
  return share(
    most.reduce((sum, n) => sum + n, 0),
    all,
  );
}

/** V-07: a sale on the day of a meeting or within `strikeDays` after it, not after the as-of date. */
export const struck = (
  meetings: readonly string[],
  sales: readonly string[],
  strikeDays: number,
  asOf: string,
): boolean =>
  sales.some(
    (sale) => sale <= asOf && meetings.some((met) => met <= sale && sale <= addDays(met, strikeDays)),
  );

/** A share of a whole number; null where there is no base. */
export const share = (part: number, of: number): number | null => (of > 0 ? part / of : null);
