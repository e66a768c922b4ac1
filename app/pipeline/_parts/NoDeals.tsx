import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { useCodes } from '@/app/_components/table/ReportTable';
import { type FilterValues, filters } from '../_options';

/** No opportunities: under filters these, each to be cleared; else the fact. */
export function NoDeals({ params, children }: { params: FilterValues; children: ReactNode }) {
  const words = useTranslations('funnel');
  const codes = useCodes();
  const chosen = ([...filters, 'tier'] as const).flatMap((param) => {
    const values = params[param]?.map((value) => codes(param)[value] ?? value) ?? [];
    return values.length > 0 ? [{ param, label: words(`filter.${param}`), value: values.join('、') }] : [];
  });
  return chosen.length > 0 ? <EmptyFiltered filters={chosen} /> : <Empty>{children}</Empty>;
}
