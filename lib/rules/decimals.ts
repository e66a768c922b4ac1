/** Decimal texts in order, without an object for each: a company has tens of thousands of amounts to hold against a bound. */
import { Decimal } from 'decimal.js';

/** Texts of at most this length have digits that a double tells apart, so their order is that of the doubles. */
const SHORT = 15;

/** Negative where a is less than b, 0 where they are equal, positive where it is more. */
export function compareDecimals(a: string, b: string): number {
  if (a.length <= SHORT && b.length <= SHORT) return Number(a) - Number(b);
  return new Decimal(a).cmp(b);
}
