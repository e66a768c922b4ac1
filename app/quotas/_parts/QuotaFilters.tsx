import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { rate } from '@/lib/format';
import { limitedTiers } from '@/lib/rules/tiers';
import type { QuotasModel } from '../_model';

/** What is shown of the quotas, and the limits in force with the day and the source that say so. */
export function QuotaFilters({ model }: { model: QuotasModel }) {
  const t = useTranslations('quotas');
  const codes = useCodes();
  const { params, view, limits } = model;
  const words = limitedTiers.map((tier) => {
    const { value, from, source, assumed } = limits[tier];
    const limit = `${codes('tier')[tier]} ${rate(Number(value), 0)}`;
    return { tier, limit, from, source, assumed };
  });
  const given = (['region', 'owner', 'grade'] as const).flatMap((param) =>
    params[param]
      ? [
          {
            param,
            label: t(`filter.${param}`),
            options: params[param].map((value) => ({ value, label: value })),
            chosen: params[param],
          },
        ]
      : [],
  );
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: view,
        items: [
          { value: null, label: t('views.all') },
          { value: 'over', label: t('views.over'), count: model.overs },
          { value: 'matrix', label: t('views.matrix') },
          { value: 'trend', label: t('views.trend') },
          { value: 'ahead', label: t('views.ahead') },
        ],
      }}
      filters={[
        ...(['department', 'product'] as const).map((param) => ({
          param,
          label: t(`filter.${param}`),
          options: model.options[param].map((value) => ({ value, label: value })),
          chosen: params[param] ?? [],
        })),
        ...given,
      ]}
      note={
        <>
          {words.map(({ tier, limit, from, source, assumed }, i) => (
            <span key={tier} title={source}>
              {i > 0 ? ' · ' : `${t('limits')} `}
              {t('limit', { limit, from })}
              {assumed ? ` ${t('assumed')}` : null}
            </span>
          ))}{' '}
          <RuleRef id="Q-03" />
        </>
      }
    />
  );
}
