import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { href } from '@/app/_lib/url';
import { change, monthName, pay } from '@/lib/format';
import type { HrModel } from '../_hr';

/** The six figures of HR: the last month that is over, and what is still open. */
export function HrFigures({ model }: { model: HrModel }) {
  const t = useTranslations('overview.figures');
  const locale = useLocale();
  const { month, before, months, quarter, params } = model;
  const to = (path: string, more: Record<string, string> = {}) =>
    href(
      path,
      {},
      { period: model.period, region: params.region ?? null, department: params.department ?? null, ...more },
    );
  const then = monthName(before.period, locale);
  const against = (now: string | null, past: string | null) =>
    now === null
      ? t('unknown')
      : past === null
        ? t('beforeValue', { month: then, value: '—' })
        : t('against', { change: change(now, past), month: then, value: pay(past) });
  const open = months.filter((m) => m.open);
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('total', { month: monthName(month.period, locale) })}
        rule="B-10"
        value={month.total === null ? null : pay(month.total)}
        unit={t('yuan')}
        href={to('/bonuses')}
        note={against(month.total, before.total)}
      />
      <Figure
        label={t('performance_pay')}
        rule="B-04"
        value={month.performance_pay === null ? null : pay(month.performance_pay)}
        unit={t('yuan')}
        href={to('/bonuses', { view: 'above' })}
        note={against(month.performance_pay, before.performance_pay)}
      />
      <Figure
        label={t('above')}
        rule="B-04"
        value={String(month.above)}
        unit={t('people', { n: month.people })}
        href={to('/bonuses', { view: 'above' })}
        note={t('before', { month: then, n: before.above })}
      />
      <Figure
        label={t('fines')}
        rule="B-07"
        value={month.fines === null ? null : pay(month.fines)}
        unit={t('yuan')}
        href={to('/bonuses', { view: 'fines' })}
        note={t('beforeValue', { month: then, value: pay(before.fines ?? '0') })}
      />
      <Figure
        label={t('quarter', { period: quarter.period })}
        rule="B-10"
        value={pay(quarter.total)}
        unit={t('yuan')}
        href={to('/bonuses/quarter', { period: quarter.period })}
        note={
          quarter.pay_month
            ? t('quarterNote', { month: quarter.pay_month, n: quarter.ties })
            : t('quarterNoteNone', { n: quarter.ties })
        }
      />
      <Figure
        label={t('months')}
        rule="B-12"
        value={String(open.length)}
        unit={t('monthsUnit', { n: months.length })}
        href={to('/bonuses')}
        note={t('monthsNote', { from: months[0]?.period ?? '', to: month.period })}
      />
    </Figures>
  );
}
