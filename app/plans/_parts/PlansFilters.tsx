import { useTranslations } from 'next-intl';
import { FilterBar, Segments } from '@/app/_components/filters/FilterBar';
import { comparisons } from '@/app/_lib/compare';
import { chips, type PlansModel } from '../_model';

/** The plan or the calls of new salespeople, whose, and what sales are compared with. */
export function PlansFilters({ model }: { model: PlansModel }) {
  const t = useTranslations('plans');
  const { params, view, options, compare } = model;
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: view,
        items: [
          { value: null, label: t('views.plan') },
          { value: 'months', label: t('views.months') },
          { value: 'calls', label: t('views.calls'), count: model.calls.length },
        ],
      }}
      filters={chips.map((param) => ({
        param,
        label: t(`filter.${param}`),
        options: options[param].map((value) => ({ value, label: value })),
        chosen: params[param] ?? [],
      }))}
      note={
        <span className="inline-flex items-center gap-2">
          {t('compare.label')}
          <Segments
            param="compare"
            label={t('compare.label')}
            current={compare.how === 'previous' ? null : compare.how}
            items={comparisons.map((how) => ({
              value: how === 'previous' ? null : how,
              label: t(`compare.${how}`),
            }))}
          />
        </span>
      }
    />
  );
}
