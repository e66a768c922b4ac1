/** Money as whole cents: exact like a decimal, and many times faster where a company's customers are judged one by one. */

/** Big where a number would not be exact. */
export type Cents = number | bigint;

/** Characters of an amount that a number holds exactly. */
const SHORT = 15;

/** Cents up to which a division leaves nothing to chance. */
const PLAIN = 2 ** 50;

/** The hundred endings of an amount: as texts of a company's amounts are made, most of the work is theirs. */
const endings = Array.from({ length: 100 }, (_, n) => `.${String(n).padStart(2, '0')}`);

/** Yuan, exact to 0.01. */
export function yuanOf(cents: Cents): string {
  if (cents === 0) return '0.00';
  if (typeof cents === 'number' && cents > -PLAIN && cents < PLAIN) {
    const size = Math.abs(cents);
    const ending = size % 100;
    const text = (size - ending) / 100 + (endings[ending] as string);
    return cents < 0 ? `-${text}` : text;
  }
  const digits = String(cents < 0 ? -cents : cents).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Whole cents of yuan with two decimals, as a query gives them; big where a number would not be exact. */
export function centsOf(yuan: string): Cents {
  // So few digits are exact as a number, and a hundred times it is nearest to the cents alone; 0 is never negative.
  if (yuan.length <= SHORT) return Math.round(Number(yuan) * 100) + 0;
  const digits = yuan.replace('.', '');
  const cents = Number(digits);
  return Number.isSafeInteger(cents) ? cents : BigInt(digits);
}

/** The sum of two amounts, exact. */
export function plusCents(a: Cents, b: Cents): Cents {
  const sum = Number(a) + Number(b);
  return Number.isSafeInteger(sum) ? sum : BigInt(a) + BigInt(b);
}

/** The sum of yuan with two decimals, exact: many times faster than decimals where a company's customers are added up. */
export function sumOfYuan(values: Iterable<string>): string {
  let [sum, big] = [0, 0n];
  for (const value of values) {
    const cents = centsOf(value);
    if (typeof cents === 'bigint') big += cents;
    else if (Number.isSafeInteger(sum + cents)) sum += cents;
    else big += BigInt(cents);
  }
  return yuanOf(big === 0n ? sum : big + BigInt(sum));
}
