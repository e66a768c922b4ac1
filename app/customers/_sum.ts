import { Decimal } from 'decimal.js';

/** Yuan added up, exact. */
export const sum = (amounts: readonly string[]): string =>
  amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed(2);
