/** Work left on each page, beside its name in the navigation: the same questions as the pages ask, kept by data version. */
import { getTranslations } from 'next-intl/server';
import { number } from '@/lib/format';
import { bonusAsked } from '@/lib/reports/bonus_asked';
import { idle } from '@/lib/reports/idle';
import { quota } from '@/lib/reports/quota';
import { changesLeft } from '@/lib/reports/review_counts';
import { rowsOf } from '@/lib/reports/run';
import type { WorkLeft } from '../_components/shell/NavList';
import { attempt } from './ask';
import type { PageContext } from './context';
import { lastComplete } from './periods';

/**
 * Counts at the day on which pages open. A count that a policy which is not in force forbids is left out: the
 * page itself says why.
 */
export async function workLeft(ctx: PageContext): Promise<Record<string, WorkLeft>> {
  if (ctx.data.through === null) return {};
  const day = ctx.defaultAsOf;
  const t = await getTranslations('shell.work');
  const [over, changes, idlers, asked] = await Promise.all([
    attempt(() => rowsOf(quota, ctx, { as_of: day, by: 'department' as const })),
    attempt(() => changesLeft(ctx, lastComplete(day, 'half'))),
    attempt(() => rowsOf(idle, ctx, { as_of: day })),
    attempt(() => rowsOf(bonusAsked, ctx, { period: lastComplete(day, 'month'), state: ['open' as const] })),
  ]);
  const work: Record<string, WorkLeft> = {};
  if ('model' in over) {
    const n = over.model.filter((r) => r.status === 'over').length;
    if (n > 0) work.quotas = { text: t('over', { n }), tone: 'over' };
  }
  if ('model' in changes) {
    if (changes.model > 0) work.reviews = { text: number(changes.model) };
  }
  if ('model' in idlers && idlers.model.length > 0) work.idle = { text: number(idlers.model.length) };
  if ('model' in asked && asked.model.length > 0)
    work.bonuses_questions = { text: number(asked.model.length) };
  return work;
}
