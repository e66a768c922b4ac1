/** What a page of opportunities can be filtered by, each filter counted under the others (F-04). */
import { compareGroups } from '@/lib/rules/funnel_groups';
import { periodBounds, seenBy } from './funnel_seen';
import { countValues, dayOf, NO_DAY, opportunitiesOf, sightOf } from './opportunities_kept';
import type { ReportContext } from './report';
import { rowsOf } from './rows';

export const opportunityFilters = ['department', 'region', 'owner', 'grade', 'product'] as const;
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
  run: async (ctx: ReportContext, { as_of, period, closed, ...p }: Question) => {
    const all = await opportunitiesOf(ctx);
    const sight = await sightOf(ctx, all, { as_of, ...seenBy(ctx.viewer, p) });
    const asOf = dayOf(as_of);
    const { days } = all;
    if (period === undefined) {
      const isClosed = (i: number) => days.closed[i] !== NO_DAY && (days.closed[i] ?? 0) <= asOf;
      return [countValues(all, sight, (i) => all.isOpen(i, asOf) || (closed === true && isClosed(i)))];
    }
    const { from, to } = periodBounds(period);
    const [first, last] = [dayOf(from), Math.min(dayOf(to), asOf)];
    const isCreated = (on: number) => on !== NO_DAY && on >= first && on <= last;
    return [countValues(all, sight, (i) => isCreated(days.created[i] ?? NO_DAY))];
  },
};

/** One walk for all filters; values in the order of a split's groups. */
export async function opportunityValuesOf(ctx: ReportContext, p: Question): Promise<OpportunityValues> {
  const [found] = await rowsOf(values, ctx, p);
  const of = (filter: OpportunityFilter) =>
    (found?.[filter] ?? []).toSorted((a, b) =>
      compareGroups(filter === 'owner' ? 'salesperson' : filter, a.value, b.value),
    );
  return {
    department: of('department'),
    region: of('region'),
    owner: of('owner'),
    grade: of('grade'),
    product: of('product'),
  };
}
