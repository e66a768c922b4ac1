import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { money, number, plain, shortDate } from '@/lib/format';
import type { WeekModel } from '../_model';

/** What falls due, what can be done at the pace so far, what is left over, and what is proposed. */
export function WeekFigures({ model }: { model: WeekModel }) {
  const t = useTranslations('idleweek.figures');
  const units = useTranslations('columns.units');
  const locale = useLocale();
  const { params, needed, overdue, capacity, short, unowned, visits, stake, horizon, paceDays, minPerDay } =
    model;
  const question = asked(params);
  const until = shortDate(horizon.until, params.as_of);
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('needed', { n: horizon.days })}
        rule="I-08"
        value={number(needed)}
        unit={units('customers')}
        href={href('/idle/due', {}, question)}
        note={t('neededNote', { n: needed - overdue, overdue, day: until })}
      />
      <Figure
        label={t('capacity')}
        rule="V-07"
        value={number(capacity)}
        unit={t('visits')}
        href={href('/rows/idle_owners', {}, question)}
        note={t('capacityNote', { n: paceDays })}
      />
      <Figure
        label={t('short')}
        rule="V-07"
        value={number(short)}
        unit={units('customers')}
        tone={short > 0 ? 'over' : undefined}
        href={href('/rows/idle_owners', {}, question)}
        note={unowned > 0 ? t('unowned', { n: unowned }) : t('shortNote')}
      />
      <Figure
        label={t('proposed')}
        rule="I-09"
        value={number(visits.length)}
        unit={t('visits')}
        href={href('/rows/idle_week', {}, question)}
        note={t('proposedNote', { amount: money(stake, locale), n: plain(minPerDay) })}
      />
    </Figures>
  );
}
