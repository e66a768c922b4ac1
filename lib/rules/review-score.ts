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

const rounded = (d: Decimal): Decimal => d.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

/** A part of a whole on the scale 0–100. */
const scaled = (part: Decimal.Value, whole: Decimal.Value): Decimal =>
  rounded(new Decimal(part).times(FULL).div(whole));

/**
 * R-02 (002 part 1, 2.1): each measure is rounded before they are weighed, and the rounded score decides.
 * @throws RangeError where the policy gives no measure any weight
 */
export function scoreOf(facts: ScoreFacts, policy: PolicyValues): Score {
  const measures = {
    volume: scaled(facts.smaller, facts.base),
    // Where nothing fell due, nothing was paid late.
    receivables:
      Number(facts.due_amount) === 0 ? new Decimal(FULL) : scaled(facts.on_time_amount, facts.due_amount),
    reputation: rounded(
      Decimal.max(
        0,
        new Decimal(FULL).minus(new Decimal(policy['review.incident_points']).times(facts.incidents)),
      ),
    ),
    loyalty: scaled(facts.months_with_sale, MONTHS_OF_A_YEAR),
  };
  const weights = {
    volume: new Decimal(policy['review.weight_volume']),
    receivables: new Decimal(policy['review.weight_receivables']),
    reputation: new Decimal(policy['review.weight_reputation']),
    loyalty: new Decimal(policy['review.weight_loyalty']),
  };
  const names = ['volume', 'receivables', 'reputation', 'loyalty'] as const;
  const weight = names.reduce((sum, n) => sum.plus(weights[n]), new Decimal(0));
  if (weight.isZero()) throw new RangeError('The weights of the review (R-02) add up to 0.');
  const mean = names.reduce((sum, n) => sum.plus(measures[n].times(weights[n])), new Decimal(0)).div(weight);
  return {
    volume: measures.volume.toFixed(2),
    receivables: measures.receivables.toFixed(2),
    reputation: measures.reputation.toFixed(2),
    loyalty: measures.loyalty.toFixed(2),
    score: rounded(mean).toFixed(2),
  };
}
