import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { change, monthName, pay, points } from '@/lib/format';
import type { BonusesModel } from '../_model';

/** The month in sum, each against the month compared with, each opening its rows. */
export function BonusFigures({ model }: { model: BonusesModel }) {
  const t = useTranslations('bonuses.figures');
  const locale = useLocale();
  const { sums, before, link } = model;
  const month =
    before.period.slice(0, 4) === sums.period.slice(0, 4) ? monthName(before.period, locale) : before.period;
  const against = (now: string | null, then: string | null) => {
    if (now === null) return t('unknown');
    if (then === null || Number(then) === 0) return t('noBefore', { month });
    return t('against', { change: change(now, then), month, value: pay(then) });
  };
  const [unsigned, complaints] = [model.unsigned, model.complaints];
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('total')}
        rule="B-10"
        value={sums.total === null ? null : pay(sums.total)}
        unit={t('yuan')}
        set={{ view: null, row: null }}
        note={against(sums.total, before.total)}
      />
      <Figure
        label={t('performance_pay')}
        rule="B-04"
        value={sums.performance_pay === null ? null : pay(sums.performance_pay)}
        unit={t('yuan')}
        set={{ view: 'above', row: null }}
        note={against(sums.performance_pay, before.performance_pay)}
      />
      <Figure
        label={t('above')}
        rule="B-04"
        value={String(sums.above)}
        unit={t('people', { n: sums.people })}
        set={{ view: 'above', row: null }}
        note={t('before', { month, n: before.above })}
      />
      <Figure
        label={t('net_points')}
        rule="B-04"
        value={sums.net_points === null ? null : points(sums.net_points)}
        href={link('bonus_records', { figure: ['gross_points', 'repeat_points', 'accidents'] })}
        note={
          sums.net_points === null
            ? t('unknown')
            : sums.each === null
              ? t('nobody')
              : t('each', {
                  each: points(sums.each),
                  month,
                  before: before.each === null ? '—' : points(before.each),
                })
        }
      />
      <Figure
        label={t('rewards')}
        rule="B-06"
        value={pay(sums.rewards)}
        unit={t('yuan')}
        href={link('bonus_records', { figure: ['praise', 'savings'] })}
        note={t('rewardsNote', { praise: pay(sums.praise), savings: pay(sums.savings) })}
      />
      <Figure
        label={t('fines')}
        rule="B-07"
        value={pay(sums.fines)}
        unit={t('yuan')}
        href={link('bonus_records', { figure: ['fines_unsigned', 'fines_complaint'] })}
        note={t('finesNote', { unsigned, complaints })}
      />
    </Figures>
  );
}
