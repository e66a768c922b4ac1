import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { change, money, moneyExact, moneyParts, number, rate, ratePoints } from '@/lib/format';
import { closedHref, type LostModel } from '../_model';

/** Signed against lost in six figures, each opening its opportunities. */
export function LostFigures({ model }: { model: LostModel }) {
  const t = useTranslations('lost.figures');
  const locale = useLocale();
  const { whole: now, before, compare, withoutReason } = model;
  const period = compare.period ?? '';
  const counted = (value: number, then: number | undefined) =>
    then === undefined
      ? t('notCompared')
      : t('before', { period, value: number(then), change: change(value, then) });
  const amount = (value: string | null) => {
    if (value === null) return { value };
    const { prefix, number: shown, unit } = moneyParts(value, locale);
    return { value: shown, prefix, unit, exact: moneyExact(value, locale) };
  };
  const closed = now.signed + now.lost;
  const days = (n: number) => number(n, n % 1 === 0 ? 0 : 1);
  return (
    <Figures label={model.period.name}>
      <Figure
        label={t('winRate')}
        rule="F-06"
        value={now.win_rate === null ? null : rate(now.win_rate)}
        href={closedHref(model)}
        note={
          now.win_rate === null
            ? t('nothingClosed')
            : typeof before?.win_rate === 'number'
              ? t('rateBefore', {
                  period,
                  value: rate(before.win_rate),
                  change: ratePoints(Number((now.win_rate - before.win_rate).toFixed(12)), locale),
                })
              : t('ofClosed', { closed })
        }
      />
      <Figure
        label={t('signed')}
        rule="F-06"
        value={number(now.signed)}
        href={closedHref(model, { outcome: 'signed' })}
        note={counted(now.signed, before?.signed)}
      />
      <Figure
        label={t('signedAmount')}
        rule="F-06"
        {...amount(now.signed_amount)}
        href={closedHref(model, { outcome: 'signed', having: 'amount' })}
        note={
          now.mean_signed_amount === null || now.cycle_days === null
            ? t('noAmounts')
            : t('mean', { mean: money(now.mean_signed_amount, locale), days: days(now.cycle_days) })
        }
      />
      <Figure
        label={t('lost')}
        rule="F-09"
        value={number(now.lost)}
        href={closedHref(model, { outcome: 'lost' })}
        note={counted(now.lost, before?.lost)}
      />
      <Figure
        label={t('lostAmount')}
        rule="F-09"
        {...amount(now.lost_amount)}
        href={closedHref(model, { outcome: 'lost' })}
        note={
          before
            ? t('before', {
                period,
                value: money(before.lost_amount, locale),
                change: change(now.lost_amount, before.lost_amount),
              })
            : t('notCompared')
        }
      />
      <Figure
        label={t('withoutReason')}
        rule="F-09"
        value={withoutReason.share === null ? null : rate(withoutReason.share)}
        href={closedHref(model, { outcome: 'lost', without_reason: 'true' })}
        tone={withoutReason.count > 0 ? 'full' : undefined}
        note={
          withoutReason.share === null
            ? t('nothingLost')
            : t('withoutNote', { n: withoutReason.count, lost: now.lost })
        }
      />
    </Figures>
  );
}
