/** Rows of a report, remembered: apart from the registry, so that reports can ask each other. */
import { decisionsVersion } from '@/lib/work/store';
import { remember } from './cache';
import type { ReportContext } from './report';

/**
 * The rows of a report, from memory where neither data, decisions, policy nor the question has changed.
 * Rows are shared between callers and must not be changed.
 */
export function rowsOf<P, R extends object>(
  report: { name: string; run(ctx: ReportContext, params: P): Promise<R[]> },
  ctx: ReportContext,
  params: P,
): Promise<R[]> {
  const key = JSON.stringify([
    ctx.db.dir,
    ctx.db.dataVersion(),
    decisionsVersion(ctx.db.dir),
    ctx.policy.version,
    report.name,
    ctx.viewer.scope,
    [...ctx.viewer.rights].sort(),
    params,
  ]);
  return remember(key, () => report.run(ctx, params));
}

/**
 * Rows that rest on loaded data and policy alone, from memory while these are the same: what somebody decided leaves
 * them as they are, so half of a month's run need not be read again after each step.
 * @param question what is asked, beside data, policy and viewer
 */
export function loadedRows<R>(
  ctx: ReportContext,
  question: readonly unknown[],
  read: () => Promise<R[]>,
): Promise<R[]> {
  const { db, policy, viewer } = ctx;
  const key = JSON.stringify(['loaded', db.dir, db.dataVersion(), policy.version, viewer.scope, question]);
  return remember(key, read);
}
