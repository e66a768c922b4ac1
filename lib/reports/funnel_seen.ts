/** What reports of opportunities and idle customers hand to their queries: the period's days, filters and scope. */
import { parsePeriod } from '@/lib/rules/period';
import { customerFilterParams } from './customer-filters';
import { BadParameterError, listOrAll } from './params';
import type { Viewer } from './viewer';

type Lists = Partial<
  Record<'department' | 'region' | 'owner' | 'grade' | 'tier' | 'product', string[] | undefined>
>;

/** Filters as given, and the viewer's scope beside them: a row must lie in both. */
export const seenBy = (viewer: Viewer, p: Lists) => ({
  tiers: listOrAll(p.tier),
  ...customerFilterParams(viewer, p),
});

/** First and last day of a period (T-04). */
export function periodBounds(name: string): { from: string; to: string } {
  const period = parsePeriod(name);
  if (!period)
    throw new BadParameterError('period', 'expected a period like 2026-03, 2026Q1, 2026H1 or 2026');
  return { from: period.start, to: period.end };
}
