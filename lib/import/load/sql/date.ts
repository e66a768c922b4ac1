/**
 * Dates and instants as SQL. Strict: the ISO form. Tolerant: every form of the contract. A text such as
 * 3/4/2016 is read only in an order that the mapping gives or that the column proves.
 */
import type { DateOrder } from '../../recognise/plan';
import { bind, literal } from './quote';
import { halfWidthSql } from './text';

/** Days outside these years are typing mistakes, and five-digit years would break every page. */
const FIRST = `date '1900-01-01'`;
const LAST = `date '2199-12-31'`;

export interface DateReading {
  order: DateOrder | null;
  epoch1904: boolean;
}

const inRange = (d: string) => `case when ${d} between ${FIRST} and ${LAST} then ${d} end`;

const ymdPattern = `^([0-9]{4})[ ]*(?:[-/.年])[ ]*([0-9]{1,2})[ ]*(?:[-/.月])[ ]*([0-9]{1,2})[ ]*日?`;
const compactPattern = '^((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})';
const shortPattern = '^([0-9]{1,2})[ ]*[-/.][ ]*([0-9]{1,2})[ ]*[-/.][ ]*([0-9]{4})';
const timePattern =
  '(?:[T ]*(上午|下午)?[ ]*([0-9]{1,2})[:时点]([0-9]{1,2})(?:[:分]([0-9]{1,2})?(?:[.,][0-9]+)?秒?)?分?)?$';
const zonePattern = '[0-9][ ]*(?:Z|[+-][0-9]{2}:?(?:[0-9]{2})?)$';
const serialPattern = '^[0-9]{5}(?:[.][0-9]+)?$';
const compactTime = '(?:[T ]?([0-9]{2}):?([0-9]{2}):?([0-9]{2})?)?$';

const part = (x: string, pattern: string, group: number): string =>
  `try_cast(nullif(regexp_extract(${x}, ${literal(pattern)}, ${group}), '') as integer)`;

const madeDate = (y: string, m: string, d: string): string => `try(make_date(${y}, ${m}, ${d}))`;

/** True for a text such as 3/4/2016, with or without a time behind it. */
export const isShortDate = (x: string): string =>
  `regexp_matches(${halfWidthSql(x)}, ${literal(shortPattern + timePattern)})`;

/** First and second number of such a text. */
export const shortDateParts = (x: string): { first: string; second: string } => ({
  first: part(halfWidthSql(x), shortPattern, 1),
  second: part(halfWidthSql(x), shortPattern, 2),
});

function serialDate(x: string, epoch1904: boolean): string {
  const base = epoch1904 ? `date '1904-01-01'` : `date '1899-12-30'`;
  return `(${base} + cast(floor(cast(${x} as double)) as integer))`;
}

/** The day of a text in any form; null where there is none. */
function tolerantDay(x: string, r: DateReading): string {
  const p = (pattern: string, g: number) => part(x, pattern, g);
  const arms = [
    `when regexp_matches(${x}, ${literal(ymdPattern + timePattern)}) then ${madeDate(p(ymdPattern, 1), p(ymdPattern, 2), p(ymdPattern, 3))}`,
    `when regexp_matches(${x}, ${literal(compactPattern + compactTime)}) then ${madeDate(p(compactPattern, 1), p(compactPattern, 2), p(compactPattern, 3))}`,
    `when regexp_matches(${x}, ${literal(serialPattern)}) then ${serialDate(x, r.epoch1904)}`,
  ];
  if (r.order === 'dmy' || r.order === 'mdy') {
    const [d, m] = r.order === 'dmy' ? [1, 2] : [2, 1];
    arms.push(
      `when regexp_matches(${x}, ${literal(shortPattern + timePattern)}) then ${madeDate(p(shortPattern, 3), p(shortPattern, m), p(shortPattern, d))}`,
    );
  }
  return `case ${arms.join(' ')} end`;
}

/** The time of day of a text in any form, as an interval; null where it is no time. */
function tolerantTime(x: string): string {
  const dated = `(?:${ymdPattern.slice(1)}|${shortPattern.slice(1)})`;
  const full = `^${dated.replaceAll('([0-9', '(?:[0-9')}${timePattern}`;
  const hour = part(x, full, 2);
  const noon = `case when regexp_extract(${x}, ${literal(full)}, 1) = '下午' and ${hour} < 12 then 12 when regexp_extract(${x}, ${literal(full)}, 1) = '上午' and ${hour} = 12 then -12 else 0 end`;
  const clock = (h: string, m: string, s: string) =>
    `case when coalesce(${h}, 0) between 0 and 24 and coalesce(${m}, 0) between 0 and 59 and coalesce(${s}, 0) between 0 and 59 then to_seconds((coalesce(${h}, 0) * 3600 + coalesce(${m}, 0) * 60 + coalesce(${s}, 0))::double) end`;
  const compact = `^(?:[0-9]{8})${compactTime}`;
  return `case when regexp_matches(${x}, ${literal(serialPattern)}) then to_seconds(round((cast(${x} as double) - floor(cast(${x} as double))) * 86400))
    when regexp_matches(${x}, ${literal(compact)}) then ${clock(part(x, compact, 1), part(x, compact, 2), part(x, compact, 3))}
    when regexp_matches(${x}, ${literal(full)}) then ${clock(`(${hour} + ${noon})`, part(x, full, 3), part(x, full, 4))} end`;
}

/** A DATE, or null. A time behind the day is cut off. */
export function dateSql(x: string, r: DateReading): string {
  const strict = `case when strlen(${x}) = 10 and ${x} >= '1' and ${x} < '3' then try_cast(${x} as date) end`;
  const tolerant = bind(halfWidthSql(`trim(${x})`), (y) =>
    bind(`cast(coalesce(${zoned(y)}, ${tolerantDay(y, r)}) as date)`, inRange),
  );
  return `coalesce(${inRange(strict)}, case when ${x} is not null then ${tolerant} end)`;
}

/** An instant with an offset, told in the company's time zone. */
const zoned = (x: string): string =>
  `case when regexp_matches(${x}, ${literal(`^[0-9]{4}-[0-9]{2}-[0-9]{2}.*${zonePattern}`)}) then try_cast(${x} as timestamptz) at time zone ${literal(companyZone())} end`;

/** Every local time of the product is in this zone. */
export const companyZone = (): string => process.env.TIERLINE_TIME_ZONE ?? 'Asia/Shanghai';

/** A TIMESTAMP in the company's time zone, whole seconds, or null; no time is 00:00. */
export function instantSql(x: string, r: DateReading): string {
  const strict = `case when strlen(${x}) between 16 and 19 and ${x} >= '1' and ${x} < '3' and ${x}[5] = '-' then try_cast(${x} as timestamp) end`;
  const ranged = (t: string) =>
    `case when ${t} between ${FIRST} and ${LAST} then date_trunc('second', ${t}) end`;
  const tolerant = bind(halfWidthSql(`trim(${x})`), (y) =>
    bind(`coalesce(${zoned(y)}, cast(${tolerantDay(y, r)} as timestamp) + ${tolerantTime(y)})`, ranged),
  );
  return `coalesce(${ranged(strict)}, case when ${x} is not null then ${tolerant} end)`;
}
