import { addDays, addMonths, type Period, parsePeriod, periodOf, stepPeriod } from '@/lib/format';

export type StepperKind = 'as_of' | 'period';

/** The last day of the month before or after a day: reports are read at month ends. */
export function monthEnd(day: string, direction: -1 | 1): string {
  const month = periodOf(day, 'month');
  if (direction === -1) return addDays(month.start, -1);
  return day < month.end ? month.end : periodOf(addMonths(month.start, 1), 'month').end;
}

/**
 * One step from a day or period; null where it would leave the range that has data.
 * `from` and `to` are days, both included; a period may begin before `to`.
 */
export function step(
  kind: StepperKind,
  value: string,
  direction: -1 | 1,
  range: { from?: string; to?: string },
): string | null {
  if (kind === 'as_of') {
    const day = monthEnd(value, direction);
    if (direction === 1 && range.to !== undefined && day > range.to)
      return value < range.to ? range.to : null;
    return range.from !== undefined && day < range.from ? null : day;
  }
  const period = parsePeriod(value);
  if (!period) return null;
  const next = stepPeriod(period, direction);
  const outside =
    (range.to !== undefined && next.start > range.to) || (range.from !== undefined && next.end < range.from);
  return outside ? null : next.name;
}

/** The periods of a year in a grain, in order. */
export function periodsOfYear(year: number, grain: Period['grain']): Period[] {
  const found: Period[] = [];
  let period = periodOf(`${year}-01-01`, grain);
  while (period.start.startsWith(String(year))) {
    found.push(period);
    period = stepPeriod(period, 1);
  }
  return found;
}
