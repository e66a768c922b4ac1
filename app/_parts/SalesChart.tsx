import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { monthBars, unitName, unitOf } from '@/lib/charts/monthBars';
import { change, monthName, number } from '@/lib/format';
import { type OverviewModel, sumOf } from '../_model';

/** Net sales by month of the year, a tick at each for the year before; a month opens its sales and returns. */
export function SalesChart({ model }: { model: OverviewModel }) {
  const t = useTranslations('overview.chart');
  const locale = useLocale();
  const { months, link } = model;
  const english = locale === 'en';
  const values = months.map((m) => ({ period: m.period, value: m.net_sales, before: m.net_sales_before }));
  const unit = unitOf(values, locale);
  const power = { wan: 4, million: 6, thousand: 3 }[unit];
  const worded = (yuan: string, digits = english ? 2 : 0) => number(`${yuan}e-${power}`, digits);
  const last = months.at(-1);
  const year = last?.period.slice(0, 4) ?? '';
  const before = String(Number(year) - 1);
  const [sum, sumBefore] = [
    sumOf(months.map((m) => m.net_sales)),
    sumOf(months.map((m) => m.net_sales_before)),
  ];
  const tick = last && {
    month: english
      ? `${monthName(last.period, locale)} ${before}`
      : `${before} 年 ${monthName(last.period, locale)}`,
    value: worded(last.net_sales_before),
  };
  // The words stand left of the last tick: only where the bars before it are lower.
  const clear =
    months.length > 3 &&
    months.slice(-3, -1).every((m) => Number(m.net_sales) * 1.1 < Number(last?.net_sales_before));
  const option = monthBars(
    values.map((m) => ({ ...m, href: link('/rows/overview_entries', { period: m.period }) })),
    { locale, tickLabel: tick && clear ? t('tick', tick) : undefined },
  );
  const words = months
    .map((m) =>
      t('salesValue', {
        month: monthName(m.period, locale),
        value: worded(m.net_sales),
        before: worded(m.net_sales_before),
      }),
    )
    .join(english ? ', ' : '，');
  return (
    <Section
      title={t('sales')}
      rule="A-01"
      note={t('salesUnit', {
        year,
        before,
        unit: unitName(unit),
        sum: worded(sum, 2),
        change: change(sum, sumBefore),
      })}
    >
      <div className="px-5">
        <Chart
          option={option}
          height={178}
          label={t('salesLabel', { year, values: words, unit: unitName(unit) })}
        />
      </div>
    </Section>
  );
}
