import { useTranslations } from 'next-intl';
import { CompareDay, ComparedWith } from '@/app/_components/filters/CompareDay';
import { splits } from '@/lib/rules/funnel_groups';
import type { PipelineModel } from '../_model';
import { CommonFilters } from './CommonFilters';

/** How the pipeline is split, what it is filtered by, and the day beside it. */
export function PipelineFilters({ model }: { model: PipelineModel }) {
  const words = useTranslations('funnel');
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
      note={<ComparedWith compare={compare} asOf={params.as_of} />}
    >
      <CompareDay compare={compare} />
    </CommonFilters>
  );
}
