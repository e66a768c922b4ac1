/** Quarter awards by the assessment's rank (B-05, "002 part 3, 5.1"). */
import { exact, yuan } from './bonus_decimal';
import type { PolicyValues } from './parameters';

export interface Ranked {
  rank: number;
  /** The tie crosses the end of an award: who gets it is for people to decide, computed for all until then. */
  tie_flag: boolean;
  /** Yuan. */
  award: string;
}

export type AwardPolicy = Pick<
  PolicyValues,
  'award.first' | 'award.first_to_rank' | 'award.second' | 'award.second_to_rank'
>;

/**
 * Ranks everybody who has a score, highest first, over all roles together. Equal scores share the better rank
 * and the next rank is skipped (1, 2, 2, 4).
 * @param scores exact text by technician; give all of them, whoever is looked at
 */
export function rankAwards(
  scores: ReadonlyMap<string, string>,
  policy: AwardPolicy,
): ReadonlyMap<string, Ranked> {
  const order = [...scores]
    .map(([id, score]) => ({ id, score: exact(score) }))
    .sort((a, b) => b.score.comparedTo(a.score));
  const ranked = new Map<string, Ranked>();
  for (let start = 0; start < order.length; ) {
    const best = order[start];
    if (!best) break;
    let end = start;
    while (order[end + 1]?.score.eq(best.score)) end += 1;
    const result = awardOf(start + 1, end + 1, policy);
    for (const { id } of order.slice(start, end + 1)) ranked.set(id, result);
    start = end + 1;
  }
  return ranked;
}

/** Places `first` to `last` share the rank `first`. */
function awardOf(first: number, last: number, policy: AwardPolicy): Ranked {
  const bounds = [policy['award.first_to_rank'], policy['award.second_to_rank']];
  const award =
    first <= policy['award.first_to_rank']
      ? policy['award.first']
      : first <= policy['award.second_to_rank']
        ? policy['award.second']
        : '0';
  return { rank: first, tie_flag: bounds.some((b) => first <= b && last > b), award: yuan(exact(award)) };
}
