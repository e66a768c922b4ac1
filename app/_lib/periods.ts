/** Periods of a page: which one it opens with, and those around it. */
import { type Period, parsePeriod, periodOf, stepPeriod } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';

/** The last period of a grain that is over at a day (T-04): at 2026-11-22 the month 2026-10, at 2026-11-30 2026-11. */
export function lastComplete(day: string, grain: Period['grain']): string {
  const current = periodOf(day, grain);
  return (day === current.end ? current : stepPeriod(current, -1)).name;
}

/** The period n steps from one, by its name. */
export function stepName(name: string, n: number): string {
  const period = parsePeriod(name);
  if (!period) throw new RangeError(`"${name}" is no period.`);
  return stepPeriod(period, n).name;
}

/** A period and the n − 1 before it, the earliest first. */
export const lastPeriods = (name: string, n: number): string[] =>
  Array.from({ length: n }, (_, i) => stepName(name, i - n + 1));

/**
 * One of several values of a parameter of a page; null where it is absent.
 * @throws BadParameterError that names the parameter
 */
export function choice<T extends string>(
  name: string,
  value: string | undefined,
  of: readonly T[],
): T | null {
  if (value === undefined) return null;
  const known = of.find((one) => one === value);
  if (known === undefined) throw new BadParameterError(name, `expected one of ${of.join(', ')}`);
  return known;
}
