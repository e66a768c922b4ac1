import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { rate } from '@/lib/format';
import { measures, type ReviewsModel, views } from '../_model';

/** The views with their counts, the filters, and the weights of the four measures. */
export function ReviewFilters({ model }: { model: ReviewsModel }) {
  const t = useTranslations('reviews');
  const columns = useTranslations('columns');
  const codes = useCodes();
  const { params, counts, options, view, weights } = model;
  const weight = (m: (typeof measures)[number]) => rate(Number(weights[m]), 0);
  const alike = measures.every((m) => weights[m] === weights[measures[0]]);
  const given = (['region', 'owner', 'grade', 'product'] as const).flatMap((param) =>
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
          { value: null, label: t('views.changes'), count: counts.changes },
          ...views.map((value) => ({ value, label: t(`views.${value}`), count: counts[value] })),
        ],
      }}
      filters={[
        {
          param: 'department',
          label: t('filter.department'),
          options: options.department.map((o) => ({ ...o, label: o.value })),
          chosen: params.department ?? [],
        },
        {
          param: 'tier',
          label: t('filter.tier'),
          options: options.tier.map((o) => ({ ...o, label: codes('tier')[o.value] ?? o.value })),
          chosen: params.tier ?? [],
        },
        ...given,
      ]}
      note={
        <>
          {alike
            ? t('each', { rate: weight(measures[0]) })
            : measures.map((m) => `${columns(m)} ${weight(m)}`).join(' · ')}
          {model.weightsAssumed ? ` · ${t('assumed')}` : null} <RuleRef id="R-02" />
        </>
      }
    />
  );
}
