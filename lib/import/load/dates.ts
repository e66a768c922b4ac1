/** Which part of 3/4/2016 is the day: what a whole column proves, never a guess. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DateOrder } from '../recognise/plan';
import { isShortDate, shortDateParts } from './sql/date';

export type Proof = DateOrder | 'undecided' | 'contradictory' | 'none';

/**
 * The order that a column's values prove: a part above 12 is a day. Dates of both orders in one column are
 * `contradictory`; values that fit both are `undecided`.
 * @param x SQL of the column's raw text
 */
export async function provenOrder(c: DuckDBConnection, relation: string, x: string): Promise<Proof> {
  const { first, second } = shortDateParts('x');
  const reader = await c.runAndReadAll(
    `select count(*)::integer as n, coalesce(max(${first}), 0)::integer as first, coalesce(max(${second}), 0)::integer as second
     from (select ${x} as x from ${relation}) where x is not null and ${isShortDate('x')}`,
  );
  const row = reader.getRowObjectsJson()[0];
  if (!row || row.n === 0) return 'none';
  const dayFirst = Number(row.first) > 12;
  const daySecond = Number(row.second) > 12;
  if (dayFirst && daySecond) return 'contradictory';
  if (dayFirst) return 'dmy';
  return daySecond ? 'mdy' : 'undecided';
}
