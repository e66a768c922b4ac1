import { useLocale, useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import { dayWords } from '@/lib/format';
import { splits } from '@/lib/rules/funnel_groups';
import type { PipelineModel } from '../_model';
import { CommonFilters } from './CommonFilters';

/** How the pipeline is split, what it is filtered by, and the day beside it. */
export function PipelineFilters({ model }: { model: PipelineModel }) {
  const t = useTranslations('pipeline');
  const words = useTranslations('funnel');
  const locale = useLocale();
  const { params, compare, options } = model;
  return (
    <CommonFilters
      params={params}
      options={options}
      segments={{
        param: 'by',
        label: words('splits'),
        current: params.by,
        // The page splits by grade where the address says nothing.
        items: splits.map((by) => ({ value: by, label: words(`by.${by}`) })),
      }}
      note={compare.day ? t('compare.with', { day: dayWords(compare.day, locale) }) : t('compare.without')}
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
    </CommonFilters>
  );
}
