/** Months of a chart and the pixels that they take: a bar stands in the middle of its month. */
export interface MonthScale {
  /** The middle of the first month. */
  zero: number;
  /** From the middle of one month to the next. */
  month: number;
}

/** A hair, so that an edge between two months belongs to the one inside. */
const HAIR = 0.01;

/** From the left edge of one month to the right edge of another, by their places from 0. */
export const rangeOf = ({ zero, month }: MonthScale, first: number, last: number): [number, number] => [
  zero + (first - 0.5) * month,
  zero + (last + 0.5) * month,
];

/** The places of the first and the last month of which a range in pixels covers at least a part of the inside. */
export function monthsIn({ zero, month }: MonthScale, range: readonly [number, number]): [number, number] {
  const [left, right] = [Math.min(...range), Math.max(...range)].map((x) => (x - zero) / month);
  const first = Math.floor((left ?? 0) + 0.5 + HAIR);
  return [first, Math.max(first, Math.floor((right ?? 0) + 0.5 - HAIR))];
}
