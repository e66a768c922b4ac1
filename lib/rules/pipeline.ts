/**
 * The open pipeline (F-06, F-07; the sources are silent, so both are the product's own): win rate, cycle, velocity,
 * and what open amounts are worth by how often the like was signed before.
 */
import { Decimal } from 'decimal.js';
import { share } from './funnel';

/** Sixty digits: a product of amounts and counts is never cut before the figure's own rounding. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** What was closed in some days; `cycle_days` is the sum over `cycles` signed ones with a dated creation. */
export interface Closed {
  signed: number;
  lost: number;
  /** Signed ones that bear a signed amount, and its sum in yuan. */
  with_amount: number;
  signed_amount: string;
  cycles: number;
  cycle_days: number;
}

/** F-06: signed of all closed, 0 to 1; null where none was closed. */
export const winRate = (c: Pick<Closed, 'signed' | 'lost'>): number | null =>
  share(c.signed, c.signed + c.lost);

/** F-06: yuan, over the signed ones that bear an amount; null where none does. */
export const meanSignedAmount = (c: Pick<Closed, 'with_amount' | 'signed_amount'>): string | null =>
  c.with_amount === 0 ? null : new Exact(c.signed_amount).div(c.with_amount).toFixed(2);

/**
 * F-06: open count × win rate × mean signed amount / mean cycle, in yuan a day, rounded once.
 * Null where any of the four has no base; a mean cycle of 0 days is none.
 */
export function velocity(open: number, c: Closed): string | null {
  const closed = c.signed + c.lost;
  if (closed === 0 || c.with_amount === 0 || c.cycles === 0 || c.cycle_days <= 0) return null;
  return new Exact(open)
    .times(c.signed)
    .times(c.signed_amount)
    .times(c.cycles)
    .div(new Exact(closed).times(c.with_amount).times(c.cycle_days))
    .toFixed(2);
}

/** Past closed opportunities of a grade that got as far as a stage, 1 to 5, and no further. */
export interface Past {
  grade: string | null;
  position: number;
  closed: number;
  signed: number;
}

/** The share by which an open amount is weighed, and what it was taken from. */
export interface Weight {
  /** Signed of `closed`: 0 to 1; null where nothing like it was ever closed. */
  share: number | null;
  signed: number;
  closed: number;
  /** Its own grade, or all grades together where too few of its own were closed. */
  basis: 'grade' | 'all';
}

/**
 * F-07: the share of past closed opportunities of the same grade that reached a stage and were later signed; with
 * fewer than `funnel.weight_min_closed` such, the share over all grades. The ungraded are a grade of their own. One
 * without a dated stage stands at the first, at which all begin.
 */
export function weights(
  past: readonly Past[],
  policy: { readonly 'funnel.weight_min_closed': number },
): (grade: string | null, position: number | null) => Weight {
  const known = new Map<string, Weight>();
  const reached = (position: number, of: (p: Past) => boolean) =>
    past
      .filter((p) => p.position >= position && of(p))
      .reduce((t, p) => ({ closed: t.closed + p.closed, signed: t.signed + p.signed }), {
        closed: 0,
        signed: 0,
      });
  const weigh = (grade: string | null, position: number): Weight => {
    const own = reached(position, (p) => p.grade === grade);
    const basis = own.closed < policy['funnel.weight_min_closed'] ? 'all' : 'grade';
    const sample = basis === 'grade' ? own : reached(position, () => true);
    return { ...sample, basis, share: share(sample.signed, sample.closed) };
  };
  return (grade, position) => {
    const at = position ?? 1;
    const key = JSON.stringify([grade, at]);
    const found = known.get(key) ?? weigh(grade, at);
    known.set(key, found);
    return found;
  };
}

/** An open amount (null: none is expected) or a sum of such, in yuan, with its weight. */
export interface Weighed {
  amount: string | null;
  weight: Weight;
}

const worth = ({ amount, weight }: Weighed): Decimal | null => {
  const open = new Exact(amount ?? 0);
  if (open.isZero()) return open;
  return weight.closed === 0 ? null : open.times(weight.signed).div(weight.closed);
};

/** F-07: yuan, the sum rounded once; null where an amount has no share to be weighed by. */
export function weightedAmount(lines: readonly Weighed[]): string | null {
  const parts = lines.map(worth);
  if (parts.includes(null)) return null;
  return parts.reduce<Decimal>((sum, p) => sum.plus(p ?? 0), new Exact(0)).toFixed(2);
}

/** F-07 of one opportunity, to eight places, so that rows add up to their figure before it is rounded. */
export const weightedShare = (line: Weighed): string | null =>
  worth(line)?.toDecimalPlaces(8).toFixed() ?? null;
