import { useLocale, useTranslations } from 'next-intl';
import { OpportunityDrawer } from '@/app/_components/drawer/OpportunityDrawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { useCodes } from '@/app/_components/table/ReportTable';
import { moneyExact, NONE, number, rate } from '@/lib/format';
import type { OpenDetail, PipelineModel } from '../_model';

interface Props {
  model: PipelineModel;
  detail: OpenDetail;
  tab: string | undefined;
}

/** One open opportunity: its age and its weight term by term, its own line, and its way through the stages. */
export function OpenDrawer({ model, detail, tab }: Props) {
  const t = useTranslations('pipeline.detail');
  const way = detail.way.map(({ stage, entered_on, days }) => ({ stage, on: entered_on, days }));
  return (
    <OpportunityDrawer row={detail.row} way={way} wayNote={t('way')} tab={tab}>
      <How model={model} detail={detail} />
    </OpportunityDrawer>
  );
}

function How({ model, detail }: { model: PipelineModel; detail: OpenDetail }) {
  const t = useTranslations('pipeline.detail');
  const words = useTranslations('funnel.detail');
  const locale = useLocale();
  const codes = useCodes();
  const { row } = detail;
  const stage = row.stage ? (codes('stage')[row.stage] ?? row.stage) : NONE;
  const weighed = row.weighted_amount;
  return (
    <>
      <Terms
        terms={[
          { label: words('created'), value: row.created_on ?? NONE },
          { label: words('entered', { stage }), rule: 'F-02', value: row.entered_on ?? NONE },
          { label: words('asOf'), value: model.params.as_of },
          {
            label: words('age'),
            rule: 'F-05',
            value: row.age_days === null ? NONE : words('days', { n: row.age_days }),
          },
          { label: words('limit'), rule: 'F-05', value: words('days', { n: model.stalledDays.value }) },
          {
            label: t('standing'),
            value: (
              <span data-tone={row.stalled ? 'full' : undefined}>
                {row.age_days === null
                  ? t('unknownAge')
                  : row.stalled
                    ? t('stalledBy', { n: row.age_days - model.stalledDays.value })
                    : t('moving')}
              </span>
            ),
            sum: true,
          },
        ]}
      />
      <h3 className="mt-4 mb-1 text-table">{t('worth')}</h3>
      <Terms
        terms={[
          {
            label: words('expected'),
            value: row.expected_amount === null ? NONE : moneyExact(row.expected_amount, locale),
          },
          {
            label: t('share'),
            note: t(`basis.${row.basis}`, { grade: row.grade ?? t('ungraded'), n: row.sample }),
            rule: 'F-07',
            value: row.share === null ? NONE : rate(row.share),
          },
          {
            label: t('weighted'),
            value: weighed === null ? NONE : moneyExact(weighed, locale),
            sum: true,
          },
          { label: words('close'), value: row.expected_close_on ?? NONE },
        ]}
      />
      <p className="mt-2 text-ink-3 text-note">
        {t(row.basis === 'grade' ? 'enough' : 'tooFew', { limit: number(model.sampleLimit) })}
      </p>
    </>
  );
}
