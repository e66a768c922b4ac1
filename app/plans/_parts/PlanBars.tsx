import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { href, type SearchParams } from '@/app/_lib/url';
import { monthBars, unitName, unitOf } from '@/lib/charts/monthBars';
import { money, rate } from '@/lib/format';
import type { PlansModel } from '../_model';

/** Sales of each month of the year as a bar, the plan as a tick across it; a bar turns the page to its month. */
export function PlanBars({ model, search }: { model: PlansModel; search: SearchParams }) {
  const t = useTranslations('plans.picture');
  const locale = useLocale();
  const { months, params } = model;
  const now = months.find((m) => m.month === params.period);
  if (months.length === 0) return null;
  const bars = months.map((m) => ({
    period: m.month,
    value: m.actual_amount,
    before: m.plan_amount,
    href: href('/plans', search, { period: m.month, row: null, tab: null }),
  }));
  return (
    <Section
      title={t('title', { year: params.period.slice(0, 4) })}
      note={t('note', { unit: unitName(unitOf(bars, locale)) })}
      rule="P-01"
    >
      <div className="px-edge">
        <Chart
          height={150}
          label={t('label', {
            year: params.period.slice(0, 4),
            n: months.length,
            month: params.period,
            sold: now ? money(now.actual_amount, locale) : '—',
            attainment: rate(now?.attainment ?? null),
          })}
          option={monthBars(bars, { locale, current: params.period, tickLabel: t('tick') })}
        />
      </div>
    </Section>
  );
}
