/** Sums of the rows shown: exact, and null where one of them cannot be known. */
import Decimal from 'decimal.js';

export const total = (values: readonly (string | null)[]): string | null =>
  values.some((v) => v === null)
    ? null
    : values.reduce((sum, v) => sum.plus(v ?? 0), new Decimal(0)).toFixed();

export const plus = (...values: (string | null)[]): string | null => total(values);

/** With the other sign; null stays null, and zero has none. */
export const negative = (value: string | null): string | null => {
  if (value === null) return null;
  const turned = new Decimal(value).negated();
  return turned.isZero() ? '0' : turned.toFixed();
};

/** Yuan to 0.01. */
export const cents = (value: string | null): string | null =>
  value === null ? null : new Decimal(value).toFixed(2);

/** A share of a whole among n, to three places. */
export const each = (value: string | null, n: number): string | null =>
  value === null || n === 0 ? null : new Decimal(value).div(n).toFixed(3);
