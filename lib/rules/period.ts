/** Days and periods (T-04, T-05) as text: `2026-03-05`, `2026-03`, `2026Q1`, `2026H1`, `2026`. */

export type Grain = 'month' | 'quarter' | 'half' | 'year';

export interface Period {
  name: string;
  grain: Grain;
  /** First and last day, both included. */
  start: string;
  end: string;
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0');
const read = (day: string) =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
const write = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const DAY = 86_400_000;

/** All dates of a company are a few thousand days, asked for a million times: each is read and written once. */
const MAX_DAYS = 100_000;

function remembered<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = of(key);
    if (known.size >= MAX_DAYS) known.clear();
    known.set(key, value);
    return value;
  };
}
const utc = remembered(read);
const dayOf = remembered(write);

/** True for `YYYY-MM-DD` that is a day of the calendar. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(read(text)) && write(read(text)) === text;
}

export const addDays = (day: string, n: number): string => dayOf(utc(day) + n * DAY);

/** The earlier of two days. */
export const earlier = (a: string, b: string): string => [a, b].sort()[0] ?? a;

/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: string, b: string): number => Math.round((utc(b) - utc(a)) / DAY);

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day n months on; the last of the month where that day does not exist (31 August + 6 = last of February). */
export function addMonths(day: string, n: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const d = Math.min(Number(day.slice(8, 10)), lastOfMonth(year, month));
  return `${pad(year, 4)}-${pad(month)}-${pad(d)}`;
}

const months: Record<Grain, number> = { month: 1, quarter: 3, half: 6, year: 12 };

function make(year: number, grain: Grain, index: number): Period {
  const size = months[grain];
  const first = index * size + 1;
  const last = first + size - 1;
  const name = {
    month: `${pad(year, 4)}-${pad(first)}`,
    quarter: `${pad(year, 4)}Q${index + 1}`,
    half: `${pad(year, 4)}H${index + 1}`,
    year: pad(year, 4),
  }[grain];
  return {
    name,
    grain,
    start: `${pad(year, 4)}-${pad(first)}-01`,
    end: `${pad(year, 4)}-${pad(last)}-${pad(lastOfMonth(year, last))}`,
  };
}

/** Reads a period; null where the text is none. */
export function parsePeriod(text: string): Period | null {
  const m = /^(\d{4})(?:-(\d{2})|Q([1-4])|H([12]))?$/.exec(text);
  if (!m) return null;
  const year = Number(m[1]);
  if (m[2]) {
    const month = Number(m[2]);
    return month >= 1 && month <= 12 ? make(year, 'month', month - 1) : null;
  }
  if (m[3]) return make(year, 'quarter', Number(m[3]) - 1);
  if (m[4]) return make(year, 'half', Number(m[4]) - 1);
  return make(year, 'year', 0);
}

/**
 * Reads an ISO week, Monday to Sunday (T-04): `2026-W31`; null where the text is none. The first week of a year is the
 * one with its 4 January.
 */
export function parseWeek(text: string): { name: string; start: string; end: string } | null {
  const m = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!m) return null;
  const start = addDays(mondayOf(`${m[1]}-01-04`), (Number(m[2]) - 1) * 7);
  return weekOf(start).name === text ? { name: text, start, end: addDays(start, 6) } : null;
}

/** The ISO week that holds a day. */
export function weekOf(day: string): { name: string; start: string; end: string } {
  const start = mondayOf(day);
  // The year of a week is that of its Thursday.
  const year = addDays(start, 3).slice(0, 4);
  const number = daysBetween(mondayOf(`${year}-01-04`), start) / 7 + 1;
  return { name: `${year}-W${pad(number)}`, start, end: addDays(start, 6) };
}

const mondayOf = (day: string): string => addDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7));

/** The period of a grain that holds a day. */
export function periodOf(day: string, grain: Grain): Period {
  const month = Number(day.slice(5, 7));
  return make(Number(day.slice(0, 4)), grain, Math.floor((month - 1) / months[grain]));
}

/** The period n steps later (earlier where n is negative), of the same length. */
export function stepPeriod(period: Period, n: number): Period {
  return periodOf(addMonths(period.start, n * months[period.grain]), period.grain);
}
