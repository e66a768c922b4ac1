/** Differences in bands of equal width, none of them across 0: how many people gain or lose about how much. */
import { exact } from './bonus_decimal';

export interface Band {
  /** Negative for who loses, 0 for who has the same, positive for who gains; 1 is the band next to 0. */
  index: number;
  /** Yuan, whole; the band of losses holds `from` and not `to`, that of gains `to` and not `from`. */
  from: number;
  to: number;
  people: number;
}

/** Bands on the side with the larger differences. */
const MOST = 6;
const steps = [1, 2, 5];

/** The least round width by which the largest difference falls into at most six bands. */
export function widthOf(differences: readonly string[]): number {
  const largest = differences.reduce(
    (most, d) => (exact(d).abs().gt(most) ? exact(d).abs() : most),
    exact(0),
  );
  for (let power = 1; ; power *= 10) {
    const step = steps.find((s) => largest.lte(s * power * MOST));
    if (step !== undefined) return step * power;
  }
}

export const bandOf = (difference: string, width: number): number => {
  const d = exact(difference);
  if (d.isZero()) return 0;
  const distance = d.abs().div(width).ceil().toNumber();
  return d.isNegative() ? -distance : distance;
};

/** Every band from the lowest to the highest that has people, and the one of no difference, in order. */
export function bandsOf(differences: readonly string[]): { width: number; bands: Band[] } {
  const width = widthOf(differences);
  const counts = new Map<number, number>([[0, 0]]);
  for (const d of differences) {
    const index = bandOf(d, width);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const [low, high] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const bands = Array.from({ length: high - low + 1 }, (_, i): Band => {
    const index = low + i;
    return {
      index,
      from: index <= 0 ? index * width : (index - 1) * width,
      to: index < 0 ? (index + 1) * width : index * width,
      people: counts.get(index) ?? 0,
    };
  });
  return { width, bands };
}
