/** Days as ISO text, and the working days of the Chinese public calendar (T-01). */
import { makeCalendar } from '@/lib/rules/calendar';

export const FIRST_DAY = '2024-10-01';
export const LAST_DAY = '2026-11-20';

const DAY = 86_400_000;

/** ISO day + n days. */
export function addDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
}

/** Days from the first to the second. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

const calendar = makeCalendar({
  'calendar.hours': '09:00-12:00,13:00-18:00',
  'calendar.added_days': [],
  'calendar.removed_days': [],
});

export const isWorkingDay = (day: string): boolean => calendar.isWorkingDay(day);

/** The day itself when it is a working day, else the next one. */
export function workingFrom(day: string): string {
  let d = day;
  while (!isWorkingDay(d)) d = addDays(d, 1);
  return d;
}

/** The day itself when it is a working day, else the one before. */
export function workingUntil(day: string): string {
  let d = day;
  while (!isWorkingDay(d)) d = addDays(d, -1);
  return d;
}

/** The end of the N-th working day after the day (T-02): its own date never counts. */
export function addWorkingDays(day: string, n: number): string {
  let d = day;
  for (let left = n; left > 0; left--) d = workingFrom(addDays(d, 1));
  return d;
}

/** Months `2024-10` … `2026-11`, both included. */
export function months(from = FIRST_DAY.slice(0, 7), to = LAST_DAY.slice(0, 7)): string[] {
  const all: string[] = [];
  for (let m = from; m <= to; m = addDays(`${m}-28`, 5).slice(0, 7)) all.push(m);
  return all;
}

export function lastDayOf(month: string): string {
  return addDays(`${addDays(`${month}-28`, 5).slice(0, 7)}-01`, -1);
}

/** The later of two days. */
export function later(a: string, b: string): string {
  if (a < b) return b;
  return a;
}

/** The day, but not after the last day of the sample. */
export function notAfterLast(day: string): string {
  if (day > LAST_DAY) return LAST_DAY;
  return day;
}

/** Every working day of a span, both ends included. */
export function workingDays(from: string, to: string): string[] {
  const all: string[] = [];
  for (let d = workingFrom(from); d <= to; d = workingFrom(addDays(d, 1))) all.push(d);
  return all;
}

/** Day and minutes since midnight as a local instant, `2026-03-05 14:30`. */
export function at(day: string, minutes: number): string {
  const whole = addDays(day, Math.floor(minutes / 1440));
  const rest = minutes % 1440;
  return `${whole} ${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
}
