import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { payScatter } from '@/lib/charts/payScatter';
import { number, pay } from '@/lib/format';
import { bonusYearSatisfaction } from '@/lib/reports/bonus_year';
import type { TeamModel } from '../_model';

/** The cards beside the pay of the year: they change no amount. */
export function SatisfactionView({ model }: { model: TeamModel }) {
  const t = useTranslations('bonus_team.satisfaction');
  const english = useLocale() === 'en';
  const { satisfaction, params, figures } = model;
  if (satisfaction.length === 0) return <p className="state">{t('empty', { year: params.period })}</p>;
  const rated = satisfaction.flatMap((s) =>
    s.satisfaction === null || s.total === null
      ? []
      : [{ name: s.name, id: s.technician_id, satisfaction: s.satisfaction, pay: s.total }],
  );
  const mean = figures.satisfaction;
  return (
    <>
      <Section title={t('title')} rule="B-11" note={t('note')}>
        {rated.length === 0 ? (
          <p className="state">{t('noCards')}</p>
        ) : (
          <div className="px-4">
            <Chart
              option={payScatter(
                rated.map((p) => ({
                  name: p.name,
                  satisfaction: p.satisfaction,
                  pay: Number(p.pay),
                  href: href('/bonuses/team', { ...asked(params), view: 'satisfaction' }, { row: p.id }),
                })),
                {
                  x: t('x'),
                  y: t('y'),
                  ...(mean === null
                    ? {}
                    : { mean: { value: mean, label: t('mean', { mean: number(mean, 2) }) } }),
                },
              )}
              height={228}
              label={t('label', {
                values: rated
                  .map((p) => t('person', { name: p.name, mean: number(p.satisfaction, 2), pay: pay(p.pay) }))
                  .join(english ? ', ' : '，'),
              })}
            />
          </div>
        )}
      </Section>
      <ReportTable
        columns={tableColumns(bonusYearSatisfaction.columns, [
          {
            name: 'name',
            header: 'technician',
            width: 140,
            cell: { kind: 'name', id: 'technician_id' },
            phone: 'title',
          },
          { name: 'role', width: 96, hide: 'narrow', phone: 'meta' },
          { name: 'total', width: 104, weight: 'strong', phone: 'value' },
          { name: 'net_points', width: 96, hide: 'narrow' },
          { name: 'satisfaction', width: 80, digits: 2, weight: 'strong', phone: 'note' },
          { name: 'attitude', width: 72, digits: 2 },
          { name: 'skill', width: 72, digits: 2 },
          { name: 'arrival', width: 72, digits: 2 },
          { name: 'promises', width: 72, digits: 2 },
          { name: 'cards', width: 64, phone: 'note' },
          { name: 'sent', width: 64, hide: 'narrow' },
          { name: 'repair_calls', width: 84, hide: 'narrow' },
        ])}
        rows={satisfaction.map((s) => ({ ...s }))}
        rowKey="technician_id"
        initialSort="-total"
        label={t('table', { year: params.period, n: satisfaction.length })}
        density="comfortable"
        tools={false}
      />
    </>
  );
}
