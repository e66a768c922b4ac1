/** Sums of amounts that come as decimal text. */
import { Decimal } from 'decimal.js';

/** Yuan, exact to 0.01. */
export const addExact = (amounts: readonly (string | null)[]): string =>
  amounts.reduce<Decimal>((sum, a) => sum.plus(a ?? 0), new Decimal(0)).toFixed(2);
