import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { money, moneyExact, moneyParts, number, rate } from '@/lib/format';
import type { ReceivablesModel } from '../_model';

/** What is owed in five figures, each opening its customers or its sales. */
export function ReceivableFigures({ model }: { model: ReceivablesModel }) {
  const t = useTranslations('receivables.figures');
  const locale = useLocale();
  const { whole, counts, oldShare, overdueShare, onTime, neverDue, link } = model;
  const amount = (value: string) => {
    const { prefix, number, unit } = moneyParts(value, locale);
    return { prefix, value: number, unit, exact: moneyExact(value, locale) };
  };
  const credits = Number(whole.open) - Number(whole.balance);
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('balance')}
        rule="A-01"
        {...amount(whole.balance)}
        set={{ view: null }}
        note={
          credits > 0
            ? t('balanceNote', { n: counts.owing, open: money(whole.open, locale) })
            : t('owing', { n: counts.owing })
        }
      />
      <Figure
        label={t('overdue')}
        rule="A-03"
        {...amount(whole.overdue)}
        set={{ view: 'overdue' }}
        note={
          overdueShare === null
            ? t('nothingOpen')
            : t('overdueNote', { n: counts.overdue, share: rate(overdueShare) })
        }
      />
      <Figure
        label={t('old')}
        rule="A-03"
        value={oldShare === null ? null : rate(oldShare)}
        set={{ view: 'd91' }}
        note={
          oldShare === null
            ? t('nothingOpen')
            : t('oldNote', { n: counts.d91, amount: money(whole.ages.d91, locale) })
        }
      />
      <Figure
        label={t('onTime')}
        rule="A-04"
        value={onTime.rate === null ? null : rate(onTime.rate)}
        href={link('receivables_on_time')}
        note={
          onTime.rate === null
            ? t('nothingDue')
            : t('onTimeNote', { paid: money(onTime.paid, locale), due: money(onTime.due, locale) })
        }
      />
      <Figure
        label={t('neverDue')}
        rule="A-03"
        value={number(neverDue.count)}
        unit={t('sales')}
        href={link('sales_never_due')}
        note={
          neverDue.count === 0 ? t('allDue') : t('neverDueNote', { amount: money(neverDue.amount, locale) })
        }
      />
    </Figures>
  );
}
