/** The days on which a quota's past and future are read (T-04, R-01). */
import { periodOf, stepPeriod } from './period';

/** Ends of the last n half-years up to a day, the earliest first; the day itself last where it ends none. */
export function halfYearEnds(day: string, n: number): string[] {
  const current = periodOf(day, 'half');
  const last = day === current.end ? current : stepPeriod(current, -1);
  const ends = Array.from({ length: n }, (_, i) => stepPeriod(last, i - n + 1).end);
  return day === current.end ? ends : [...ends, day];
}

/** The end of the half-year after the one that holds a day: the next review but one is decided by then. */
export const nextHalfYearEnd = (day: string): string => stepPeriod(periodOf(day, 'half'), 1).end;
