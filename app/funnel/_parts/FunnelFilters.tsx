import { useLocale, useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { dayWords, stepPeriod } from '@/lib/format';
import { splits } from '@/lib/rules/funnel_groups';
import { type FunnelModel, filters } from '../_model';

/** How the funnel is split, what it is filtered by, and the period beside it. */
export function FunnelFilters({ model }: { model: FunnelModel }) {
  const t = useTranslations('funnel');
  const codes = useCodes();
  const locale = useLocale();
  const { params, period } = model;
  const previous = stepPeriod(period, -1).name;
  const yearAgo = stepPeriod(period, -{ month: 12, quarter: 4, half: 2, year: 1 }[period.grain]).name;
  const given = params.tier
    ? [
        {
          param: 'tier',
          label: t('filter.tier'),
          options: params.tier.map((value) => ({ value, label: codes('tier')[value] ?? value })),
          chosen: params.tier,
        },
      ]
    : [];
  return (
    <FilterBar
      wraps
      segments={{
        param: 'by',
        label: t('splits'),
        current: params.by,
        // The page splits by grade where the address says nothing.
        items: splits.map((by) => ({ value: by, label: t(`by.${by}`) })),
      }}
      filters={[
        ...filters.map((param) => ({
          param,
          label: t(`filter.${param}`),
          options: model.options[param].map((o) => ({ ...o, label: o.value })),
          chosen: params[param] ?? [],
        })),
        ...given,
      ]}
      compare={{ value: model.compare.period, on: model.compare.on, off: 'none' }}
      note={
        <>
          {t('cohort', { day: dayWords(params.as_of, locale, model.period.start) })} <RuleRef id="F-03" />
        </>
      }
    >
      {yearAgo === previous ? null : (
        <ParamLink
          className="chip"
          set={{ compare: model.compare.on && model.compare.period === yearAgo ? null : yearAgo }}
        >
          {model.compare.on && model.compare.period === yearAgo
            ? t('comparePrevious', { period: previous })
            : t('compareYear', { period: yearAgo })}
        </ParamLink>
      )}
    </FilterBar>
  );
}
