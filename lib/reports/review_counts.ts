/** A review in numbers, without judging anybody: how many stand in it and how many are decided. */
import { reviewCounts as countsOf, reviewDecisions } from '@/lib/queries/review';
import { customerFilterParams } from './customer-filters';
import type { ReportContext } from './report';
import { periodNamed, reviewed } from './review';
import { rowsOf } from './rows';

interface Params {
  period: string;
  department?: string[] | undefined;
  region?: string[] | undefined;
  owner?: string[] | undefined;
  grade?: string[] | undefined;
  product?: string[] | undefined;
}

const counts = {
  name: 'review_counts',
  run: (ctx: ReportContext, p: Params) =>
    countsOf(ctx.db, {
      period: p.period,
      period_end: periodNamed(p.period).end,
      ...customerFilterParams(ctx.viewer, p),
    }),
};

export type ReviewCount = Awaited<ReturnType<typeof counts.run>>[number];

/** By department and tier; remembered. @throws BadParameterError */
export const reviewCounts = (ctx: ReportContext, p: Params): Promise<ReviewCount[]> => rowsOf(counts, ctx, p);

/** How many by what a row says, without those where it says nothing. */
export function countedBy(
  rows: readonly ReviewCount[],
  of: (row: ReviewCount) => string | null,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    const name = of(row);
    if (name !== null) sums[name] = (sums[name] ?? 0) + row.reviewed;
  }
  return sums;
}

const left = {
  name: 'review_changes_left',
  run: async (ctx: ReportContext, { period }: { period: string }) => {
    const [all, decisions] = await Promise.all([
      reviewed(ctx, periodNamed(period), {}),
      reviewDecisions(ctx.db, { period }),
    ]);
    const decided = new Set(decisions.map((d) => d.customer_id));
    const count = all.reduce((n, r) => (r.proposal !== 'keep' && !decided.has(r.customer_id) ? n + 1 : n), 0);
    return [{ count }];
  },
};

/** How many of a half-year are proposed to rise or fall, wait for a place, and are not decided. @throws NotInForceError */
export async function changesLeft(ctx: ReportContext, period: string): Promise<number> {
  const [row] = await rowsOf(left, ctx, { period });
  return row?.count ?? 0;
}
