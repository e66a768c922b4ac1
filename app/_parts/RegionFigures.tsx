import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { dayWords, monthName, number, rate } from '@/lib/format';
import type { OverviewModel } from '../_model';
import type { RegionModel } from '../_region';
import { amount } from './DirectorFigures';

/** The six figures of a regional manager: who waits or will, whom the last month’s visits reached, what is under way. */
export function RegionFigures({ model, region }: { model: OverviewModel; region: RegionModel }) {
  const t = useTranslations('overview.figures');
  const locale = useLocale();
  const { idle, link, params } = model;
  const { due, visits } = region;
  const month = monthName(visits.period, locale);
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
        label={t('due', { days: due.days })}
        rule="I-08"
        value={number(due.count)}
        unit={t('idleUnit')}
        href={link('/idle/due', { view: 'due' })}
        note={t('dueNote', { day: dayWords(due.until, locale, params.as_of) })}
      />
      <Figure
        label={t('coverage', { month })}
        rule="V-06"
        value={visits.coverage === null ? null : rate(visits.coverage)}
        href={link('/visits', { period: visits.period })}
        note={t('coverageNote', { n: visits.visited, of: visits.assigned })}
      />
      <Figure
        label={t('lateMinutes', { month })}
        rule="V-02"
        value={number(visits.late)}
        unit={t('lateUnit')}
        tone={visits.late > 0 ? 'over' : undefined}
        href={link('/rows/visits_rows', { period: visits.period, figure: 'minutes_late' })}
        note={visits.minutes === 0 ? t('noMinutes') : t('lateNote', { n: visits.minutes })}
      />
      <Figure
        label={t('openDeals')}
        rule="F-02"
        {...amount(String(open_amount), locale)}
        href={link('/rows/opportunities_open')}
        note={t('openNote', { n: Number(open), stalled: Number(stalled) })}
      />
    </Figures>
  );
}
