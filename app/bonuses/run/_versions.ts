/** What a month that was closed before differs in from what counts now (B-12). */
import Decimal from 'decimal.js';
import type { PageContext } from '@/app/_lib/context';
import { frozenPeople } from '@/lib/reports/bonus_run_frozen';
import { runPeople } from '@/lib/reports/bonus_run_pay';
import type { RunModel } from './_model';

export interface VersionDifference {
  /** The last version that was reopened. */
  from: number;
  /** The version that counts; null while the month is open. */
  to: number | null;
  rows: {
    technician_id: string;
    name: string;
    before: string | null;
    now: string | null;
    delta: string | null;
  }[];
}

/** Null where no closing was reopened. */
export async function versionDifference(
  ctx: PageContext,
  model: RunModel,
): Promise<VersionDifference | null> {
  const last = model.closings.findLast((c) => c.reopenedAt !== null);
  if (!last) return null;
  const [then, now] = await Promise.all([
    frozenPeople(ctx, last, model.params),
    runPeople(ctx, model.params.period, model.params),
  ]);
  const before = new Map(then.map((p) => [p.technician_id, p]));
  const current = new Map(now.map((p) => [p.technician_id, p]));
  const ids = [...new Set([...before.keys(), ...current.keys()])].sort();
  const rows = ids.flatMap((id) => {
    const [a, b] = [before.get(id), current.get(id)];
    const [was, is] = [a ? a.pay.payable : '0.00', b ? b.pay.payable : '0.00'];
    if (was === is) return [];
    const delta = was === null || is === null ? null : new Decimal(is).minus(was).toFixed(2);
    return [{ technician_id: id, name: b?.name ?? a?.name ?? '', before: was, now: is, delta }];
  });
  return { from: last.version, to: model.closing?.version ?? null, rows };
}
