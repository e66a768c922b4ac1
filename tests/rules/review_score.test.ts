/** The score counts in whole hundredths; here it is held against plain decimal arithmetic, whatever the size. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyBook } from '@/lib/rules/policy';
import { type ScoreFacts, scoring } from '@/lib/rules/review-score';

const Exact = Decimal.clone({ precision: 60 });
const policy = new PolicyBook().on('2026-06-30');

const cents = fc.oneof(
  fc.bigInt(0n, 400n),
  fc.bigInt(0n, 99_999_999n),
  fc.bigInt(99_999_999_990n, 100_000_000_010n),
  fc.bigInt(0n, 999_999_999_999_999_999n),
);
/** As the columns of an answer bear it: a number where that is exact. */
const shown = (c: bigint) => (c <= Number.MAX_SAFE_INTEGER ? Number(c) : c);

const facts = fc
  .record({
    base: fc.integer({ min: 1, max: 100_000 }),
    place: fc.integer({ min: 0, max: 99_999 }),
    amounts: fc.tuple(cents, cents),
    incidents: fc.integer({ min: 0, max: 6 }),
    months_with_sale: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ place, amounts, ...f }): ScoreFacts => {
    const [onTime, due] = amounts[0] < amounts[1] ? amounts : [amounts[1], amounts[0]];
    return { ...f, smaller: place % f.base, due: shown(due), on_time: shown(onTime) };
  });

const weight = fc.constantFrom('0', '0.25', '0.3', '0.15', '1', '0.333333333333', '0.123456789012');

function expected(f: ScoreFacts, weights: string[], points: string) {
  const rounded = (d: Decimal) => d.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const due = new Exact(f.due.toString());
  const measures = [
    rounded(new Exact(f.smaller).times(100).div(f.base)),
    due.isZero() ? new Exact(100) : rounded(new Exact(f.on_time.toString()).times(100).div(due)),
    rounded(Exact.max(0, new Exact(100).minus(new Exact(points).times(f.incidents)))),
    rounded(new Exact(f.months_with_sale).times(100).div(12)),
  ];
  const sum = measures.reduce((total, m, i) => total.plus(m.times(weights[i] ?? 0)), new Exact(0));
  const score = rounded(sum.div(weights.reduce((total, w) => total.plus(w), new Exact(0))));
  const [volume, receivables, reputation, loyalty] = measures.map((m) => m.toFixed(2));
  return { volume, receivables, reputation, loyalty, score: score.toFixed(2) };
}

describe('the score (R-02)', () => {
  it('is that of decimal arithmetic, for any amounts, weights and points', () => {
    const asked = fc.tuple(
      fc.array(facts, { minLength: 1, maxLength: 20 }),
      fc.tuple(weight, weight, weight, weight).filter((w) => w.some((x) => x !== '0')),
      fc.constantFrom('25', '0', '33.335', '100', '12.345'),
    );
    fc.assert(
      fc.property(asked, ([all, weights, points]) => {
        const [volume = '', receivables = '', reputation = '', loyalty = ''] = weights;
        const scoreOf = scoring({
          ...policy,
          'review.weight_volume': volume,
          'review.weight_receivables': receivables,
          'review.weight_reputation': reputation,
          'review.weight_loyalty': loyalty,
          'review.incident_points': points,
        });
        for (const f of all) expect({ f, ...scoreOf(f) }).toEqual({ f, ...expected(f, weights, points) });
      }),
      { numRuns: 400, seed: 20260630 },
    );
  });
  it('gives the same for amounts of 100 billion yuan: a third of them is 33.33', () => {
    const given = { smaller: 0, base: 1, incidents: 0, months_with_sale: 0 };
    const large = { ...given, due: 30_000_000_000_000, on_time: 10_000_000_000_000 };
    expect(scoring(policy)(large).receivables).toBe('33.33');
  });
});
