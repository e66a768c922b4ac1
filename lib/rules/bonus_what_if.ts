/** What bonuses of past months would have been under other values: the same rules, handed another book of policy. */
import { type Exact, exact, sum, yuan } from './bonus_decimal';
import type { MonthFacts } from './bonus_month';
import { type ParameterName, parameterNames } from './parameters';
import { DEFAULT_FROM, type ParameterValue } from './parameters/parameter';
import { type OwnValue, PolicyBook } from './policy';

/** The values that a what-if can try, by the rule that they belong to. */
export const triedParameters = {
  'B-04': ['bonus.base_points', 'bonus.point_rate'],
  'B-03': ['bonus.safety_points', 'bonus.safety_per'],
  'B-07': ['fine.unsigned', 'fine.complaint'],
  'B-06': ['bonus.praise_min', 'bonus.praise_max', 'bonus.saving_min', 'bonus.saving_max'],
  'B-05': ['award.first', 'award.first_to_rank', 'award.second', 'award.second_to_rank'],
  'B-09': [
    'parts.low_margin',
    'parts.low_rate',
    'parts.high_margin',
    'parts.high_rate',
    'parts.min_fee_per_day',
    'parts.technician_share',
  ],
  'B-08': ['bonus.no_repeat', 'bonus.no_repeat_months'],
} as const satisfies Record<string, readonly ParameterName[]>;

export type TriedRule = keyof typeof triedParameters;
export type Tried = (typeof triedParameters)[TriedRule][number];
export const tried: readonly Tried[] = Object.values(triedParameters).flat();
export const isTried = (name: string): name is Tried => tried.some((t) => t === name);

export interface Scenario {
  /** Other values, for all the months that are looked at. */
  values: ReadonlyMap<Tried, ParameterValue>;
  /** Other coefficients by work type, exact text. */
  coefficients: ReadonlyMap<string, string>;
}

/** The book with these values in force on every day, whatever was set from which day; all else as it stands. */
export function bookWith(book: PolicyBook, values: ReadonlyMap<ParameterName, ParameterValue>): PolicyBook {
  const kept = parameterNames.flatMap((name) =>
    values.has(name) ? [] : book.history(name).flatMap((v) => (v.own ? [v.own] : [])),
  );
  const other = [...values].flatMap(([parameter, value]) =>
    [DEFAULT_FROM, ...book.history(parameter).map((v) => v.from)].map(
      (from): OwnValue => ({ parameter, from, value, setBy: '', setAt: '', why: 'what if' }),
    ),
  );
  return new PolicyBook([...kept, ...other]);
}

/** What other coefficients do to a technician's points of a month. */
export interface Repricing {
  /** Exact text, negative where the coefficients are lower. */
  gross_points: string;
  repeat_points: string;
  /** Jobs that had no points before and have some now. */
  priced: number;
}

export const repriced = (facts: MonthFacts, by: Repricing | undefined): MonthFacts =>
  by
    ? {
        ...facts,
        gross_points: exact(facts.gross_points).plus(by.gross_points).toFixed(),
        repeat_points: exact(facts.repeat_points).plus(by.repeat_points).toFixed(),
        unpriced_jobs: facts.unpriced_jobs - by.priced,
      }
    : facts;

/**
 * B-06: a reward under another range: what was granted, raised to the least or cut to the most. The range as it
 * stands is none of this: a record outside it was refused when it was loaded.
 */
export function withinRange(amount: string, range: { least: string; most: string }): Exact {
  const granted = exact(amount);
  if (granted.lt(range.least)) return exact(range.least);
  return granted.gt(range.most) ? exact(range.most) : granted;
}

export const outcomes = ['gains', 'loses', 'same', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** Who has more, who has less; without an answer on either side nobody can say. */
export function outcomeOf(before: string | null, after: string | null): Outcome {
  if (before === null || after === null) return 'unknown';
  const difference = exact(after).minus(before);
  return difference.isZero() ? 'same' : difference.isPositive() ? 'gains' : 'loses';
}

/** Yuan to 0.01, of figures already rounded; null where one of them is. */
export const totalOf = (values: readonly (string | null)[]): string | null =>
  values.some((v) => v === null) ? null : yuan(sum(values.map((v) => v ?? '0')));

export const differenceOf = (before: string | null, after: string | null): string | null =>
  before === null || after === null ? null : yuan(exact(after).minus(before));
