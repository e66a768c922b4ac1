import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { monthBars } from '@/lib/charts/monthBars';
import { money, rate } from '@/lib/format';
import type { PlansModel } from '../_model';

/** Sales of each month of the year as a bar, the plan as a tick across it; a bar opens its sales. */
export function PlanBars({ model }: { model: PlansModel }) {
  const t = useTranslations('plans.picture');
  const locale = useLocale();
  const { months, params } = model;
  const { by: _, ...seen } = params;
  const now = months.find((m) => m.month === params.period);
  if (months.length === 0) return null;
  return (
    <Section title={t('title', { year: params.period.slice(0, 4) })} note={t('note')} rule="P-01">
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
          option={monthBars(
            months.map((m) => ({
              period: m.month,
              value: m.actual_amount,
              before: m.plan_amount,
              href: href('/rows/plan_rows', {}, asked({ ...seen, period: m.month, figure: 'sales' })),
            })),
            { locale, current: params.period, tickLabel: t('tick') },
          )}
        />
      </div>
    </Section>
  );
}
