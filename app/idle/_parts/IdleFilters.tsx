import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { useCodes } from '@/app/_components/table/ReportTable';
import type { IdleModel } from '../_model';
import { useGroupNames } from './names';

const chips = ['department', 'region', 'grade', 'tier', 'owner'] as const;

/** Views by reason with their counts, and the filters, each counted under the others. */
export function IdleFilters({ model }: { model: IdleModel }) {
  const t = useTranslations('idle');
  const codes = useCodes();
  const nameOf = useGroupNames();
  const { params, groups } = model;
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
          ...groups.reason.map((g) => ({
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
          options: groups[split].flatMap((g) =>
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
    />
  );
}
