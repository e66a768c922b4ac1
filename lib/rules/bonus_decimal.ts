/** Exact arithmetic for pay: wide enough for every product of points, rates and amounts, never binary. */
import { Decimal } from 'decimal.js';

/** Sixty digits: a product of SQL decimals is never cut before the figure's own rounding. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

export const exact = (text: string | number): Exact => new Exact(text);
export const sum = (values: readonly (string | Exact)[]): Exact =>
  values.reduce<Exact>((total, v) => total.plus(v), exact(0));

/** Yuan, rounded half up to 0.01: call it once, where a figure ends. */
export const yuan = (value: Exact): string => value.toFixed(2);
/** Points and other exact figures: all their digits, without zeros behind that say nothing. */
export const plain = (value: Exact): string => value.toFixed();
