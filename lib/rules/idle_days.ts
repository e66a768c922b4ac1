/**
 * Idle customers (I-01 to I-09) as whole numbers: days since 1970 in place of dates, so that a company's customers are
 * judged in a few milliseconds. What each rule says, and why, stands in `idle.ts`; a test holds the two together.
 */
import Decimal from 'decimal.js';
import type { IdleClass, IdlePolicy, IdleReason } from './idle';
import { idleLists, idleStates } from './idle_plan';

/** Stands for a day that there is not. */
export const NO_DAY = -(2 ** 31);

/** Facts are about a customer at the as-of date, as in `IdleFacts`; written anew for each, since making them costs most. */
export interface DayFacts {
  assigned: number;
  lastContact: number;
  /** The last contact ended with a refusal, or reached nobody. */
  cold: boolean;
  lastVisit: number;
  firstSale: number;
  lastSale: number;
  saleDays: number;
  /** Twice the median of the days between sale dates, so that it is whole; -1 below two dates. */
  twiceMedian: number;
  intent: boolean;
  intentSince: number;
}

export interface DayJudgement {
  /** Place in `idleClasses`. */
  class: number;
  /** Earliest of the reasons that apply (I-08). */
  dueOn: number;
  /** Sum of the bits of those that apply, by `reasonBits`. */
  reasons: number;
  /** Earliest due date that is not past. */
  nextDueOn: number;
  nextReasons: number;
}

export const idleClasses = ['new', 'customer', 'intent', 'cold', 'prospect'] as const satisfies IdleClass[];
const [NEW, CUSTOMER, INTENT, COLD, PROSPECT] = [0, 1, 2, 3, 4];

/** By name, from the lowest bit. */
export const reasonBits = [
  'contact',
  'first_contact',
  'opportunity',
  'rhythm',
  'trade',
  'visit',
] as const satisfies IdleReason[];

/** The rules with the values of a policy: tells of facts how they stand on a day, into the judgement given. */
export function dayJudge(policy: IdlePolicy): (f: DayFacts, asOf: number, to: DayJudgement) => void {
  // The factor as whole parts, so that fractions of a day are cut off exactly.
  const parts = 10 ** new Decimal(policy['trade.rhythm_factor']).decimalPlaces();
  const factor = new Decimal(policy['trade.rhythm_factor']).times(parts).toNumber();
  const firstWithin = policy['contact.first_within'];
  const customerVisitEvery = policy['contact.customer_visit_every'];
  const intentEvery = policy['contact.intent_every'];
  const coldEvery = policy['contact.cold_every'];
  const prospectEvery = policy['contact.prospect_every'];
  const idleDays = policy['trade.idle_days'];
  const rhythmMinSales = policy['trade.rhythm_min_sales'];

  let [day, into]: [number, DayJudgement] = [
    0,
    { class: 0, dueOn: 0, reasons: 0, nextDueOn: 0, nextReasons: 0 },
  ];
  /** A reason applies when the as-of date is after its due date. */
  const count = (bit: number, from: number, days: number) => {
    if (from === NO_DAY) return;
    const due = from + days;
    if (due < day) {
      into.reasons |= bit;
      if (into.dueOn === NO_DAY || due < into.dueOn) into.dueOn = due;
    } else if (due === into.nextDueOn) {
      into.nextReasons |= bit;
    } else if (into.nextDueOn === NO_DAY || due < into.nextDueOn) {
      into.nextDueOn = due;
      into.nextReasons = bit;
    }
  };
  return (f, asOf, to) => {
    day = asOf;
    into = to;
    const bought = f.lastSale !== NO_DAY;
    const kind = bought
      ? CUSTOMER
      : f.lastContact === NO_DAY
        ? NEW
        : f.intent
          ? INTENT
          : f.cold
            ? COLD
            : PROSPECT;
    to.class = kind;
    to.dueOn = NO_DAY;
    to.reasons = 0;
    to.nextDueOn = NO_DAY;
    to.nextReasons = 0;
    if (kind === COLD) count(1, f.lastContact, coldEvery);
    if (kind === PROSPECT) count(1, f.lastContact, prospectEvery);
    if (kind === NEW) count(2, f.assigned, firstWithin);
    if (f.intent) count(4, f.lastContact === NO_DAY ? f.intentSince : f.lastContact, intentEvery);
    if (!bought) return;
    if (f.saleDays >= rhythmMinSales && f.twiceMedian >= 0) {
      const scaled = f.twiceMedian * factor;
      count(8, f.lastSale, (scaled - (scaled % (2 * parts))) / (2 * parts));
    }
    count(16, f.lastSale, idleDays);
    count(32, f.lastVisit === NO_DAY ? f.firstSale : f.lastVisit, customerVisitEvery);
  };
}

/** Twice the median of the first n numbers of a list, which are put in order; -1 of none. */
export function twiceMedianOf(values: Int32Array, n: number): number {
  if (n === 0) return -1;
  if (n > 64) values.subarray(0, n).sort();
  else
    for (let i = 1; i < n; i++) {
      const value = values[i] as number;
      let at = i;
      for (; at > 0 && (values[at - 1] as number) > value; at--) values[at] = values[at - 1] as number;
      values[at] = value;
    }
  const middle = n >> 1;
  const upper = values[middle] as number;
  return n % 2 === 1 ? 2 * upper : upper + (values[middle - 1] as number);
}

/**
 * How the next contact of a customer stands, as `standingOf` says it: a place in `idleStates`.
 * @param planned day of the next visit planned and not done
 * @param until last day of the horizon
 */
export function stateOn(planned: number, dueOn: number, nextDueOn: number, until: number): number {
  if (planned !== NO_DAY) return idleStates.indexOf('planned');
  if (dueOn !== NO_DAY) return idleStates.indexOf('overdue');
  if (nextDueOn === NO_DAY) return idleStates.indexOf('undated');
  return nextDueOn <= until ? idleStates.indexOf('due') : idleStates.indexOf('covered');
}

/** The list in which a customer stands, as `standingOf` says it: a place in `idleLists`. */
export function listOn(kind: IdleClass, lastContact: number, dueOn: number, nextDueOn: number): number {
  if (kind === 'new' && dueOn === NO_DAY && nextDueOn !== NO_DAY) return idleLists.indexOf('first_contact');
  return lastContact === NO_DAY ? idleLists.indexOf('never') : idleLists.indexOf('again');
}
