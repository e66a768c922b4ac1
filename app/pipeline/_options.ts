/** The filters that all pages of the pipeline offer, and what can be chosen. */
import type { PageContext } from '@/app/_lib/context';
import { pipeline } from '@/lib/reports/pipeline';
import { rowsOf } from '@/lib/reports/run';

export const filters = ['department', 'region', 'grade', 'product'] as const;
export type PipelineFilter = (typeof filters)[number];

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
  const found = await Promise.all(
    filters.map((by) => rowsOf(pipeline, ctx, { ...given, [by]: undefined, by })),
  );
  return Object.fromEntries(
    filters.map((filter, i) => [
      filter,
      (found[i] ?? []).flatMap(({ group, open }) => {
        if (group === null || (counted && open === 0)) return [];
        return counted ? { value: group, count: open } : { value: group };
      }),
    ]),
  ) as Options;
}
