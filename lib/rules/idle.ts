/**
 * Idle customers (I-01 to I-08), one at a time, from the facts at the as-of date. The list of all of them is judged
 * by the same rules on whole numbers, in `idle_days.ts`; a test holds the two together.
 */
import Decimal from 'decimal.js';
import type { PolicyValues } from './parameters';
import { addDays, daysBetween } from './period';

/** What is known of a watched customer at the as-of date; dates `YYYY-MM-DD`, all on or before it. */
export interface IdleFacts {
  /** assigned_on, else entered_on, else collected_on. */
  assigned_on: string | null;
  /** The last contact of any method, with its conclusion. */
  last_contact_on: string | null;
  last_conclusion: string | null;
  /** The last face-to-face contact. */
  last_visit_on: string | null;
  first_sale_on: string | null;
  last_sale_on: string | null;
  /** Different dates with a sale. */
  sale_days: number;
  /** Median of the days between successive sale dates, decimal text; null below two dates. */
  median_gap: string | null;
  /** Has an open opportunity at `solution` or later. */
  intent: boolean;
  /** The first day on which such an opportunity was created. */
  intent_since: string | null;
}

export type IdleClass = 'new' | 'customer' | 'intent' | 'cold' | 'prospect';
/** In the rules' order; `contact` stands for I-04 and I-05. */
export const idleReasonNames = [
  'first_contact',
  'visit',
  'opportunity',
  'contact',
  'trade',
  'rhythm',
] as const;
export type IdleReason = (typeof idleReasonNames)[number];

const parameterNames = [
  'contact.first_within',
  'contact.customer_visit_every',
  'contact.intent_every',
  'contact.cold_every',
  'contact.prospect_every',
  'trade.idle_days',
  'trade.rhythm_factor',
  'trade.rhythm_min_sales',
] as const;
type IdleParameter = (typeof parameterNames)[number];
export type IdlePolicy = Pick<PolicyValues, IdleParameter>;

/** A reason, tested: whom it is not for has no due date, and neither has one whose date is not known. */
export interface TestedReason {
  reason: IdleReason;
  rule: string;
  parameter: IdleParameter;
  /** The parameter's value in force: days, or the factor of the rhythm. */
  value: string;
  /** Whether the customer is one of those for whom the reason is. */
  concerned: boolean;
  /** The day from which it is counted. */
  counted_from: string | null;
  due_on: string | null;
  applies: boolean;
}

/** The class: the first that fits, in the order of the regulation's customer classes (000 part 3). */
export function classOf(f: IdleFacts): IdleClass {
  if (f.last_contact_on === null && f.last_sale_on === null) return 'new';
  if (f.last_sale_on !== null) return 'customer';
  if (f.intent) return 'intent';
  return f.last_conclusion === 'refused' || f.last_conclusion === 'unreachable' ? 'cold' : 'prospect';
}

/**
 * I-07 (assumed): days after the last sale within which the next is expected: the factor times the median gap,
 * fractions of a day cut off once, after multiplying.
 */
export function rhythmDays(medianGap: string, factor: string): number {
  return new Decimal(medianGap).times(factor).floor().toNumber();
}

/**
 * I-01 to I-07: every reason, tested on its own, in the rules' order; `contact` stands for I-04 and I-05.
 * A reason applies when the as-of date is after its due date: on the due date itself it does not yet.
 */
export function testReasons(f: IdleFacts, policy: IdlePolicy, asOf: string): TestedReason[] {
  const kind = classOf(f);
  const bought = f.last_sale_on !== null;
  const quiet = kind === 'cold' || kind === 'prospect';
  const cold = kind === 'cold';
  const rhythmic = f.sale_days >= policy['trade.rhythm_min_sales'] && f.median_gap !== null;

  const test = (
    reason: IdleReason,
    rule: string,
    parameter: IdleParameter,
    concerned: boolean,
    from: string | null,
    days = Number(policy[parameter]),
  ): TestedReason => {
    const due = concerned && from !== null ? addDays(from, days) : null;
    return {
      reason,
      rule,
      parameter,
      value: String(policy[parameter]),
      concerned,
      counted_from: concerned ? from : null,
      due_on: due,
      applies: due !== null && asOf > due,
    };
  };

  return [
    // 000 part 1 art. 4
    test('first_contact', 'I-01', 'contact.first_within', kind === 'new', f.assigned_on),
    // 004 part 1: whoever was never visited is counted from the first sale.
    test('visit', 'I-02', 'contact.customer_visit_every', bought, f.last_visit_on ?? f.first_sale_on),
    // 000 part 3 (3): not only the class `intent`, customers with such an opportunity too.
    test('opportunity', 'I-03', 'contact.intent_every', f.intent, f.last_contact_on ?? f.intent_since),
    // 000 part 3 (1) and (2)
    test(
      'contact',
      cold ? 'I-04' : 'I-05',
      cold ? 'contact.cold_every' : 'contact.prospect_every',
      quiet,
      f.last_contact_on,
    ),
    test('trade', 'I-06', 'trade.idle_days', bought, f.last_sale_on),
    test(
      'rhythm',
      'I-07',
      'trade.rhythm_factor',
      rhythmic,
      f.last_sale_on,
      rhythmic ? rhythmDays(f.median_gap ?? '0', policy['trade.rhythm_factor']) : 0,
    ),
  ];
}

export interface IdleJudgement {
  class: IdleClass;
  /** By name, those that apply. */
  reasons: IdleReason[];
  /** The earliest due date of those that apply; null: not idle. */
  due_on: string | null;
  days_overdue: number | null;
}

/** I-08: idle when at least one reason applies. */
export function judgeIdle(f: IdleFacts, policy: IdlePolicy, asOf: string): IdleJudgement {
  const applying = testReasons(f, policy, asOf).filter((r) => r.applies);
  const due = applying.map((r) => r.due_on ?? '').sort()[0] ?? null;
  return {
    class: classOf(f),
    reasons: applying.map((r) => r.reason).sort(),
    due_on: due,
    days_overdue: due === null ? null : daysBetween(due, asOf),
  };
}
