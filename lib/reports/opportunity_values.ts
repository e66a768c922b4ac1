/** What a page of opportunities can be filtered by, each filter counted under the others (F-04). */
import { opportunityValues } from '@/lib/queries/opportunity_values';
import { compareGroups } from '@/lib/rules/funnel_groups';
import { periodBounds, seenBy } from './funnel_seen';
import type { ReportContext } from './report';
import { rowsOf } from './rows';

export const opportunityFilters = ['department', 'region', 'grade', 'product'] as const;
export type OpportunityFilter = (typeof opportunityFilters)[number];
export type OpportunityValues = Record<OpportunityFilter, { value: string; count: number }[]>;

type Question = Parameters<typeof seenBy>[1] & {
  as_of: string;
  /** Of those created in it; without a period those open at the date. */
  period?: string;
  /** Without a period: those closed by the date too. */
  closed?: boolean;
};

const values = {
  name: 'opportunity_values',
  run: (ctx: ReportContext, p: Question) =>
    opportunityValues(ctx.db, {
      ...(p.period === undefined ? { from: null, to: null } : periodBounds(p.period)),
      as_of: p.as_of,
      closed: p.closed ?? false,
      ...seenBy(ctx.viewer, p),
    }),
};

/** One reading for all filters; values in the order of a split's groups. */
export async function opportunityValuesOf(ctx: ReportContext, p: Question): Promise<OpportunityValues> {
  const rows = await rowsOf(values, ctx, p);
  const of = (filter: OpportunityFilter) =>
    rows
      .filter((r) => r.filter === filter)
      .sort((a, b) => compareGroups(filter, a.value, b.value))
      .map(({ value, count }) => ({ value, count }));
  return { department: of('department'), region: of('region'), grade: of('grade'), product: of('product') };
}
