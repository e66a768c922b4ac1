import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { type TeamModel, views } from '../_model';

export function TeamFilters({ model }: { model: TeamModel }) {
  const t = useTranslations('bonus_team');
  const bands = useTranslations('codes.parts_band');
  const { options, params, view, months, band } = model;
  const filters = (['department', 'region'] as const).map((param) => ({
    param,
    label: t(`filter.${param}`),
    options: options[param].map((value) => ({ value, label: value })),
    chosen: params[param] ?? [],
  }));
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: view,
        items: [null, ...views].map((value) => ({ value, label: t(`views.${value ?? 'points'}`) })),
      }}
      filters={filters.filter((f) => f.options.length > 1 || f.chosen.length > 0)}
      note={t('months', { from: months[0] ?? '—', to: months.at(-1) ?? '—' })}
    >
      {view === 'parts' && band ? (
        <ParamLink className="chip" data-active set={{ band: null }}>
          {t('filter.band')} <b>{bands(band)}</b> <i>×</i>
        </ParamLink>
      ) : null}
    </FilterBar>
  );
}
