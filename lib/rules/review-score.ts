/** The four measures of a half-year review and their score. */
import { Decimal } from 'decimal.js';
import type { Cents } from './cents';
import type { PolicyValues } from './parameters';

export interface ScoreFacts {
  /** Customers of the department's base with smaller net sales in the period. */
  smaller: number;
  /** Customers of the department's base. */
  base: number;
  /** Due in the period, and of that covered in time. */
  due: Cents;
  on_time: Cents;
  /** Found in the period. */
  incidents: number;
  /** Calendar months with a sale among the 12 up to the period's end. */
  months_with_sale: number;
}

/** The four measures and the score, each 0–100. */
interface Five<T> {
  volume: T;
  receivables: T;
  reputation: T;
  loyalty: T;
  score: T;
}

/** Exact to 0.01, as text. */
export type Score = Five<string>;

/** The same as whole hundredths. */
export type Hundredths = Five<number>;

/** A measure's best. */
export const FULL = 100;
export const MONTHS_OF_A_YEAR = 12;

/*
 * A company has tens of thousands of customers, so the scale is counted in whole hundredths: exact like a decimal,
 * and many times faster. Whole numbers stay exact as long as they are safe; beyond, big integers take over.
 */
const BEST = 10_000;
const WEIGHT_PLACES = 12;

/** a × b / d to the nearest whole number, half up; whole numbers, none negative. */
function halfUp(a: number, b: number, d: number): number {
  const twice = 2 * a * b + d;
  if (twice <= Number.MAX_SAFE_INTEGER) return (twice - (twice % (2 * d))) / (2 * d);
  return Number(halfUpLarge(BigInt(a) * BigInt(b), BigInt(d)));
}

const halfUpLarge = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);

/** Hundredths of the share that `part` is of `whole`, which is not 0. */
function shareOf(part: Cents, whole: Cents): number {
  if (typeof part === 'number' && typeof whole === 'number') return halfUp(part, BEST, whole);
  return Number(halfUpLarge(BigInt(part) * BigInt(BEST), BigInt(whole)));
}

/** Hundredths as text, each written once: a company of any size has no more than these. */
const texts: string[] = Array.from(
  { length: BEST + 1 },
  (_, h) => `${Math.floor(h / FULL)}.${String(h % FULL).padStart(2, '0')}`,
);
/** A measure or score as text. */
export const scoreText = (h: number): string => texts[h] ?? new Decimal(h).div(FULL).toFixed(2);

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

const names = ['volume', 'receivables', 'reputation', 'loyalty'] as const;

/**
 * R-02 (002 part 1, 2.1): the score by a policy, in hundredths. Each measure is rounded before they are weighed, and
 * the rounded score decides.
 * @throws RangeError where the policy gives no measure any weight
 */
export function measuring(policy: PolicyValues): (facts: ScoreFacts) => Hundredths {
  const given = names.map((n) =>
    BigInt(new Decimal(policy[`review.weight_${n}`]).times(new Decimal(10).pow(WEIGHT_PLACES)).toFixed(0)),
  );
  const common = given.reduce(divisor);
  if (common === 0n) throw new RangeError('The weights of the review (R-02) add up to 0.');
  // Only their proportions matter: as the smallest whole numbers they leave room to be added up.
  const weights = given.map((w) => Number(w / common));
  const weight = weights.reduce((sum, w) => sum + w, 0);
  const small = weight * (2 * BEST + 1) <= Number.MAX_SAFE_INTEGER;
  const weighed = (...measures: [number, number, number, number]): number => {
    if (small)
      return halfUp(
        measures.reduce((sum, m, i) => sum + m * (weights[i] ?? 0), 0),
        1,
        weight,
      );
    const sum = measures.reduce((total, m, i) => total + BigInt(m) * BigInt(weights[i] ?? 0), 0n);
    return Number(halfUpLarge(sum, BigInt(weight)));
  };
  const points = new Decimal(policy['review.incident_points']);
  const byIncidents: number[] = [];
  const reputationOf = (incidents: number): number => {
    byIncidents[incidents] ??= Decimal.max(0, new Decimal(FULL).minus(points.times(incidents)))
      .times(FULL)
      .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
      .toNumber();
    return byIncidents[incidents];
  };
  return (facts) => {
    const volume = halfUp(facts.smaller, BEST, facts.base);
    // Where nothing fell due, nothing was paid late.
    const receivables = facts.due === 0 || facts.due === 0n ? BEST : shareOf(facts.on_time, facts.due);
    const reputation = reputationOf(facts.incidents);
    const loyalty = halfUp(facts.months_with_sale, BEST, MONTHS_OF_A_YEAR);
    const score = weighed(volume, receivables, reputation, loyalty);
    return { volume, receivables, reputation, loyalty, score };
  };
}

/** The same as text. @throws RangeError where the policy gives no measure any weight */
export function scoring(policy: PolicyValues): (facts: ScoreFacts) => Score {
  const measured = measuring(policy);
  return (facts) => {
    const m = measured(facts);
    return {
      volume: scoreText(m.volume),
      receivables: scoreText(m.receivables),
      reputation: scoreText(m.reputation),
      loyalty: scoreText(m.loyalty),
      score: scoreText(m.score),
    };
  };
}

/** The score of one customer; see `scoring`. */
export const scoreOf = (facts: ScoreFacts, policy: PolicyValues): Score => scoring(policy)(facts);
