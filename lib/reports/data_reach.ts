/** Since when the loaded data tells anything: what cannot be compared with an earlier day, and why. */
import { dataReach } from '@/lib/queries/data-reach';
import type { ReportContext } from './report';
import { rowsOf } from './rows';

/** What figures of a day rest on: exports by their dated rows, the register by its days of collecting, entry, assigning. */
export const reachSources = ['ledger', 'visits', 'opportunities', 'register'] as const;
export type ReachSource = (typeof reachSources)[number];

export interface Reach {
  source: ReachSource;
  /** `YYYY-MM-DD`, the first day that one of its rows bears. */
  first_on: string;
}

const firstDays = {
  name: 'data_reach',
  run: async (ctx: ReportContext): Promise<Reach[]> =>
    (await dataReach(ctx.db, {})).flatMap(({ source, first_on }) => {
      const known = reachSources.find((s) => s === source);
      return known ? [{ source: known, first_on }] : [];
    }),
};

/**
 * Which of some sources begins only after a day, the last to begin where several do; null where all that were loaded
 * reach back to it. A source that was never loaded says the same of every day and is left out.
 */
export async function beginsAfter(
  ctx: ReportContext,
  day: string,
  sources: readonly ReachSource[],
): Promise<Reach | null> {
  const reaches = await rowsOf(firstDays, ctx, {});
  return reaches.find((r) => sources.includes(r.source) && r.first_on > day) ?? null;
}
