/** Working days and working hours (T-01 to T-03). */
// The table itself, not the library's functions: those build it with text read as UTC and dates told in the
// machine's zone, so that west of Greenwich every holiday is a day off.
import publicDays from 'chinese-days/dist/chinese-days.json';
import type { PolicyValues } from './parameters';
import { addDays, daysBetween } from './period';

export interface WorkCalendar {
  isWorkingDay(day: string): boolean;
  /** T-02: the n-th working day after a day; the day itself never counts. */
  deadline(day: string, n: number): string;
  /**
   * T-03: whole seconds of working time between two instants (`YYYY-MM-DD HH:MM:SS`, local time); 0 where the
   * second is not later than the first.
   */
  workingSeconds(from: string, to: string): number;
  /** Years asked for that the public calendar does not know: every figure that rests on them bears a warning. */
  unknownYears(from: string, to: string): readonly number[];
}

export type CalendarPolicy = Pick<
  PolicyValues,
  'calendar.hours' | 'calendar.added_days' | 'calendar.removed_days'
>;

const MAX_DEADLINES = 10_000;

/** A span of a working day in seconds after midnight, the end not included. */
interface Span {
  start: number;
  end: number;
}

/**
 * The company's calendar: the public one (T-01, with make-up working days), with the days that the company
 * adds and removes; a day that stands in both lists is no working day.
 */
export function makeCalendar(policy: CalendarPolicy): WorkCalendar {
  const added = new Set(policy['calendar.added_days']);
  const removed = new Set(policy['calendar.removed_days']);
  const spans = workingSpans(policy['calendar.hours']);

  const isWorkingDay = (day: string): boolean => {
    if (removed.has(day)) return false;
    return added.has(day) || isPublicWorkingDay(day);
  };

  // The same days are asked for of every customer.
  const deadlines = new Map<string, string>();

  return {
    isWorkingDay,
    deadline(day, n) {
      const asked = `${day} ${n}`;
      const known = deadlines.get(asked);
      if (known !== undefined) return known;
      let at = day;
      for (let left = n; left > 0; ) {
        at = addDays(at, 1);
        if (isWorkingDay(at)) left -= 1;
      }
      if (deadlines.size >= MAX_DEADLINES) deadlines.clear();
      deadlines.set(asked, at);
      return at;
    },
    workingSeconds(from, to) {
      if (to <= from) return 0;
      const first = from.slice(0, 10);
      const days = daysBetween(first, to.slice(0, 10));
      const start = secondOfDay(from);
      const end = secondOfDay(to);
      let seconds = 0;
      for (let i = 0; i <= days; i++) {
        if (!isWorkingDay(addDays(first, i))) continue;
        for (const span of spans) {
          const begins = i === 0 ? Math.max(span.start, start) : span.start;
          const ends = i === days ? Math.min(span.end, end) : span.end;
          seconds += Math.max(0, ends - begins);
        }
      }
      return seconds;
    },
    unknownYears(from, to) {
      const years: number[] = [];
      for (let y = Number(from.slice(0, 4)); y <= Number(to.slice(0, 4)); y++) {
        if (!isKnownYear(y)) years.push(y);
      }
      return years;
    },
  };
}

/** Reads `09:00-12:00,13:00-18:00`; null where the text is no list of ascending spans of one day. */
export function parseHours(text: string): Span[] | null {
  const spans: Span[] = [];
  for (const part of text.split(',')) {
    const m = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(part.trim());
    if (!m) return null;
    const start = Number(m[1]) * 3600 + Number(m[2]) * 60;
    const end = Number(m[3]) * 3600 + Number(m[4]) * 60;
    const before = spans.at(-1)?.end ?? 0;
    if (start < before || end <= start || end > 86_400) return null;
    spans.push({ start, end });
  }
  return spans;
}

function workingSpans(text: string): Span[] {
  const spans = parseHours(text);
  if (!spans) throw new RangeError(`"${text}" is no list of working hours.`);
  return spans;
}

const secondOfDay = (instant: string): number =>
  Number(instant.slice(11, 13) || 0) * 3600 +
  Number(instant.slice(14, 16) || 0) * 60 +
  Number(instant.slice(17, 19) || 0);

const holidays: ReadonlySet<string> = new Set(Object.keys(publicDays.holidays));
const makeUpDays: ReadonlySet<string> = new Set(Object.keys(publicDays.workdays));

/**
 * A year without data has no holidays, which is not the same as knowing it. A year counts as known where its
 * National Day is a holiday in the table: the first days of January can come with the notice of the year before.
 */
const isKnownYear = (year: number): boolean => holidays.has(`${year}-10-01`);

function isPublicWorkingDay(day: string): boolean {
  if (!isKnownYear(Number(day.slice(0, 4)))) return isWeekday(day);
  return makeUpDays.has(day) || (isWeekday(day) && !holidays.has(day));
}

function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
