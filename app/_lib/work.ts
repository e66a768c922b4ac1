/** Work left on each page, beside its name in the navigation: the same questions as the pages ask, kept by data version. */
import { getTranslations } from 'next-intl/server';
import { number } from '@/lib/format';
import { bonusAsked } from '@/lib/reports/bonus_asked';
import { idleCount } from '@/lib/reports/idle_judged';
import { quota } from '@/lib/reports/quota';
import type { ReportContext } from '@/lib/reports/report';
import { changesLeft } from '@/lib/reports/review_counts';
import { rowsOf } from '@/lib/reports/run';
import type { WorkLeft } from '../_components/shell/NavList';
import { attempt } from './ask';
import type { PageContext } from './context';
import { lastComplete } from './periods';

/** One row, so that it stays in memory whatever else is asked; a count that is not in force is null. */
const counted = {
  name: 'work_left',
  run: async (ctx: ReportContext, { as_of }: { as_of: string }) => {
    const [over, changes, idlers, asked] = await Promise.all([
      attempt(() => rowsOf(quota, ctx, { as_of, by: 'department' as const })),
      attempt(() => changesLeft(ctx, lastComplete(as_of, 'half'))),
      attempt(() => idleCount(ctx, as_of)),
      attempt(() =>
        rowsOf(bonusAsked, ctx, { period: lastComplete(as_of, 'month'), state: ['open' as const] }),
      ),
    ]);
    return [
      {
        over: 'model' in over ? over.model.filter((r) => r.status === 'over').length : null,
        changes: 'model' in changes ? changes.model : null,
        idle: 'model' in idlers ? idlers.model : null,
        asked: 'model' in asked ? asked.model.length : null,
      },
    ];
  },
};

/**
 * Counts at the day on which pages open. A count that a policy which is not in force forbids is left out: the
 * page itself says why.
 */
export async function workLeft(ctx: PageContext): Promise<Record<string, WorkLeft>> {
  if (ctx.data.through === null) return {};
  const [t, [left]] = await Promise.all([
    getTranslations('shell.work'),
    rowsOf(counted, ctx, { as_of: ctx.defaultAsOf }),
  ]);
  const work: Record<string, WorkLeft> = {};
  if (left?.over) work.quotas = { text: t('over', { n: left.over }), tone: 'over' };
  if (left?.changes) work.reviews = { text: number(left.changes) };
  if (left?.idle) work.idle = { text: number(left.idle) };
  if (left?.asked) work.bonuses_questions = { text: number(left.asked) };
  return work;
}
