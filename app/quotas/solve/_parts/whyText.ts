import type { useTranslations } from 'next-intl';
import type { SolvedModel, SolveModel } from '../_model';

/** What was optimised, which of the choices it is, and whether it is proven: the reason that is written down. */
export function whyText(
  t: ReturnType<typeof useTranslations<'solve'>>,
  { params }: SolveModel,
  { choice }: SolvedModel,
): string {
  const n = choice.alternative;
  return t('takeover.why', {
    period: params.period,
    goal: t(`goal.${params.goal}`),
    holders: t(`holders.${params.holders}`),
    promotions: t(`promotions.${params.promotions}`),
    wish: t(params.excess === '0' ? 'wish.off' : 'wish.on'),
    choice: n === 0 ? t('takeover.best') : t('takeover.next', { n }),
    proven: t(choice.proven ? 'takeover.proven' : 'takeover.open'),
  });
}
