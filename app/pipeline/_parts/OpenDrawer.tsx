import { useLocale, useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { SourceRef } from '@/app/_components/rules/SourceRef';
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
  const words = useTranslations('funnel');
  const { row } = detail;
  const tabs = [{ id: 'how' as const }, { id: 'rows' as const, count: 1 }, { id: 'history' as const }];
  const shown = tabOf(tabs, tab);
  const note = [row.opportunity_id, row.customer_id, row.department, row.product].filter(Boolean).join(' · ');
  return (
    <Drawer
      title={row.name ?? row.customer_name ?? row.opportunity_id}
      note={
        <>
          {note} · {row.salesperson ?? <span data-tone="full">{words('none.salesperson')}</span>}
        </>
      }
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? (
        <How model={model} detail={detail} />
      ) : shown === 'rows' ? (
        <OwnLine detail={detail} />
      ) : (
        <Way detail={detail} />
      )}
    </Drawer>
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

function OwnLine({ detail }: { detail: OpenDetail }) {
  const t = useTranslations('funnel.detail');
  const { source_import, source_file: file, source_sheet: sheet, source_line: line } = detail.row;
  return (
    <>
      <h3 className="mb-1 text-table">{t('source')}</h3>
      {source_import === null || file === null || line === null ? (
        NONE
      ) : (
        <SourceRef source={{ import: source_import, file, sheet, line }} />
      )}
    </>
  );
}

function Way({ detail }: { detail: OpenDetail }) {
  const t = useTranslations('funnel.detail');
  const way = useTranslations('pipeline.detail');
  const codes = useCodes();
  if (detail.way.length === 0) return <p className="text-ink-3 text-table">{t('noWay')}</p>;
  return (
    <>
      <p className="mb-1 text-ink-3 text-note">{way('way')}</p>
      <ol className="text-table leading-6">
        {detail.way.map(({ stage, entered_on, days }) => (
          <li key={`${entered_on}${stage}`} className="flex gap-3 border-line border-b last:border-b-0">
            <span className="w-20 flex-none">{entered_on}</span>
            <span className="flex-1">{codes('stage')[stage] ?? stage}</span>
            <span className="text-ink-3">{t('next', { days })}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
