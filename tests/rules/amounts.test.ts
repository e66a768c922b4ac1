import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf, sumOfYuan, yuanOf } from '@/lib/rules/cents';
import { compareDecimals } from '@/lib/rules/decimals';

const Exact = Decimal.clone({ precision: 60 });
const digits = fc.bigInt(-999_999_999_999_999_999n, 999_999_999_999_999_999n);
const small = fc.bigInt(-100_000n, 100_000n);
/** Around the lengths and sizes at which another way takes over. */
const turning = fc
  .tuple(
    fc.constantFrom(10n ** 14n, 10n ** 13n, 10n ** 12n, 2n ** 50n, 2n ** 49n, 2n ** 53n),
    fc.bigInt(-200n, 200n),
    fc.constantFrom(1n, -1n),
  )
  .map(([size, more, sign]) => sign * (size + more));
const text = (n: bigint, places: number) =>
  new Exact(n.toString()).div(new Exact(10).pow(places)).toFixed(places);

describe('amounts as whole cents', () => {
  it('are written as the decimal is, whatever their size', () => {
    fc.assert(
      fc.property(fc.oneof(digits, small, turning), (n) => {
        const cents = Number.isSafeInteger(Number(n)) ? Number(n) : n;
        expect(yuanOf(cents)).toBe(text(n, 2));
      }),
      { seed: 1 },
    );
    expect([0, -0, -5, 5, -100].map(yuanOf)).toEqual(['0.00', '0.00', '-0.05', '0.05', '-1.00']);
  });
});

describe('sums of yuan', () => {
  it('are exact, whatever the size', () => {
    const amounts = fc.array(fc.oneof(digits, small, turning), { maxLength: 20 });
    fc.assert(
      fc.property(amounts, (all) => {
        for (const n of all) expect(yuanOf(centsOf(text(n, 2)))).toBe(text(n, 2));
        const total = all.reduce((sum, n) => sum + n, 0n);
        expect(sumOfYuan(all.map((n) => text(n, 2)))).toBe(text(total, 2));
      }),
      { seed: 1 },
    );
    expect(sumOfYuan([])).toBe('0.00');
    expect(centsOf('-0.00')).toBe(0);
    expect(sumOfYuan(['90071992547409.91', '90071992547409.91', '-0.01'])).toBe('180143985094819.81');
  });
});

describe('decimal texts in order', () => {
  it('stand as the decimals do, whatever their length', () => {
    const value = fc
      .tuple(fc.oneof(digits, small), fc.constantFrom(0, 2, 3))
      .map(([n, places]) => text(n, places));
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(compareDecimals(a, b))).toBe(new Exact(a).cmp(b));
        expect(compareDecimals(a, a)).toBe(0);
      }),
      { seed: 1 },
    );
    expect(Math.sign(compareDecimals('9007199254740993.01', '9007199254740993.02'))).toBe(-1);
    expect(compareDecimals('60', '60.00')).toBe(0);
  });
});
