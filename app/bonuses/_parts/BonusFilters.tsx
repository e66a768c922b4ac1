import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { stepName } from '@/app/_lib/periods';
import { plain } from '@/lib/format';
import type { BonusesModel } from '../_model';

/** Who is shown, of which region, and what the month is compared with. */
export function BonusFilters({ model }: { model: BonusesModel }) {
  const t = useTranslations('bonuses');
  const { params, counts, options, compare } = model;
  const lastYear = stepName(params.period, -12);
  const filters = (['region', 'department'] as const).map((param) => ({
    param,
    label: t(`filter.${param}`),
    options: options[param].map((value) => ({ value, label: value })),
    chosen: params[param] ?? [],
  }));
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: model.view,
        items: [
          { value: null, label: t('views.all'), count: counts.all },
          { value: 'above', label: t('views.above'), count: counts.above },
          { value: 'fines', label: t('views.fines'), count: counts.fines },
        ],
      }}
      filters={filters.filter((f) => f.options.length > 1 || f.chosen.length > 0)}
      compare={compare ? { value: compare } : null}
      note={
        <>
          {t('policy', { base: plain(model.base), rate: plain(model.rate) })} <RuleRef id="B-04" />
        </>
      }
    >
      {compare ? null : (
        <ParamLink className="chip" set={{ compare: lastYear }}>
          {t('compareYear', { period: lastYear })}
        </ParamLink>
      )}
    </FilterBar>
  );
}
