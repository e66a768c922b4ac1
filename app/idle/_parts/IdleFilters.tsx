import { useTranslations } from 'next-intl';
import { CompareDay, ComparedWith } from '@/app/_components/filters/CompareDay';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { useCodes } from '@/app/_components/table/ReportTable';
import type { IdleGroup, IdleModel } from '../_model';
import { useGroupNames } from './names';

const chips = ['department', 'region', 'grade', 'tier', 'owner'] as const;

/** Somebody is idle there; what was so only at the day compared with is nothing to choose. */
const standing = (group: IdleGroup): boolean => group.count > 0;

/** Views by reason with their counts, and the filters, each counted under the others. */
export function IdleFilters({ model }: { model: IdleModel }) {
  const t = useTranslations('idle');
  const codes = useCodes();
  const nameOf = useGroupNames();
  const { params, groups, compare } = model;
  const reasons = params.reason ?? [];
  const reasonNames = codes('idle_reason');
  return (
    <FilterBar
      segments={{
        param: 'reason',
        label: t('views'),
        current: reasons.length === 1 ? (reasons[0] ?? null) : null,
        items: [
          { value: null, label: t('all'), count: model.all },
          ...groups.reason.filter(standing).map((g) => ({
            value: g.value,
            label: reasonNames[g.value ?? ''] ?? String(g.value),
            count: g.count,
          })),
        ],
      }}
      filters={[
        ...chips.map((split) => ({
          param: split,
          label: t(`filter.${split}`),
          options: groups[split]
            .filter(standing)
            .flatMap((g) =>
              g.value === null ? [] : [{ value: g.value, label: nameOf(split, g.value), count: g.count }],
            ),
          chosen: params[split] ?? [],
        })),
        ...(params.product
          ? [
              {
                param: 'product',
                label: t('filter.product'),
                options: params.product.map((value) => ({ value, label: value })),
                chosen: params.product,
              },
            ]
          : []),
      ]}
      note={<ComparedWith compare={compare} asOf={params.as_of} />}
      wraps
    >
      <CompareDay compare={compare} />
    </FilterBar>
  );
}
