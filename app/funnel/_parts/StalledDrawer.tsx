import { useLocale, useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { daysBetween, moneyExact, NONE } from '@/lib/format';
import type { FunnelModel, OpenDetail } from '../_model';

interface Props {
  model: FunnelModel;
  detail: OpenDetail;
  tab: string | undefined;
}

/** One stalled opportunity: how its age was reckoned, its own line, and its way through the stages. */
export function StalledDrawer({ model, detail, tab }: Props) {
  const t = useTranslations('funnel');
  const { row } = detail;
  const tabs = [{ id: 'how' as const }, { id: 'rows' as const, count: 1 }, { id: 'history' as const }];
  const shown = tabOf(tabs, tab);
  const note = [row.opportunity_id, row.customer_id, row.department, row.product].filter(Boolean).join(' · ');
  return (
    <Drawer
      title={row.name ?? row.customer_name ?? row.opportunity_id}
      note={
        <>
          {note} · {row.salesperson ?? <span data-tone="full">{t('none.salesperson')}</span>}
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
        <Way model={model} detail={detail} />
      )}
    </Drawer>
  );
}

function How({ model, detail }: { model: FunnelModel; detail: OpenDetail }) {
  const t = useTranslations('funnel.detail');
  const locale = useLocale();
  const codes = useCodes();
  const { row } = detail;
  const stage = row.stage ? (codes('stage')[row.stage] ?? row.stage) : NONE;
  const age = row.age_days ?? 0;
  const limit = model.stalledDays.value;
  return (
    <Terms
      terms={[
        { label: t('created'), value: row.created_on ?? NONE },
        { label: t('entered', { stage }), rule: 'F-02', value: row.entered_on ?? NONE },
        { label: t('asOf'), value: model.params.as_of },
        { label: t('age'), rule: 'F-05', value: t('days', { n: age }) },
        { label: t('limit'), rule: 'F-05', value: t('days', { n: limit }) },
        { label: t('late'), value: t('days', { n: age - limit }), sum: true },
        {
          label: t('expected'),
          value: row.expected_amount === null ? NONE : moneyExact(row.expected_amount, locale),
        },
        { label: t('close'), value: row.expected_close_on ?? NONE },
      ]}
    />
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

function Way({ model, detail }: { model: FunnelModel; detail: OpenDetail }) {
  const t = useTranslations('funnel.detail');
  const codes = useCodes();
  const { way } = detail;
  if (way.length === 0) return <p className="text-ink-3 text-table">{t('noWay')}</p>;
  return (
    <>
      <p className="mb-1 text-ink-3 text-note">{t('wayNote')}</p>
      <ol className="text-table leading-6">
        {way.map(({ stage, on }, i) => (
          <li key={stage} className="flex gap-3 border-line border-b last:border-b-0">
            <span className="w-20 flex-none">{on}</span>
            <span className="flex-1">{codes('stage')[stage] ?? stage}</span>
            <span className="text-ink-3">
              {t('next', { days: daysBetween(on, way[i + 1]?.on ?? model.params.as_of) })}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
