/** A dated policy parameter as SQL over a row's `date`: what was in force on that day. */
import { literal } from './quote';

/** @param dated values with the day from which each holds, oldest first */
export function lookupByDate(dated: readonly { from: string; value: string }[]): string {
  const arms = [...dated]
    .reverse()
    .map((v) => `when "date" >= ${literal(v.from)}::date then ${literal(v.value)}::decimal(18,2)`);
  return arms.length === 0 ? 'null::decimal(18,2)' : `case ${arms.join(' ')} end`;
}
