import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { useCodes } from '@/app/_components/table/ReportTable';
import { type FilterValues, filters, type Options } from '../_options';

interface Props {
  params: FilterValues;
  options: Options;
  segments?: ComponentProps<typeof FilterBar>['segments'];
  children?: ReactNode;
  note?: ReactNode;
}

/** The filters of every page of the pipeline; what only an address can set is shown where it is set. */
export function CommonFilters({ params, options, segments, children, note }: Props) {
  const words = useTranslations('funnel');
  const codes = useCodes();
  const given = params.tier
    ? [
        {
          param: 'tier',
          label: words('filter.tier'),
          options: params.tier.map((value) => ({ value, label: codes('tier')[value] ?? value })),
          chosen: params.tier,
        },
      ]
    : [];
  return (
    <FilterBar
      wraps
      segments={segments}
      filters={[
        ...filters.map((param) => ({
          param,
          label: words(`filter.${param}`),
          options: options[param].map((o) => ({ ...o, label: o.value })),
          chosen: params[param] ?? [],
        })),
        ...given,
      ]}
      note={note}
    >
      {children}
    </FilterBar>
  );
}
