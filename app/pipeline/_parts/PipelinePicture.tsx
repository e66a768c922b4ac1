import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { useCodes } from '@/app/_components/table/ReportTable';
import type { SearchParams } from '@/app/_lib/url';
import { money, moneyInColumn, NONE, number, rate } from '@/lib/format';
import type { PipelineModel } from '../_model';
import { GroupTable } from './GroupTable';
import './pipeline.css';
import { NoDeals } from '@/app/pipeline/_parts/NoDeals';

/** What stands at which stage, light what is expected of it and dark what it is worth; beside it the groups. */
export function PipelinePicture({ model, search }: { model: PipelineModel; search: SearchParams }) {
  const t = useTranslations('pipeline.stages');
  const columns = useTranslations('columns');
  const codes = useCodes();
  const locale = useLocale();
  const { stages, whole } = model;
  if (whole.open === 0) {
    return (
      <Section title={t('title')}>
        <NoDeals params={model.params}>{t('empty')}</NoDeals>
      </Section>
    );
  }
  const max = Math.max(...stages.map((s) => Number(s.open_amount)));
  const part = (value: string | null) => `${max > 0 ? (Number(value ?? 0) / max) * 100 : 0}%`;
  return (
    <div className="@container flex-none border-line border-b pb-2">
      <div className="desk:@min-[1000px]:grid desk:@min-[1000px]:grid-cols-[minmax(0,460px)_minmax(0,1fr)]">
        <Section title={t('title')} note={t('note', { unit: columns('units.wan') })} rule="F-07">
          <table className="picture-table finger-rows stage-bars">
            <thead>
              <tr>
                <th scope="col">{columns('stage')}</th>
                <td className="picture" />
                <th scope="col" className="amount count">
                  {columns('deals')}
                </th>
                <th scope="col" className="amount">
                  {t('expected')}
                </th>
                <th scope="col" className="amount edge">
                  {t('weighted')}
                </th>
                <th scope="col" className="amount rate">
                  {t('share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {stages.map((s) => {
                const chosen = model.stage === s.stage;
                return (
                  <tr key={s.stage} data-current={chosen || undefined}>
                    <th scope="row">
                      <ParamLink
                        set={{ stage: chosen ? null : s.stage, view: chosen ? null : 'all' }}
                        aria-current={chosen ? 'true' : undefined}
                      >
                        {codes('stage')[s.stage] ?? s.stage}
                      </ParamLink>
                    </th>
                    <td className="picture">
                      <ParamLink
                        className="block"
                        tabIndex={-1}
                        aria-hidden="true"
                        set={{ stage: chosen ? null : s.stage, view: chosen ? null : 'all' }}
                      >
                        <span className="worth-bar">
                          <i style={{ width: part(s.open_amount) }} />
                          <b style={{ width: part(s.weighted_amount) }} />
                        </span>
                      </ParamLink>
                    </td>
                    <td className="amount count">{number(s.open)}</td>
                    <td className="amount" title={s.open_amount}>
                      {moneyInColumn(s.open_amount, locale)}
                    </td>
                    <td className="amount edge" title={s.weighted_amount ?? undefined}>
                      {s.weighted_amount === null ? NONE : moneyInColumn(s.weighted_amount, locale)}
                    </td>
                    <td className="amount rate">{s.share === null ? NONE : rate(s.share, 0)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className="px-edge pt-2 text-ink-3 text-note">
            {t('basis', { limit: model.sampleLimit })}{' '}
            <a className="text-accent underline" href={`/rows/pipeline_shares?as_of=${model.params.as_of}`}>
              {t('shares')}
            </a>
          </p>
          <p className="sr-only">
            {t('sentence', {
              open: money(whole.open_amount, locale),
              weighted: whole.weighted_amount === null ? NONE : money(whole.weighted_amount, locale),
            })}
          </p>
        </Section>
        <GroupTable model={model} search={search} />
      </div>
    </div>
  );
}
