import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { costBars } from '@/lib/charts/costBars';
import { monthName, NONE, number, pay } from '@/lib/format';
import { bonusYearCost } from '@/lib/reports/bonus_year';
import { totalOf } from '@/lib/rules/bonus_what_if';
import type { TeamModel } from '../_model';

const summed = [
  'performance_pay',
  'rewards',
  'fines',
  'award',
  'parts_commission',
  'parts_team_share',
  'reward',
  'cost',
] as const;

/** What the team cost month by month. */
export function CostView({ model }: { model: TeamModel }) {
  const t = useTranslations('bonus_team.cost');
  const locale = useLocale();
  const { cost, params } = model;
  if (cost.length === 0) return <p className="state">{t('empty', { year: params.period })}</p>;
  const short = (yuan: string) =>
    locale === 'en' ? `${number(`${yuan}e-3`, 1)}k` : `${number(`${yuan}e-4`, 2)} 万`;
  return (
    <>
      <Section title={t('title')} rule="B-10" note={t('note')}>
        <div className="px-4">
          <Chart
            option={costBars(
              cost.map((c) => ({
                period: c.period,
                value: Number(c.cost ?? 0),
                label: c.cost === null ? NONE : short(c.cost),
                href: `/bonuses?period=${c.period}`,
              })),
              { locale },
            )}
            height={190}
            label={t('label', {
              values: cost
                .map((c) => `${monthName(c.period, locale)} ${c.cost === null ? NONE : pay(c.cost)}`)
                .join(locale === 'en' ? ', ' : '，'),
            })}
          />
        </div>
      </Section>
      <ReportTable
        columns={tableColumns(bonusYearCost.columns, [
          { name: 'period', width: 84, phone: 'title' },
          { name: 'people', width: 64, phone: 'meta' },
          { name: 'performance_pay', width: 104, phone: 'note' },
          { name: 'rewards', width: 92, zero: 'dot' },
          { name: 'fines', width: 92, zero: 'dot' },
          { name: 'award', width: 96, zero: 'dot' },
          { name: 'parts_commission', width: 110, zero: 'dot' },
          { name: 'parts_team_share', width: 100, zero: 'dot' },
          { name: 'reward', width: 100, zero: 'dot', header: 'no_repeat_reward' },
          { name: 'cost', width: 110, weight: 'strong', phone: 'value' },
        ])}
        rows={cost.map((c) => ({ ...c }))}
        rowKey="period"
        opens={{ href: '/bonuses?period={period}' }}
        initialSort="period"
        label={t('table', { year: params.period })}
        total={Object.fromEntries(summed.map((name) => [name, totalOf(cost.map((c) => c[name]))]))}
        totalLabel={t('total')}
        density="comfortable"
        tools={false}
      />
    </>
  );
}
