/** The filters that all pages of the pipeline offer, and what can be chosen. */
import type { PageContext } from '@/app/_lib/context';
import {
  type OpportunityFilter,
  opportunityFilters,
  opportunityValuesOf,
} from '@/lib/reports/opportunity_values';

export const filters = opportunityFilters;
export type PipelineFilter = OpportunityFilter;

export interface FilterValues {
  department?: string[] | undefined;
  region?: string[] | undefined;
  owner?: string[] | undefined;
  grade?: string[] | undefined;
  tier?: string[] | undefined;
  product?: string[] | undefined;
}

export type Options = Record<PipelineFilter, { value: string; count?: number }[]>;

/**
 * What each filter can be set to under the others, as far as anything is open or closed by the day.
 * @param counted with how many are open; where the page counts something else, without
 */
export async function optionsOf(
  ctx: PageContext,
  seen: FilterValues & { as_of: string },
  counted: boolean,
): Promise<Options> {
  const { as_of, department, region, owner, grade, tier, product } = seen;
  const given = { as_of, department, region, owner, grade, tier, product };
  const found = await opportunityValuesOf(ctx, { ...given, closed: !counted });
  if (counted) return found;
  return Object.fromEntries(
    filters.map((filter) => [filter, found[filter].map(({ value }) => ({ value }))]),
  ) as Options;
}
