/** The steps of closing a bonus period, and what a closed month pays (B-10, B-12, B-13, "002 part 3, 8.3, art. 10"). */
import { type Exact, exact, yuan } from './bonus_decimal';

/**
 * Each process with its steps in their order. `closed` is the closing itself (B-12); the parts commission has people
 * of its own: compiled by the service clerk, reviewed and approved at the subsidiary.
 */
export const stepsOf = {
  month: ['compiled', 'finance', 'hr', 'closed', 'paid'],
  parts: ['compiled', 'reviewed', 'approved', 'paid'],
} as const;

export type Process = keyof typeof stepsOf;
export type Step = (typeof stepsOf)[Process][number];

export const isStep = (process: Process, step: string): step is Step =>
  (stepsOf[process] as readonly string[]).includes(step);

/** The step whose turn it is: the first that nobody took; null when all are taken. */
export function nextStep(process: Process, taken: ReadonlySet<string>): Step | null {
  return stepsOf[process].find((step) => !taken.has(step)) ?? null;
}

/** Nothing is skipped: a step can be taken when it is its turn. */
export const mayTake = (process: Process, step: string, taken: ReadonlySet<string>): boolean =>
  nextStep(process, taken) === step;

/**
 * Only the last step can be taken back, since later ones rest on it; a closing is not taken back but reopened.
 * That a month was paid can be taken back without reopening it.
 */
export function mayTakeBack(process: Process, step: string, taken: ReadonlySet<string>): boolean {
  const last = stepsOf[process].findLast((s) => taken.has(s));
  return last === step && step !== 'closed';
}

/** What HR decided on a negative rest: the amount it was decided on, yuan. */
export interface RestDecision {
  decision: 'carry' | 'waive';
  amount: string;
}

export interface PayFacts {
  /** The statement's total (B-10); null where a job cannot be priced. */
  total: string | null;
  /** Amounts of other regulations of the month. */
  items: string;
  /** Differences of months that are closed. */
  adjustments: string | null;
  /** The rest that the month before carried over: 0 or less. */
  carried: string;
}

export interface Pay {
  /** Sum of the four; null where one is not known. */
  due: string | null;
  /** Never negative once HR has decided; null where it cannot be known. */
  payable: string | null;
  /** Into the next month: 0 or less. */
  carried_over: string;
  /** A negative sum on which nobody has decided, or on another amount. */
  undecided: boolean;
}

/** What a person gets of a month, before income tax; exact, in yuan. */
export function payOf(facts: PayFacts, rest: RestDecision | null): Pay {
  const { total, items, adjustments, carried } = facts;
  if (total === null || adjustments === null)
    return { due: null, payable: null, carried_over: '0.00', undecided: false };
  const sum = exact(total).plus(items).plus(adjustments).plus(carried);
  const due = yuan(sum);
  if (!below(sum)) return { due, payable: due, carried_over: '0.00', undecided: false };
  if (rest === null || !exact(rest.amount).eq(sum))
    return { due, payable: due, carried_over: '0.00', undecided: true };
  return {
    due,
    payable: '0.00',
    carried_over: rest.decision === 'carry' ? due : '0.00',
    undecided: false,
  };
}

const below = (value: Exact): boolean => value.isNegative() && !value.isZero();
