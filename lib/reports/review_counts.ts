/** A review in numbers, without judging anybody: how many stand in it and how many are decided. */
import { reviewCounts as countsOf, reviewDecisions } from '@/lib/queries/review';
import { customerFilterParams } from './customer-filters';
import type { ReportContext } from './report';
import { periodNamed, reviewedPlaces } from './review';
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

/** What of a half-year is not decided. */
export interface Undecided {
  customers: number;
  /** Proposed to rise or fall, or waiting for a place. */
  changes: number;
  /** Of those, VIP customers that are proposed to fall. */
  demotions: number;
  /** Of these, the ones whose term is over at a day. */
  late: number;
}

const left = {
  name: 'review_left',
  run: async (ctx: ReportContext, { as_of, ...p }: Params & { as_of: string | null }) => {
    const [{ columns, places }, decisions] = await Promise.all([
      reviewedPlaces(ctx, periodNamed(p.period), p),
      reviewDecisions(ctx.db, { period: p.period }),
    ]);
    const decided = new Set(decisions.map((d) => d.customer_id));
    const count: Undecided = { customers: 0, changes: 0, demotions: 0, late: 0 };
    for (const at of places) {
      if (decided.size > 0 && decided.has(columns.idOf(at))) continue;
      count.customers += 1;
      const proposal = columns.get('proposal', at);
      if (proposal === 'keep') continue;
      count.changes += 1;
      if (proposal !== 'demote' || columns.get('tier', at) !== 'vip') continue;
      count.demotions += 1;
      const due = columns.dueOn(at);
      if (as_of !== null && due !== null && due < as_of) count.late += 1;
    }
    return [count];
  },
};

/** What is left of a half-year to decide, and late at a day. @throws NotInForceError, BadParameterError */
export async function undecidedOf(ctx: ReportContext, p: Params, as_of: string): Promise<Undecided> {
  const [row] = await rowsOf(left, ctx, { ...p, as_of });
  return row ?? { customers: 0, changes: 0, demotions: 0, late: 0 };
}

/** How many of a half-year are proposed to rise or fall, wait for a place, and are not decided. @throws NotInForceError */
export async function changesLeft(ctx: ReportContext, period: string): Promise<number> {
  const [row] = await rowsOf(left, ctx, { period, as_of: null });
  return row?.changes ?? 0;
}
