import { useTranslations } from 'next-intl';
import { CompareDay, ComparedWith } from '@/app/_components/filters/CompareDay';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { useCodes } from '@/app/_components/table/ReportTable';
import { type OwnershipModel, ownershipFilters, ownershipViews } from '../_model';

/** What has to be decided, each kind of finding, and the filters. */
export function OwnershipFilters({ model }: { model: OwnershipModel }) {
  const t = useTranslations('ownership');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const { params, counts, view, options, compare } = model;
  const words = codes('ownership_finding');
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: view,
        items: [
          { value: null, label: t('views.open'), count: counts.open },
          ...ownershipViews
            .filter((v) => v === view || (counts[v] > 0 && v !== 'reassign') || v === 'unowned')
            .map((v) => ({
              value: v,
              label: v === 'decided' || v === 'reassign' ? t(`views.${v}`) : (words[v] ?? v),
              count: counts[v],
            })),
        ],
      }}
      filters={[
        ...ownershipFilters
          .filter((param) => options[param].length > 0 || params[param]?.length)
          .map((param) => ({
            param,
            label: idle(param),
            options: options[param].map((o) => ({ ...o, label: codes(param)[o.value] ?? o.value })),
            chosen: params[param] ?? [],
          })),
        ...(['tier', 'product'] as const).flatMap((param) =>
          params[param]?.length
            ? [
                {
                  param,
                  label: idle(param),
                  options: params[param].map((value) => ({ value, label: codes(param)[value] ?? value })),
                  chosen: params[param],
                },
              ]
            : [],
        ),
      ]}
      note={<ComparedWith compare={compare} asOf={params.as_of} />}
      wraps
    >
      <CompareDay compare={compare} />
    </FilterBar>
  );
}
