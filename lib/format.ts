/**
 * Numbers and dates as people read them. Exact values arrive as decimal text and are rounded here once, half
 * up, for the eye only: `Intl.NumberFormat` reads text exactly, so no amount passes through a binary float.
 */
export {
  addDays,
  addMonths,
  daysBetween,
  isDate,
  type Period,
  parsePeriod,
  periodOf,
  stepPeriod,
} from '@/lib/rules/period';

/** 'en', or anything else for Chinese. */
export type FormatLocale = string;
/** Decimal text, or a number that is exact as such (counts, rates). */
export type Numeric = string | number;

/** Shown where there is no value, and where the base of a rate is missing. */
export const NONE = '—';
/** Shown for zero in columns that are mostly empty. */
export const ZERO = '·';

const isEnglish = (locale: FormatLocale) => locale.startsWith('en');
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(least: number, most: number, grouped: boolean): Intl.NumberFormat {
  const key = `${least}/${most}/${grouped}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      useGrouping: grouped,
    });
    formats.set(key, format);
  }
  return format;
}

/** `value × 10^shift` to `digits` places, half up (away from zero), as plain digits or grouped by thousands. */
function rounded(value: Numeric, digits: number, shift = 0, grouped = true, least = digits): string {
  const text = String(value);
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw new TypeError(`Not a number: "${text}"`);
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e');
  const exact = `${mantissa}E${Number(exponent) + shift}` as `${number}`;
  const shown = formatOf(least, digits, grouped).format(exact);
  return /^-[0.,]*$/.test(shown) ? shown.slice(1) : shown.replace('-', '−');
}

/** Grouped by thousands, exactly `digits` places, minus as U+2212. */
export const number = (value: Numeric, digits = 0): string => rounded(value, digits);

/** As many places as the value has, up to `most`. */
export const plain = (value: Numeric, most = 6): string => rounded(value, most, 0, true, 0);

/** Pay is always exact to 0.01: `8,237.70`. */
export const pay = (value: Numeric): string => rounded(value, 2);

/** Points to three places: `47.510`. */
export const points = (value: Numeric): string => rounded(value, 3);

/** With its sign: `+300.00`, `−1.450`, `0.00`. */
export function signed(value: Numeric, digits = 0): string {
  const text = rounded(value, digits);
  return text.startsWith('−') || /^[0.,]*$/.test(text) ? text : `+${text}`;
}

/** A rate between 0 and 1 as `27.4%`; null has no base and is shown as none. */
export const rate = (value: number | null, digits = 1): string =>
  value === null ? NONE : `${rounded(value, digits, 2)}%`;

/** The difference of two rates in points: `−11.6 点`, `+1.3 pt`. */
export function ratePoints(value: number, locale: FormatLocale, digits = 1): string {
  return `${signed(`${value}e2`, digits)} ${isEnglish(locale) ? 'pt' : '点'}`;
}

/** The change from one amount to another as a share: `▼25.6%`, `▲57.5%`; none where there is nothing to compare with. */
export function change(now: Numeric, before: Numeric, digits = 1): string {
  // A share of nothing, or of less than nothing, says nothing.
  if (Number(before) <= 0) return NONE;
  const share = Number(now) / Number(before) - 1;
  const text = rounded(Math.abs(share), digits, 2);
  if (/^[0.]*$/.test(text)) return `${text}%`;
  return `${share < 0 ? '▼' : '▲'}${text}%`;
}

export interface MoneyParts {
  /** Before the number: `CNY`, or nothing in Chinese. */
  prefix: string;
  number: string;
  /** After the number: `元`, `万元`, `亿元`, or nothing in English. */
  unit: string;
}

const wholeDigits = (text: string) => text.replace(/[^\d.]/g, '').split('.')[0]?.length ?? 0;

/**
 * An amount of yuan in the unit that suits its size, in parts so that the unit can be set smaller.
 * Chinese: below 1万 `2,490.06 元`, below 1亿 `185.67 万元` (whole from 1,000 万), then `1.26 亿元`.
 * English: below 10k `CNY 2,490.06`, then `185.7k`, `1.86M`, `1.26B`.
 * The unit is chosen after rounding, so 99,999,999 is 1.00 亿元 and never 10,000 万元.
 */
export function moneyParts(value: Numeric, locale: FormatLocale): MoneyParts {
  const yuan = rounded(value, 2);
  if (wholeDigits(yuan) <= 4) {
    return isEnglish(locale)
      ? { prefix: 'CNY', number: yuan, unit: '' }
      : { prefix: '', number: yuan, unit: '元' };
  }
  if (isEnglish(locale)) {
    const thousands = rounded(value, 1, -3);
    if (wholeDigits(thousands) <= 3) return { prefix: 'CNY', number: `${thousands}k`, unit: '' };
    const millions = rounded(value, 2, -6);
    if (wholeDigits(millions) <= 3) return { prefix: 'CNY', number: `${millions}M`, unit: '' };
    return { prefix: 'CNY', number: `${rounded(value, 2, -9)}B`, unit: '' };
  }
  const wan = rounded(value, 2, -4);
  if (wholeDigits(wan) <= 3) return { prefix: '', number: wan, unit: '万元' };
  const whole = rounded(value, 0, -4);
  if (wholeDigits(whole) <= 4) return { prefix: '', number: whole, unit: '万元' };
  return { prefix: '', number: rounded(value, 2, -8), unit: '亿元' };
}

/** The same in one piece: `185.67 万元`, `CNY 185.7k`. */
export function money(value: Numeric, locale: FormatLocale): string {
  const { prefix, number: shown, unit } = moneyParts(value, locale);
  return [prefix, shown, unit].filter(Boolean).join(' ');
}

/** An amount in full: `1,856,712.30 元`, `CNY 1,856,712.30`. */
export const moneyExact = (value: Numeric, locale: FormatLocale): string =>
  isEnglish(locale) ? `CNY ${pay(value)}` : `${pay(value)} 元`;

/** The amount in a column whose header says 万元 (two places) or CNY k (one place). */
export const moneyInColumn = (value: Numeric, locale: FormatLocale): string =>
  isEnglish(locale) ? rounded(value, 1, -3) : rounded(value, 2, -4);

/** `08-31` within the year shown, else `2025-08-31`; of an instant the day. */
export function shortDate(value: string, yearShown?: string): string {
  const day = value.slice(0, 10);
  return yearShown !== undefined && day.startsWith(`${yearShown.slice(0, 4)}-`) ? day.slice(5) : day;
}

/** An instant to the minute: `2026-08-31 07:40`. */
export const minute = (value: string): string => value.slice(0, 16).replace('T', ' ');

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day inside a sentence: `08-31`, `31 Aug`; with the year where it is not the one shown. */
export function dayWords(day: string, locale: FormatLocale, yearShown?: string): string {
  if (!isEnglish(locale)) return shortDate(day, yearShown ?? day);
  const words = `${Number(day.slice(8, 10))} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''}`;
  return yearShown === undefined || day.startsWith(yearShown.slice(0, 4))
    ? words
    : `${words} ${day.slice(0, 4)}`;
}

/** A month on an axis: `8 月`, `Aug`. */
export function monthName(period: string, locale: FormatLocale): string {
  const month = Number(period.slice(5, 7));
  return isEnglish(locale) ? (monthNames[month - 1] ?? '') : `${month} 月`;
}
