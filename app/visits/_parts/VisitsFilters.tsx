import { useTranslations } from 'next-intl';
import { FilterBar, Segments } from '@/app/_components/filters/FilterBar';
import { useCodes } from '@/app/_components/table/ReportTable';
import { comparisons } from '@/app/_lib/compare';
import { chips, type VisitsModel } from '../_model';

/** What is shown of the visits, whose, and what it is compared with. */
export function VisitsFilters({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits');
  const codes = useCodes();
  const { params, view, options, compare } = model;
  const rest = (['tier', 'product'] as const).flatMap((param) =>
    params[param]?.length
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
          { value: null, label: t('views.all') },
          { value: 'weeks', label: t('views.weeks') },
          {
            value: 'questions',
            label: t('views.questions'),
            // Finding them reads every form of the period: counted where they are shown.
            ...(view === 'questions' ? { count: model.questions.length } : {}),
          },
          { value: 'costs', label: t('views.costs') },
        ],
      }}
      filters={[
        ...chips.map((param) => ({
          param,
          label: t(`filter.${param}`),
          options: options[param].map((value) => ({ value, label: value })),
          chosen: params[param] ?? [],
        })),
        ...rest,
      ]}
      note={
        <span className="inline-flex items-center gap-2">
          {t('compare.label')}
          <Segments
            param="compare"
            label={t('compare.label')}
            current={compare.how === 'previous' ? null : compare.how}
            items={comparisons.map((how) => ({
              value: how === 'previous' ? null : how,
              label: t(`compare.${how}`),
            }))}
          />
        </span>
      }
    />
  );
}
