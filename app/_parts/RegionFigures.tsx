import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { rate } from '@/lib/format';
import type { OverviewModel } from '../_model';
import { amount, SalesFigure } from './DirectorFigures';

/** The six figures of a regional manager: who waits for a visit, and what is under way. */
export function RegionFigures({ model }: { model: OverviewModel }) {
  const t = useTranslations('overview.figures');
  const locale = useLocale();
  const { idle, link } = model;
  const { open, stalled, open_amount } = model.people.whole;
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('idle')}
        rule="I-08"
        value={String(idle.count)}
        unit={t('idleUnit')}
        href={link('/idle')}
        note={t('idleNote', { n: idle.watched })}
      />
      <Figure
        label={t('stake')}
        rule="I-08"
        {...amount(idle.stake, locale)}
        href={link('/idle')}
        note={t('stakeNote', {
          n: idle.count,
          share: rate(idle.watched ? idle.count / idle.watched : null, 0),
        })}
      />
      <Figure
        label={t('recent')}
        rule="I-08"
        value={String(idle.recent)}
        unit={t('idleUnit')}
        href={link('/idle', { sort: 'days_overdue' })}
        note={t('recentNote')}
      />
      <SalesFigure model={model} />
      <Figure
        label={t('openDeals')}
        rule="F-02"
        {...amount(String(open_amount), locale)}
        href={link('/rows/opportunities_open')}
        note={t('openNote', { n: Number(open), stalled: Number(stalled) })}
      />
      <Figure
        label={t('stalled')}
        rule="F-05"
        value={String(stalled)}
        unit={t('stalledUnit')}
        href={link('/rows/opportunities_open', { stalled: 'true' })}
        note={t('stalledNote', { n: Number(open) })}
      />
    </Figures>
  );
}
