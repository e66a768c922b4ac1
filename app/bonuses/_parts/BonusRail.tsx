import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Aside } from '@/app/_components/page/Page';
import { SectionHead } from '@/app/_components/page/Section';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { costBars } from '@/lib/charts/costBars';
import { monthName, number, pay } from '@/lib/format';
import type { BonusesModel } from '../_model';
import { Checks } from './Checks';

/** Beside the table: the total of six months, and what to look at before the month is paid. */
export function BonusRail({ model }: { model: BonusesModel }) {
  const t = useTranslations('bonuses.rail');
  const locale = useLocale();
  const { months, params } = model;
  const short = (yuan: string) =>
    locale === 'en' ? `${number(`${yuan}e-3`, 1)}k` : `${number(`${yuan}e-4`, 1)} 万`;
  const option = costBars(
    months.map((m) => ({
      period: m.period,
      value: Number(m.total ?? 0),
      label: m.total === null ? t('unknown') : short(m.total),
      href: href('/bonuses', asked(params), { period: m.period }),
    })),
    { locale },
  );
  const label = t('chart', {
    from: months[0]?.period ?? params.period,
    to: params.period,
    values: months
      .map((m) =>
        t('chartValue', {
          month: monthName(m.period, locale),
          value: m.total === null ? t('unknown') : pay(m.total),
        }),
      )
      .join(locale === 'en' ? ', ' : '，'),
  });
  return (
    <Aside label={t('label')} width={236}>
      <SectionHead title={t('title')} />
      <p className="px-5 text-note text-ink-3">{t('unit')}</p>
      <div className="border-line border-b px-4 pb-1">
        <Chart option={option} height={150} label={label} />
      </div>
      <Checks model={model} />
    </Aside>
  );
}
