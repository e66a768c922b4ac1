import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { shortDate } from '@/lib/format';
import { type WeekModel, weekFilters } from '../_model';

/** The filters, and which days the week has. */
export function WeekFilters({ model }: { model: WeekModel }) {
  const t = useTranslations('idleweek');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const { params, options, days, unknownYears } = model;
  const [from, to] = [days[0] ?? params.as_of, days.at(-1) ?? params.as_of];
  return (
    <FilterBar
      filters={weekFilters
        .filter((param) => options[param].length > 0)
        .map((param) => ({
          param,
          label: idle(param),
          options: options[param].map((value) => ({ value, label: codes(param)[value] ?? value })),
          chosen: params[param] ?? [],
        }))}
      note={
        <>
          {t('week', {
            from: shortDate(from, params.as_of),
            to: shortDate(to, params.as_of),
            n: days.length,
          })}{' '}
          <RuleRef id="T-01" />
          {unknownYears.length > 0 ? (
            <span data-tone="full"> {t('unknownYears', { years: unknownYears.join(' ') })}</span>
          ) : null}
        </>
      }
    />
  );
}
