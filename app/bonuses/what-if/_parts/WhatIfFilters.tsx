import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import type { WhatIfModel } from '../_model';
import { bandName } from './Distribution';

/** Who is shown, of which department and region, and over which months. */
export function WhatIfFilters({ model }: { model: WhatIfModel }) {
  const t = useTranslations('bonus_what_if');
  const { counts, options, params, view, band, bands } = model;
  const filters = (['department', 'region'] as const).map((param) => ({
    param,
    label: t(`filter.${param}`),
    options: options[param].map((value) => ({ value, label: value })),
    chosen: params[param] ?? [],
  }));
  const chosen = bands.find((b) => b.index === band);
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: view,
        items: [
          { value: null, label: t('views.all'), count: counts.all },
          { value: 'gains', label: t('views.gains'), count: counts.gains },
          { value: 'loses', label: t('views.loses'), count: counts.loses },
        ],
      }}
      filters={filters.filter((f) => f.options.length > 1 || f.chosen.length > 0)}
      note={t('months', { from: params.from, to: params.to })}
    >
      {band === null ? null : (
        <ParamLink className="chip" data-active set={{ band: null }}>
          {t('filter.band')} <b>{chosen ? bandName(chosen) : band}</b> <i>×</i>
        </ParamLink>
      )}
    </FilterBar>
  );
}
