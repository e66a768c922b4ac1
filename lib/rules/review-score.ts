/** The four measures of a half-year review and their score. */
import { Decimal } from 'decimal.js';
import type { PolicyValues } from './parameters';

export interface ScoreFacts {
  /** Customers of the department's base with smaller net sales in the period. */
  smaller: number;
  /** Customers of the department's base. */
  base: number;
  /** Yuan due in the period, and of that covered in time. */
  due_amount: string;
  on_time_amount: string;
  /** Found in the period. */
  incidents: number;
  /** Calendar months with a sale among the 12 up to the period's end. */
  months_with_sale: number;
}

/** Each 0–100, exact to 0.01, as text. */
export interface Score {
  volume: string;
  receivables: string;
  reputation: string;
  loyalty: string;
  score: string;
}

/** A measure's best. */
export const FULL = 100;
export const MONTHS_OF_A_YEAR = 12;

/*
 * A company has tens of thousands of customers, so the scale is counted in whole hundredths: exact like a decimal,
 * and many times faster.
 */
const BEST = 10_000n;
const WEIGHT_PLACES = 12;

/** n / d to the nearest whole number, half up; n not negative. */
const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);

/** Whole hundredths of a decimal text. */
const hundredths = (text: string): bigint => BigInt(new Decimal(text).times(FULL).toFixed(0));

const shown = (h: bigint): string => `${h / 100n}.${String(h % 100n).padStart(2, '0')}`;

const names = ['volume', 'receivables', 'reputation', 'loyalty'] as const;

/**
 * R-02 (002 part 1, 2.1): the score by a policy. Each measure is rounded before they are weighed, and the rounded
 * score decides.
 * @throws RangeError where the policy gives no measure any weight
 */
export function scoring(policy: PolicyValues): (facts: ScoreFacts) => Score {
  const weights = names.map((n) =>
    BigInt(new Decimal(policy[`review.weight_${n}`]).times(new Decimal(10).pow(WEIGHT_PLACES)).toFixed(0)),
  );
  const weight = weights.reduce((sum, w) => sum + w, 0n);
  if (weight === 0n) throw new RangeError('The weights of the review (R-02) add up to 0.');
  const points = new Decimal(policy['review.incident_points']);
  const reputation = (incidents: number) =>
    hundredths(
      Decimal.max(0, new Decimal(FULL).minus(points.times(incidents))).toFixed(2, Decimal.ROUND_HALF_UP),
    );
  const unharmed = reputation(0);
  return (facts) => {
    const due = hundredths(facts.due_amount);
    const measures = [
      halfUp(BigInt(facts.smaller) * BEST, BigInt(facts.base)),
      // Where nothing fell due, nothing was paid late.
      due === 0n ? BEST : halfUp(hundredths(facts.on_time_amount) * BEST, due),
      facts.incidents === 0 ? unharmed : reputation(facts.incidents),
      halfUp(BigInt(facts.months_with_sale) * BEST, BigInt(MONTHS_OF_A_YEAR)),
    ] as const;
    const sum = measures.reduce((total, m, i) => total + m * (weights[i] ?? 0n), 0n);
    return {
      volume: shown(measures[0]),
      receivables: shown(measures[1]),
      reputation: shown(measures[2]),
      loyalty: shown(measures[3]),
      score: shown(halfUp(sum, weight)),
    };
  };
}

/** The score of one customer; see `scoring`. */
export const scoreOf = (facts: ScoreFacts, policy: PolicyValues): Score => scoring(policy)(facts);
