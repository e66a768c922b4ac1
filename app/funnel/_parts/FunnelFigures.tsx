import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { change, moneyExact, moneyParts, number, rate } from '@/lib/format';
import { cellHref, type FunnelModel, openHref } from '../_model';

/** The cohort in four figures, the grades against each other, and what stands still now. */
export function FunnelFigures({ model }: { model: FunnelModel }) {
  const t = useTranslations('funnel.figures');
  const locale = useLocale();
  const { summary: now, before, aAgainstC, stalledDays } = model;
  const period = model.compare.period;
  const amount = moneyParts(now.signed_amount, locale);
  const counted = (value: number, then: number | undefined) =>
    then === undefined
      ? t('notCompared')
      : t('before', { period, value: number(then), change: change(value, then) });
  return (
    <Figures label={model.period.name}>
      <Figure
        label={t('created')}
        rule="F-03"
        value={number(now.created)}
        href={cellHref(model, 'identified')}
        note={counted(now.created, before?.created)}
      />
      <Figure
        label={t('signed')}
        rule="F-03"
        value={number(now.signed)}
        href={cellHref(model, 'signed')}
        note={counted(now.signed, before?.signed)}
      />
      <Figure
        label={t('overall')}
        rule="F-03"
        value={now.overall_rate === null ? null : rate(now.overall_rate)}
        href={cellHref(model, 'signed')}
        note={
          now.overall_rate === null
            ? t('nothingCreated')
            : before
              ? t('beforeRate', { period, value: rate(before.overall_rate) })
              : t('notCompared')
        }
      />
      <Figure
        label={t('amount')}
        rule="F-03"
        value={amount.number}
        prefix={amount.prefix}
        unit={amount.unit}
        exact={moneyExact(now.signed_amount, locale)}
        href={cellHref(model, 'signed')}
        note={
          before
            ? t('against', { change: change(now.signed_amount, before.signed_amount), period })
            : t('notCompared')
        }
      />
      {aAgainstC ? (
        <Figure
          label={t('aAgainstC')}
          rule="F-04"
          value={aAgainstC.times}
          unit="×"
          href={cellHref(model, 'signed', 'A')}
          note={
            aAgainstC.times === null
              ? t('noBase')
              : t('rates', { a: rate(aAgainstC.a), c: rate(aAgainstC.c) })
          }
        />
      ) : null}
      <Figure
        label={t('stalled')}
        rule="F-05"
        value={number(now.stalled)}
        unit={t('of', { open: now.open })}
        href={openHref(model, true)}
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
