import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { dayWords, moneyExact, moneyParts } from '@/lib/format';
import type { AdmissionModel } from '../_model';

/** Customers, what was sold in spite of it, and each finding; each opens its rows. */
export function AdmissionFigures({ model }: { model: AdmissionModel }) {
  const t = useTranslations('admission.figures');
  const codes = useTranslations('codes.admission');
  const locale = useLocale();
  const m = moneyParts(model.amount, locale);
  const { kinds, latest, params } = model;
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('customers')}
        rule="Q-07"
        value={String(model.customers)}
        unit={t('unit')}
        tone={model.customers > 0 ? 'over' : undefined}
        set={{ view: null, row: null }}
        note={latest === null ? t('none') : t('latest', { day: dayWords(latest, locale, params.as_of) })}
      />
      <Figure
        label={t('amount')}
        rule="Q-07"
        value={m.number}
        prefix={m.prefix}
        unit={m.unit}
        exact={moneyExact(model.amount, locale)}
        href={model.link('admission_sales')}
        note={t('sales', { n: model.sales })}
      />
      {kinds.map((k) => (
        <Figure
          key={k.kind}
          label={codes(k.kind)}
          rule="Q-07"
          value={String(k.customers)}
          unit={t('unit')}
          set={{ view: k.kind, row: null }}
          note={t('sales', { n: k.sales })}
        />
      ))}
    </Figures>
  );
}
