/** What the bonus reports need around them in a test. */
import type { ReportContext } from '@/lib/reports/report';
import { soleViewer, type Viewer } from '@/lib/reports/viewer';
import { makeCalendar } from '@/lib/rules/calendar';
import { type OwnValue, PolicyBook } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';

/** A context with the defaults, or with values of the company's own. */
export function bonusContext(
  db: Warehouse,
  own: readonly OwnValue[] = [],
  viewer: Viewer = soleViewer,
): ReportContext {
  const policy = new PolicyBook(own);
  return { db, viewer, policy, calendar: makeCalendar(policy.on('2026-06-30')) };
}

export const ownValue = (
  parameter: OwnValue['parameter'],
  from: string,
  value: OwnValue['value'],
): OwnValue => ({ parameter, from, value, setBy: 'li', setAt: '2026-01-01T00:00:00Z', why: 'test' });
