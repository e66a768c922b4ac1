import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { useCodes } from '@/app/_components/table/ReportTable';
import { type DueModel, dueFilters } from '../_model';

/** The states as views, and the filters. */
export function DueFilters({ model }: { model: DueModel }) {
  const t = useTranslations('idledue');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const { params, counts, view, options } = model;
  const segments = [
    { value: null, label: t('views.todo'), count: counts.todo },
    ...(['overdue', 'due', 'urgent', 'planned', 'covered', 'undated', 'all'] as const)
      .filter((v) => (v !== 'undated' && v !== 'urgent') || v === view || (v === 'undated' && counts[v] > 0))
      .map((v) => ({
        value: v,
        label: v === 'urgent' ? t('views.urgent', { n: model.urgentDays }) : t(`views.${v}`),
        count: counts[v],
      })),
  ];
  const given = (['list', 'reason'] as const).flatMap((param) =>
    params[param]?.length
      ? [
          {
            param,
            label: t(`filter.${param}`),
            options: params[param].map((value) => ({
              value,
              label: codes(param === 'list' ? 'idle_list' : 'idle_reason')[value] ?? value,
            })),
            chosen: [...params[param]],
          },
        ]
      : [],
  );
  return (
    <FilterBar
      segments={{ label: t('views.label'), current: view, items: segments }}
      filters={[
        ...given,
        ...dueFilters.map((param) => ({
          param,
          label: param === 'class' ? t('filter.class') : idle(param),
          options: options[param].map((o) => ({ ...o, label: codes(param)[o.value] ?? o.value })),
          chosen: params[param] ?? [],
        })),
        ...(params.product
          ? [
              {
                param: 'product',
                label: idle('product'),
                options: params.product.map((value) => ({ value, label: value })),
                chosen: params.product,
              },
            ]
          : []),
      ]}
    />
  );
}
