/** Plans: how far a month has come and where it leads (P-01, P-02; 004 work progress table, 000 part 3). */
import Decimal from 'decimal.js';
import type { WorkCalendar } from './calendar';
import { addDays, earlier } from './period';

/** Working days from one day to another, both included (T-01). */
export function workingDays(
  calendar: Pick<WorkCalendar, 'isWorkingDay'>,
  from: string,
  until: string,
): number {
  let days = 0;
  for (let day = from; day <= until; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days += 1;
  return days;
}

/** P-01: the share of a span's working days that are over at the end of the as-of date; null without any. */
export function elapsed(
  calendar: Pick<WorkCalendar, 'isWorkingDay'>,
  span: { start: string; end: string },
  asOf: string,
): number | null {
  const all = workingDays(calendar, span.start, span.end);
  return all === 0 ? null : workingDays(calendar, span.start, earlier(asOf, span.end)) / all;
}

/** Actual over plan; null where nothing is planned. */
export function attainment(actual: string | number, plan: string | number | null): number | null {
  if (plan === null) return null;
  const base = new Decimal(plan);
  return base.isZero() ? null : new Decimal(actual).div(base).toNumber();
}

/** Where the month leads at the present pace: actual over the share elapsed; null before its first working day. */
export function runRate(actual: string | number, share: number | null): string | null {
  return share === null || share === 0 ? null : new Decimal(actual).div(share).toFixed(2);
}
