/** A technician's month: performance pay, rewards and fines (B-01 to B-04, B-06, B-07, B-10). */
import { type Exact, exact, plain, sum, yuan } from './bonus_decimal';
import type { PolicyValues } from './parameters';

/** What happened in the month, counted from the rows. Points and amounts are exact text. */
export interface MonthFacts {
  /** Points of the jobs that the technician finished (B-01), repeats included. */
  gross_points: string;
  /** Points of repeats of personal cause that fall on the technician (B-02). */
  repeat_points: string;
  /** Jobs among the two above that have neither points nor a coefficient. */
  unpriced_jobs: number;
  accidents: number;
  praise: string;
  savings: string;
  /** Jobs whose service record is not signed and not waived. */
  unsigned: number;
  /** Complaints and strong dissatisfaction whose personal cause was established. */
  complaints: number;
}

export interface MonthStatement {
  gross_points: string | null;
  repeat_points: string | null;
  accidents: number;
  safety_points: string;
  net_points: string | null;
  excess_points: string | null;
  performance_pay: string | null;
  praise: string;
  savings: string;
  fines_unsigned: string;
  fines_complaint: string;
  total: string | null;
}

export type MonthPolicy = Pick<
  PolicyValues,
  | 'bonus.base_points'
  | 'bonus.point_rate'
  | 'bonus.safety_points'
  | 'bonus.safety_per'
  | 'fine.unsigned'
  | 'fine.complaint'
>;

/**
 * The month's figures: points exact, amounts in yuan rounded half up to 0.01, before income tax.
 * Below the base nothing is paid and nothing owed back (B-04, "002 part 3, 4.1"); rewards and fines stand beside
 * the pay, so that the total may be negative (B-10). With a job that cannot be priced, everything that rests on
 * points is null: no answer is better than one that leaves a job out.
 */
export function monthStatement(facts: MonthFacts, policy: MonthPolicy): MonthStatement {
  const safety = exact(policy['bonus.safety_points']).times(accidentsThatCount(facts.accidents, policy));
  const praise = exact(facts.praise);
  const savings = exact(facts.savings);
  const unsigned = exact(policy['fine.unsigned']).times(facts.unsigned);
  const complaints = exact(policy['fine.complaint']).times(facts.complaints);
  const known = facts.unpriced_jobs === 0;

  const net = exact(facts.gross_points).minus(facts.repeat_points).minus(safety);
  const excess = excessPoints(net, policy);
  const pay = yuan(excess.times(policy['bonus.point_rate']));
  // Of the figures as they are shown, so that the statement adds up for who reads it.
  const total = sum([pay, yuan(praise), yuan(savings)])
    .minus(yuan(unsigned))
    .minus(yuan(complaints));

  const ifKnown = (figure: string) => (known ? figure : null);
  return {
    gross_points: ifKnown(plain(exact(facts.gross_points))),
    repeat_points: ifKnown(plain(exact(facts.repeat_points))),
    accidents: facts.accidents,
    safety_points: plain(safety),
    net_points: ifKnown(plain(net)),
    excess_points: ifKnown(plain(excess)),
    performance_pay: ifKnown(pay),
    praise: yuan(praise),
    savings: yuan(savings),
    fines_unsigned: yuan(unsigned),
    fines_complaint: yuan(complaints),
    total: ifKnown(yuan(total)),
  };
}

/** B-03: each accident, or once a month however many ("002 part 3, 4.2" can be read so). */
export function accidentsThatCount(accidents: number, policy: Pick<MonthPolicy, 'bonus.safety_per'>): number {
  return policy['bonus.safety_per'] === 'month' ? Math.min(accidents, 1) : accidents;
}

/** B-04: what lies above the base; at the base itself nothing. */
export function excessPoints(net: Exact, policy: Pick<MonthPolicy, 'bonus.base_points'>): Exact {
  const excess = net.minus(policy['bonus.base_points']);
  return excess.isPositive() ? excess : exact(0);
}
