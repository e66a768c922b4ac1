/** The sales that are a problem of a customer in a half-year. */
import { addDays } from './period';
import type { Charge, LedgerEntry } from './receivables';

export interface ProblemSale<E extends LedgerEntry = LedgerEntry> {
  charge: Charge<E>;
  /** The day after the last one on which it could be covered in time; of one overdue from before, after its due date. */
  found_on: string;
}

/**
 * sales found late from `from` to `to` (not covered on the due date and `graceDays` after it), and sales
 * overdue at `to`, however old.
 * @param charges as covered at `to`
 */
export function problemSales<E extends LedgerEntry>(
  charges: readonly Charge<E>[],
  from: string,
  to: string,
  graceDays: number,
): ProblemSale<E>[] {
  return charges.flatMap((charge) => {
    if (charge.entry.kind !== 'sale' || charge.due_on === null) return [];
    const last = addDays(charge.due_on, graceDays);
    const late = charge.paid_on === null || charge.paid_on > last;
    const lateOn = addDays(last, 1);
    if (late && lateOn >= from && lateOn <= to) return [{ charge, found_on: lateOn }];
    return charge.state === 'overdue' ? [{ charge, found_on: addDays(charge.due_on, 1) }] : [];
  });
}
