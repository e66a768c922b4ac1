import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { useCodes } from '@/app/_components/table/ReportTable';
import { NONE, number, ZERO } from '@/lib/format';
import type { FunnelModel } from '../_model';
import { type More, timeHref } from '../_more';
import { PictureOrTable } from './PictureOrTable';
import './flow.css';
import { NoDeals } from '@/app/pipeline/_parts/NoDeals';

const HEIGHT = 24;

/** How long opportunities stayed in each stage before a later one: the steps of days, their median and P90. */
export function TimesView({ model, more }: { model: FunnelModel; more: More }) {
  const t = useTranslations('funnel.times');
  const words = useTranslations('funnel');
  const codes = useCodes();
  const tools = <PictureOrTable current="times" />;
  const stages = [...new Set(more.times.map((row) => row.stage))];
  if (model.summary.created === 0) {
    return (
      <Section title={t('title')} tools={tools}>
        <NoDeals params={model.params}>{words('empty', { period: model.period.name })}</NoDeals>
      </Section>
    );
  }
  const steps = more.times.filter((row) => row.stage === stages[0]);
  const most = Math.max(...more.times.map((row) => row.share ?? 0));
  const days = (value: number | null | undefined) =>
    value === null || value === undefined ? NONE : number(value, value % 1 === 0 ? 0 : 1);
  return (
    <div className="flex-none border-line border-b pb-2">
      <Section title={t('title')} note={t('note')} rule="F-05" tools={tools}>
        <table className="picture-table times">
          <thead>
            <tr>
              <th scope="col">{t('stage')}</th>
              {steps.map((row) => (
                <th key={row.from_days} scope="col">
                  {row.to_days === null
                    ? t('more', { from: row.from_days })
                    : t('step', { from: row.from_days, to: row.to_days })}
                  <span className="max-desk:hidden"> {t('days')}</span>
                </th>
              ))}
              <th scope="col" className="amount">
                {t('left')}
              </th>
              <th scope="col" className="amount edge">
                {t('median')}
              </th>
              <th scope="col" className="amount p90">
                {t('p90')}
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => {
              const own = more.times.filter((row) => row.stage === stage);
              const funnel = model.whole.rows.find((row) => row.stage === stage);
              const left = own.reduce((n, row) => n + row.count, 0);
              return (
                <tr key={stage}>
                  <th scope="row">{codes('stage')[stage] ?? stage}</th>
                  {own.map((row) => (
                    <td key={row.from_days} className="step">
                      {row.count === 0 ? (
                        <span className="text-ink-3">{ZERO}</span>
                      ) : (
                        <Link href={timeHref(model, row)}>
                          {number(row.count)}
                          <i
                            aria-hidden="true"
                            style={{ height: most > 0 ? ((row.share ?? 0) / most) * HEIGHT : 0 }}
                          />
                        </Link>
                      )}
                    </td>
                  ))}
                  <td className="amount">{number(left)}</td>
                  <td className="amount edge">
                    <b>{days(funnel?.median_days)}</b>
                  </td>
                  <td className="amount p90">{days(funnel?.p90_days)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="px-edge pt-2 text-ink-3 text-note">{t('only')}</p>
      </Section>
    </div>
  );
}
