/**
 * The bridge of the open pipeline between two days (F-02, F-03): opening + new + grown − shrunk − signed − lost =
 * closing. One opportunity can stand in several movements: opened, grown and signed.
 */
import { Decimal } from 'decimal.js';

/** In the order of the bars. */
export const movements = ['opening', 'new', 'grown', 'shrunk', 'signed', 'lost', 'closing'] as const;
export type Movement = (typeof movements)[number];

/** What a movement does to the open pipeline; the closing is what is left. */
export const signOf: Readonly<Record<Movement, 1 | -1>> = {
  opening: 1,
  new: 1,
  grown: 1,
  shrunk: -1,
  signed: -1,
  lost: -1,
  closing: -1,
};

/** Yuan: 0.00 where the bridge balances. */
export const remainder = (rows: readonly { movement: Movement; amount: string }[]): string =>
  rows
    .reduce((sum, r) => sum.plus(new Decimal(r.amount).times(signOf[r.movement])), new Decimal(0))
    .toFixed(2);

/** Opportunities: 0 where it balances; growing and shrinking neither add nor take any. */
export const countRemainder = (rows: readonly { movement: Movement; count: number }[]): number =>
  rows.reduce(
    (sum, r) =>
      r.movement === 'grown' || r.movement === 'shrunk' ? sum : sum + r.count * signOf[r.movement],
    0,
  );
