import { describe, expect, it } from 'vitest';
import { Largest, ordered } from '@/lib/reports/ordering';

/** Numbers that look like chance and are the same every time; many are equal. */
const numbers = (n: number, seed: number) =>
  Array.from({ length: n }, (_, i) => (Math.imul(i + seed, 2_654_435_761) >>> 0) % 500);

describe('the order of many numbers', () => {
  it.each([
    ['no more than one', 1, 0],
    ['less than 16 bits', 7, -300],
    ['up to 32 bits', 8_000_011, -2_000_000_000],
    ['beyond 32 bits', 9_000_000_000_001, -4_000_000_000_000_000],
  ])('is that of sorting where they are %s apart, and keeps equal ones as they came', (_, step, least) => {
    const values = Float64Array.from(numbers(3_000, 7), (v) => least + (step === 1 ? 0 : v * step));
    const places = Uint32Array.from({ length: 2_000 }, (_, i) => (i * 7) % 3_000);
    const value = (place: number) => values[place] as number;
    const sorted = [...places].sort((a, b) => value(a) - value(b));
    expect([...ordered(places, values)]).toEqual(sorted);
  });

  it('is nothing of nothing', () => {
    expect(ordered(new Uint32Array(0), new Float64Array(3))).toHaveLength(0);
  });
});

describe('the bound of the largest', () => {
  it.each([
    [1, 1],
    [1, 40],
    [7, 7],
    [7, 8],
    [7, 200],
    [50, 1_000],
  ])('leaves the %i largest of %i, and is not above the last of them', (top, n) => {
    for (let seed = 1; seed <= 20; seed++) {
      const values = numbers(n, seed);
      const largest = new Largest(top);
      for (const value of values) largest.add(value);
      const sorted = [...values].sort((a, b) => b - a);
      expect(largest.bound).toBeLessThanOrEqual(sorted[top - 1] as number);
      expect(values.filter((v) => v >= largest.bound).length).toBeGreaterThanOrEqual(top);
      // It rules out: what is below the largest of twice as many is gone.
      expect(largest.bound).toBeGreaterThanOrEqual(sorted[2 * top - 1] ?? Number.NEGATIVE_INFINITY);
    }
  });

  it('rules out nothing while there are fewer', () => {
    const largest = new Largest(3);
    for (const value of [5, 4]) largest.add(value);
    expect(largest.bound).toBe(Number.NEGATIVE_INFINITY);
  });
});
