import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NONE } from '@/lib/format';
import { SourceRef } from '../rules/SourceRef';
import { useCodes } from '../table/ReportTable';
import { Drawer, tabOf } from './Drawer';

interface Opportunity {
  opportunity_id: string;
  name: string | null;
  customer_id: string | null;
  customer_name: string | null;
  department: string | null;
  product: string | null;
  salesperson: string | null;
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
}

interface Step {
  stage: string;
  on: string;
  /** Days until the next step; null after the last one of a closed opportunity. */
  days: number | null;
}

interface Props {
  row: Opportunity;
  way: readonly Step[];
  /** What the days of the way are. */
  wayNote: string;
  tab: string | undefined;
  /** How its figures came about. */
  children: ReactNode;
}

/** One opportunity: how its figures came about, its own line, and its way through the stages. */
export function OpportunityDrawer({ row, way, wayNote, tab, children }: Props) {
  const t = useTranslations('funnel');
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
        children
      ) : shown === 'rows' ? (
        <OwnLine row={row} />
      ) : (
        <Way way={way} note={wayNote} />
      )}
    </Drawer>
  );
}

function OwnLine({ row }: { row: Opportunity }) {
  const t = useTranslations('funnel.detail');
  const { source_import, source_file: file, source_sheet: sheet, source_line: line } = row;
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

function Way({ way, note }: { way: readonly Step[]; note: string }) {
  const t = useTranslations('funnel.detail');
  const codes = useCodes();
  if (way.length === 0) return <p className="text-ink-3 text-table">{t('noWay')}</p>;
  return (
    <>
      <p className="mb-1 text-ink-3 text-note">{note}</p>
      <ol className="text-table leading-6">
        {way.map(({ stage, on, days }) => (
          <li key={`${on}${stage}`} className="flex gap-3 border-line border-b last:border-b-0">
            <span className="w-20 flex-none">{on}</span>
            <span className="flex-1">{codes('stage')[stage] ?? stage}</span>
            {days === null ? null : <span className="text-ink-3">{t('next', { days })}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
