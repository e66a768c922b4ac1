/** Commission on spare parts (B-09, "002 part 3, 8.1–8.4"). */
import { type Exact, exact, yuan } from './bonus_decimal';
import type { PolicyValues } from './parameters';

/** A sale that was received in full in the quarter. Amounts in yuan, exact text. */
export interface PartsSale {
  component_cost: string;
  component_price: string;
  /** Person-days of service; null where none were worked. */
  service_days: string | null;
  service_fee: string | null;
  received_amount: string | null;
}

export type PartsPolicy = Pick<
  PolicyValues,
  | 'parts.high_margin'
  | 'parts.high_rate'
  | 'parts.low_margin'
  | 'parts.low_rate'
  | 'parts.min_fee_per_day'
  | 'parts.technician_share'
>;

export type NoCommission = 'fee_too_low' | 'margin_too_low' | 'amount_missing';

export interface PartsResult {
  rate: Exact;
  /** Exact, not yet rounded: the quarter's figure is rounded once. */
  technician: Exact;
  team: Exact;
  /** Null where the sale earns. */
  why_none: NoCommission | null;
}

/**
 * What one sale earns. The margin is of the components alone; the fee must reach the least fee for each
 * person-day (a fee that is not written counts as none). Compared by multiplying, so that a margin of exactly
 * 35 % or 50 % is never lost in a division.
 */
export function partsCommission(sale: PartsSale, policy: PartsPolicy): PartsResult {
  const none = (why_none: NoCommission): PartsResult => ({
    rate: exact(0),
    technician: exact(0),
    team: exact(0),
    why_none,
  });
  const leastFee = exact(policy['parts.min_fee_per_day']).times(sale.service_days ?? 0);
  if (exact(sale.service_fee ?? 0).lt(leastFee)) return none('fee_too_low');

  const price = exact(sale.component_price);
  const gain = price.minus(sale.component_cost);
  const reaches = (margin: string) => price.gt(0) && gain.gte(price.times(margin));
  if (!reaches(policy['parts.low_margin'])) return none('margin_too_low');
  if (sale.received_amount === null) return none('amount_missing');

  const rate = exact(
    reaches(policy['parts.high_margin']) ? policy['parts.high_rate'] : policy['parts.low_rate'],
  );
  const commission = rate.times(sale.received_amount);
  const technician = commission.times(policy['parts.technician_share']);
  return { rate, technician, team: commission.minus(technician), why_none: null };
}

export interface QuarterParts {
  /** Yuan, the technician's own share. */
  parts_commission: string;
  /** Yuan, the team's share: no part of the technician's total. */
  parts_team_share: string;
}

/** The quarter's two figures, each rounded half up once over all its sales. */
export function quarterParts(sales: readonly PartsSale[], policy: PartsPolicy): QuarterParts {
  let technician = exact(0);
  let team = exact(0);
  for (const sale of sales) {
    const result = partsCommission(sale, policy);
    technician = technician.plus(result.technician);
    team = team.plus(result.team);
  }
  return { parts_commission: yuan(technician), parts_team_share: yuan(team) };
}
