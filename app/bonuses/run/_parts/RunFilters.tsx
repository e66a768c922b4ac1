import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import type { RunModel } from '../_model';

/** Which part of the run, and of whom. */
export function RunFilters({ model }: { model: RunModel }) {
  const t = useTranslations('bonus_run');
  const { params, view, rows, open, options, closings } = model;
  const filters = (['region', 'department'] as const).map((param) => ({
    param,
    label: t(`filter.${param}`),
    options: options[param].map((value) => ({ value, label: value })),
    chosen: params[param] ?? [],
  }));
  const adjusted = rows.filter((r) => r.adjustments === null || Number(r.adjustments) !== 0).length;
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: view,
        items: [
          { value: null, label: t('views.findings'), count: open },
          { value: 'people', label: t('views.people'), count: rows.length },
          { value: 'adjustments', label: t('views.adjustments'), count: adjusted },
          { value: 'versions', label: t('views.versions'), count: closings.length },
        ],
      }}
      filters={filters.filter((f) => f.options.length > 1 || f.chosen.length > 0)}
      note={
        <>
          {t('rules')} <RuleRef id="B-13" />
        </>
      }
    />
  );
}
