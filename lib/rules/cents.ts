/** Money as whole cents: exact like a decimal, and many times faster where a company's customers are judged one by one. */

/** Big where a number would not be exact. */
export type Cents = number | bigint;

/** Yuan, exact to 0.01. */
export function yuanOf(cents: Cents): string {
  if (cents === 0) return '0.00';
  const digits = String(cents < 0 ? -cents : cents).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
