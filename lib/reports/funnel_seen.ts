/** What reports of opportunities and idle customers hand to their queries: the period's days, filters and scope. */
import { parsePeriod } from '@/lib/rules/period';
import { BadParameterError, listOrAll } from './params';
import { scopeParams, type Viewer } from './viewer';

type Lists = Partial<Record<'department' | 'region' | 'owner' | 'grade' | 'tier' | 'product', string[]>>;

/** Filters as given, and the viewer's scope beside them: a row must lie in both. */
export function seenBy(viewer: Viewer, p: Lists) {
  return {
    departments: listOrAll(p.department),
    regions: listOrAll(p.region),
    owners: listOrAll(p.owner),
    grades: listOrAll(p.grade),
    tiers: listOrAll(p.tier),
    products: listOrAll(p.product),
    ...scopeParams(viewer),
  };
}

/** First and last day of a period (T-04). */
export function periodBounds(name: string): { from: string; to: string } {
  const period = parsePeriod(name);
  if (!period)
    throw new BadParameterError('period', 'expected a period like 2026-03, 2026Q1, 2026H1 or 2026');
  return { from: period.start, to: period.end };
}
