import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { change, dayWords, money, moneyExact, moneyParts, number, rate, ratePoints } from '@/lib/format';
import { closedHref, openHref, type PipelineModel } from '../_model';

/** The open pipeline in six figures, each opening its opportunities. */
export function PipelineFigures({ model }: { model: PipelineModel }) {
  const t = useTranslations('pipeline.figures');
  const locale = useLocale();
  const { whole: now, before, stalledDays } = model;
  const amount = (value: string | null) => {
    if (value === null) return { value };
    const { prefix, number: shown, unit } = moneyParts(value, locale);
    return { value: shown, prefix, unit, exact: moneyExact(value, locale) };
  };
  const day = model.compare.day === null ? '' : dayWords(model.compare.day, locale, model.params.as_of);
  const against = (value: string | number | null, then: string | number | null | undefined) =>
    value === null || then === null || then === undefined
      ? null
      : t('against', { change: change(value, then), day });
  const closed = now.signed + now.lost;
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('open')}
        rule="F-02"
        value={number(now.open)}
        href={openHref(model)}
        note={against(now.open, before?.open) ?? t('notCompared')}
      />
      <Figure
        label={t('amount')}
        rule="F-03"
        {...amount(now.open_amount)}
        href={openHref(model)}
        note={
          now.with_amount < now.open
            ? t('withAmount', { n: now.open - now.with_amount })
            : (against(now.open_amount, before?.open_amount) ?? t('notCompared'))
        }
      />
      <Figure
        label={t('weighted')}
        rule="F-07"
        {...amount(now.weighted_amount)}
        href={openHref(model)}
        note={
          now.weighted_amount === null
            ? t('noWeight')
            : (against(now.weighted_amount, before?.weighted_amount) ?? t('notCompared'))
        }
      />
      <Figure
        label={t('winRate')}
        rule="F-06"
        value={now.win_rate === null ? null : rate(now.win_rate)}
        href={closedHref(model)}
        note={
          now.win_rate === null
            ? t('noneClosed')
            : `${t('ofClosed', { signed: now.signed, closed })}${
                typeof before?.win_rate === 'number'
                  ? ` · ${ratePoints(Number((now.win_rate - before.win_rate).toFixed(12)), locale)}`
                  : ''
              }`
        }
      />
      <Figure
        label={t('velocity')}
        rule="F-06"
        {...amount(now.velocity)}
        unit={now.velocity === null ? undefined : t('perDay', { unit: amount(now.velocity).unit ?? '' })}
        href={closedHref(model, { outcome: 'signed' })}
        note={
          now.mean_signed_amount === null || now.cycle_days === null
            ? t('noneSigned')
            : t('velocityNote', {
                mean: money(now.mean_signed_amount, locale),
                days: number(now.cycle_days, now.cycle_days % 1 === 0 ? 0 : 1),
              })
        }
      />
      <Figure
        label={t('stalled')}
        rule="F-05"
        value={number(now.stalled)}
        unit={t('of', { open: now.open })}
        href={openHref(model, { stalled: 'true' })}
        note={
          <>
            {t('stalledNote', { days: stalledDays.value })}
            {stalledDays.assumed ? <> · {t('assumed')}</> : null}
          </>
        }
      />
    </Figures>
  );
}
