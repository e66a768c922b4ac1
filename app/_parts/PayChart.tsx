import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { href } from '@/app/_lib/url';
import { costBars } from '@/lib/charts/costBars';
import { NONE, number, pay } from '@/lib/format';
import type { HrModel } from '../_hr';

/** What twelve months cost; a month opens its bonuses. */
export function PayChart({ model }: { model: HrModel }) {
  const t = useTranslations('overview.chart');
  const locale = useLocale();
  const { region, department } = model.params;
  const english = locale === 'en';
  const short = (yuan: string | null) =>
    yuan === null ? NONE : english ? `${number(`${yuan}e-3`, 1)}k` : `${number(`${yuan}e-4`, 1)} 万`;
  const option = costBars(
    model.months.map((m) => ({
      period: m.period,
      value: Number(m.total ?? 0),
      label: short(m.total),
      href: href(
        '/bonuses',
        {},
        { period: m.period, region: region ?? null, department: department ?? null },
      ),
    })),
    { locale },
  );
  const values = model.months
    .map((m) => t('payValue', { month: m.period, value: m.total === null ? NONE : pay(m.total) }))
    .join(english ? ', ' : '，');
  return (
    <Section title={t('pay')} note={t('payUnit')} rule="B-10">
      <div className="px-5">
        <Chart option={option} height={178} label={t('payLabel', { values })} />
      </div>
    </Section>
  );
}
