/** What a page compares with: the period before its own or a year before, or the day a month or a year before its day. */
import { addDays, addMonths, daysBetween, type Period, parsePeriod, stepPeriod } from '@/lib/format';
import { beginsAfter, type Reach, type ReachSource } from '@/lib/reports/data_reach';
import type { ReportContext } from '@/lib/reports/report';
import { parseWeek, weekOf } from '@/lib/rules/period';
import { choice } from './periods';
import { one, type SearchParams } from './url';

export const comparisons = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

interface Compared {
  how: Comparison;
  /** Name of the period compared with; null where nothing is. */
  period: string | null;
  /** The day at which it is judged: as far into it as the page is into its own, so that like meets like. */
  as_of: string;
}

type Span = Pick<Period, 'name' | 'start' | 'end'>;

function spanOf(name: string): Span {
  const span = parsePeriod(name) ?? parseWeek(name);
  if (!span) throw new RangeError(`"${name}" is no period.`);
  return span;
}

/** The span one step or one year before another, of the same length; weeks step by weeks. */
export function spanBefore(name: string, how: 'previous' | 'year'): Span {
  const period = parsePeriod(name);
  if (!period) return weekOf(addDays(spanOf(name).start, how === 'previous' ? -7 : -364));
  if (how === 'previous') return stepPeriod(period, -1);
  return spanOf(String(Number(name.slice(0, 4)) - 1) + name.slice(4));
}

/**
 * What a page compares with. A period that is not over is judged at the same distance from its start, a complete one
 * as far after its end: late minutes have had the same time.
 * @throws BadParameterError
 */
export function comparedWith(search: SearchParams, name: string, asOf: string): Compared {
  const how = choice('compare', one(search, 'compare'), comparisons) ?? 'previous';
  if (how === 'none') return { how, period: null, as_of: asOf };
  const now = spanOf(name);
  const then = spanBefore(name, how);
  return { how, period: then.name, as_of: sameWayIn(now, then, asOf, how === 'year') };
}

function sameWayIn(now: Span, then: Span, asOf: string, year: boolean): string {
  if (asOf >= now.end) return addDays(then.end, daysBetween(now.end, asOf));
  return year && parsePeriod(now.name)
    ? addMonths(asOf, -12)
    : addDays(then.start, daysBetween(now.start, asOf));
}

export const dayComparisons = ['year', 'none'] as const;

export interface ComparedDay {
  kind: 'month' | 'year' | 'none';
  /** The day compared with: the same one a month before by default; null where comparing is off. */
  day: string | null;
}

/**
 * The day that a page of an as-of date compares with: the 31st with the last day of a shorter month.
 * @throws BadParameterError
 */
export function comparedDay(search: SearchParams, as_of: string): ComparedDay {
  const kind = choice('compare', one(search, 'compare'), dayComparisons) ?? 'month';
  return { kind, day: kind === 'none' ? null : addMonths(as_of, kind === 'year' ? -12 : -1) };
}

export interface ReachedDay extends ComparedDay {
  /** What begins only after that day, so that nothing is compared: nobody knows how it stood. */
  begins: Reach | null;
  /** The day, where the data reaches back to it. */
  reached: string | null;
}

/**
 * The same, with what the data says of that day.
 * @param sources what the figures of the page rest on
 * @throws BadParameterError, QueryError
 */
export async function reachedDay(
  ctx: ReportContext,
  search: SearchParams,
  as_of: string,
  sources: readonly ReachSource[],
): Promise<ReachedDay> {
  const compared = comparedDay(search, as_of);
  const begins = compared.day === null ? null : await beginsAfter(ctx, compared.day, sources);
  return { ...compared, begins, reached: begins === null ? compared.day : null };
}
