/** How many of a base may hold a tier. */
import { Decimal } from 'decimal.js';

export type QuotaStatus = 'ok' | 'full' | 'over' | 'warning' | 'none';

export interface Quota {
  /** Share of the base, 0–1. */
  limit: number;
  /** Customers. */
  places: number;
  /** Places not taken; negative where more hold the tier than there are places. */
  headroom: number;
  /** Held / base; null without a base. */
  share: number | null;
  status: QuotaStatus;
}

/** floor(base × limit), exactly: 15 % of 20 are 3 places. */
export const placesOf = (base: number, limit: string): number =>
  new Decimal(base).times(limit).floor().toNumber();

/**
 * Q-03 (002 part 1, 2.2 d), 2.3 e)): held customers do not exceed the limit.
 * @param binding a department's limit binds; a product's holds in principle, so an excess only warns
 */
export function quotaOf(base: number, held: number, limit: string, binding: boolean): Quota {
  const places = placesOf(base, limit);
  const headroom = places - held;
  return {
    limit: Number(limit),
    places,
    headroom,
    share: base === 0 ? null : held / base,
    status:
      base === 0 ? 'none' : headroom > 0 ? 'ok' : headroom === 0 ? 'full' : binding ? 'over' : 'warning',
  };
}
