import { useLocale, useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { href } from '@/app/_lib/url';
import { monthBars, unitName, unitOf } from '@/lib/charts/monthBars';
import { moneyExact, moneyInColumn, monthName, rate } from '@/lib/format';
import { sum } from '../../_sum';
import type { CustomerModel } from '../_model';

/** Net sales of twelve months against the year before, and by product. */
export function Sales({ model }: { model: CustomerModel }) {
  const t = useTranslations('customer.sales');
  const locale = useLocale();
  const { as_of, file, months, products } = model;
  const rows = href('/rows/customer_sales', {}, { as_of, customer_id: file.customer_id });
  const total = sum(months.map((m) => m.value));
  const last = months.at(-1);
  const bought = products.filter((p) => p.net_sales !== '0.00' || p.net_sales_before !== '0.00');
  return (
    <>
      <Section title={t('title')} note={t('note', { unit: unitName(unitOf(months, locale)) })} rule="A-01">
        <div className="px-edge">
          <Chart
            height={150}
            option={monthBars(
              months.map((m) => ({ ...m, href: rows })),
              { locale },
            )}
            label={t('label', {
              total: moneyExact(total, locale),
              month: last ? monthName(last.period, locale) : '',
              value: moneyExact(last?.value ?? '0', locale),
            })}
          />
        </div>
      </Section>
      {bought.length === 0 ? (
        <p className="px-edge text-ink-3 text-table">{t('nothing')}</p>
      ) : (
        <div className="px-edge">
          <BarList
            title={t('product')}
            heads={[t('year'), t('growth')]}
            rows={bought.slice(0, 8).map((p) => ({
              key: p.product ?? '',
              label: p.product ?? t('none'),
              value: Number(p.net_sales),
              figures: [moneyInColumn(p.net_sales, locale), growthText(p.growth)],
            }))}
          />
        </div>
      )}
    </>
  );
}

/** `▲ 12.3%`; a dash where there was nothing before. */
export const growthText = (growth: number | null): string =>
  growth === null ? '—' : `${growth >= 0 ? '▲' : '▼'} ${rate(Math.abs(growth))}`;
