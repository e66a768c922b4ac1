import { useLocale, useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { moneyExact, NONE } from '@/lib/format';
import type { ClosedDetail } from '../_model';

/** One closed opportunity: what it was worth and how long it took, its own line, and its way through the stages. */
export function ClosedDrawer({ detail, tab }: { detail: ClosedDetail; tab: string | undefined }) {
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
        <How detail={detail} />
      ) : shown === 'rows' ? (
        <OwnLine detail={detail} />
      ) : (
        <Way detail={detail} />
      )}
    </Drawer>
  );
}

function How({ detail }: { detail: ClosedDetail }) {
  const t = useTranslations('lost.detail');
  const words = useTranslations('funnel.detail');
  const locale = useLocale();
  const codes = useCodes();
  const { row } = detail;
  const amount = (value: string | null) => (value === null ? NONE : moneyExact(value, locale));
  return (
    <Terms
      terms={[
        { label: words('created'), value: row.created_on ?? NONE },
        { label: t('closed'), rule: 'F-06', value: row.closed_on ?? NONE },
        {
          label: t('cycle'),
          rule: 'F-06',
          value: row.cycle_days === null ? NONE : words('days', { n: row.cycle_days }),
        },
        {
          label: t('reached'),
          rule: 'F-02',
          value: row.stage_reached ? (codes('stage')[row.stage_reached] ?? row.stage_reached) : NONE,
        },
        { label: words('expected'), value: amount(row.expected_amount) },
        ...(row.outcome === 'signed'
          ? [{ label: t('signed'), value: amount(row.signed_amount), sum: true }]
          : [
              {
                label: t('reason'),
                rule: 'F-09',
                value: row.lost_reason ?? <span data-tone="full">{t('noReason')}</span>,
                sum: true,
              },
            ]),
      ]}
    />
  );
}

function OwnLine({ detail }: { detail: ClosedDetail }) {
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

function Way({ detail }: { detail: ClosedDetail }) {
  const t = useTranslations('funnel.detail');
  const way = useTranslations('pipeline.detail');
  const codes = useCodes();
  if (detail.way.length === 0) return <p className="text-ink-3 text-table">{t('noWay')}</p>;
  return (
    <>
      <p className="mb-1 text-ink-3 text-note">{way('way')}</p>
      <ol className="text-table leading-6">
        {detail.way.map(({ stage, entered_on, days }, i) => (
          <li key={`${entered_on}${stage}`} className="flex gap-3 border-line border-b last:border-b-0">
            <span className="w-20 flex-none">{entered_on}</span>
            <span className="flex-1">{codes('stage')[stage] ?? stage}</span>
            {i < detail.way.length - 1 ? <span className="text-ink-3">{t('next', { days })}</span> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
