import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import type { AdmissionModel } from '../_model';

export function AdmissionFilters({ model }: { model: AdmissionModel }) {
  const t = useTranslations('admission');
  const codes = useTranslations('codes.admission');
  const { params, options, kinds, view, all } = model;
  const filters = (['department', 'region', 'owner'] as const).map((param) => ({
    param,
    label: t(`filter.${param}`),
    options: options[param].map((value) => ({ value, label: value })),
    chosen: params[param] ?? [],
  }));
  return (
    <FilterBar
      segments={{
        label: t('views'),
        current: view,
        items: [
          { value: null, label: t('all'), count: all.length },
          ...kinds.map((k) => ({ value: k.kind, label: codes(k.kind), count: k.customers })),
        ],
      }}
      filters={filters.filter((f) => f.options.length > 1 || f.chosen.length > 0)}
    />
  );
}
