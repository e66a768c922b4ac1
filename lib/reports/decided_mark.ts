import { reviewDecided } from '@/lib/queries/review';
import { decisionsVersion } from '@/lib/work/store';
import { remember } from './cache';
import type { ReportContext } from './report';

/**
 * A mark of the tiers and blacklists decided by a day, for the keys of what is remembered of that day: a decision that
 * takes effect later leaves it as it is.
 */
export async function decidedMark(ctx: ReportContext, day: string): Promise<string> {
  const { db } = ctx;
  const key = JSON.stringify(['decided_mark', db.dir, db.dataVersion(), decisionsVersion(db.dir), day]);
  const [row] = await remember(key, () => reviewDecided(db, { period_end: day }));
  return row?.mark ?? '';
}
