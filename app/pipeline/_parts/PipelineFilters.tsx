import { useLocale, useTranslations } from 'next-intl';
import { FilterBar, Segments } from '@/app/_components/filters/FilterBar';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { dayWords } from '@/lib/format';
import { splits } from '@/lib/rules/funnel_groups';
import { filters, type PipelineModel } from '../_model';

/** How the pipeline is split, what it is filtered by, and the day beside it. */
export function PipelineFilters({ model }: { model: PipelineModel }) {
  const t = useTranslations('pipeline');
  const words = useTranslations('funnel');
  const codes = useCodes();
  const locale = useLocale();
  const { params, compare } = model;
  const given = (['tier', 'owner'] as const).flatMap((param) =>
    params[param]
      ? [
          {
            param,
            label: words(`filter.${param}`),
            options: params[param].map((value) => ({ value, label: codes(param)[value] ?? value })),
            chosen: params[param],
          },
        ]
      : [],
  );
  return (
    <FilterBar
      segments={{
        param: 'by',
        label: words('splits'),
        current: params.by,
        // The page splits by grade where the address says nothing.
        items: splits.map((by) => ({ value: by, label: words(`by.${by}`) })),
      }}
      filters={[
        ...filters.map((param) => ({
          param,
          label: words(`filter.${param}`),
          options: model.options[param].map((o) => ({ ...o, label: o.value })),
          chosen: params[param] ?? [],
        })),
        ...given,
      ]}
      note={
        <>
          {compare.day ? t('compare.with', { day: dayWords(compare.day, locale) }) : t('compare.without')}{' '}
          <RuleRef id="F-04" />
        </>
      }
    >
      <Segments
        param="compare"
        label={t('compare.label')}
        current={compare.kind === 'month' ? null : compare.kind}
        items={[
          { value: null, label: t('compare.month') },
          { value: 'year', label: t('compare.year') },
          { value: 'none', label: t('compare.none') },
        ]}
      />
    </FilterBar>
  );
}
