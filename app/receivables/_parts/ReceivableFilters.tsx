import { useLocale, useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { dayWords } from '@/lib/format';
import type { ReceivablesModel } from '../_model';

const segments = ['owing', 'overdue', 'd91'] as const;

/** The views with their counts and the filters; an age chosen in the picture is a view of its own. */
export function ReceivableFilters({ model }: { model: ReceivablesModel }) {
  const t = useTranslations('receivables');
  const codes = useCodes();
  const locale = useLocale();
  const { params, counts, view, options } = model;
  const extra = view && !segments.some((one) => one === view) ? [view] : [];
  const given = (['region', 'owner', 'grade', 'tier', 'product'] as const).flatMap((param) =>
    params[param]
      ? [
          {
            param,
            label: t(`filter.${param}`),
            options: params[param].map((value) => ({ value, label: codes(param)[value] ?? value })),
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
          { value: null, label: t('views.all'), count: counts.all },
          ...[...segments, ...extra].map((value) => ({
            value,
            label: t(`views.${value}`),
            count: counts[value],
          })),
        ],
      }}
      filters={[
        {
          param: 'department',
          label: t('filter.department'),
          options: options.department.map((o) => ({ ...o, label: o.value })),
          chosen: params.department ?? [],
        },
        ...given,
      ]}
      note={
        <>
          {t('note', { day: dayWords(params.as_of, locale, params.as_of) })} <RuleRef id="A-02" />
        </>
      }
    />
  );
}
