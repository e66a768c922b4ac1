import { useTranslations } from 'next-intl';
import { FilterBar, Segments } from '@/app/_components/filters/FilterBar';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { processNames } from '@/lib/rules/processes';
import type { ProcessModel } from '../_model';

/** Which process, and the period beside it. */
export function ProcessFilters({ model }: { model: ProcessModel }) {
  const t = useTranslations('processes');
  const codes = useCodes();
  const { params, compare, period } = model;
  return (
    <FilterBar
      segments={{
        param: 'process',
        label: t('process'),
        current: params.process,
        items: processNames.map((name) => ({ value: name, label: codes('process')[name] ?? name })),
      }}
      note={
        <>
          {t('compare.with', { period: compare.period })} <RuleRef id="F-08" />
        </>
      }
    >
      {period.grain === 'year' ? null : (
        <Segments
          param="compare"
          label={t('compare.label')}
          current={compare.kind === 'before' ? null : compare.kind}
          items={[
            { value: null, label: t('compare.before') },
            { value: 'year', label: t('compare.year') },
          ]}
        />
      )}
    </FilterBar>
  );
}
