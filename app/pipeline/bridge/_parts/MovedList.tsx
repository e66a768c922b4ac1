import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { sourceHref } from '@/app/_components/rules/SourceRef';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { bridgeOpportunities } from '@/lib/reports/bridge_opportunities';
import type { BridgeModel } from '../_model';

const columns = tableColumns(bridgeOpportunities.columns, [
  { name: 'opportunity_id', width: 84, phone: 'meta' },
  { name: 'customer_name', width: 210, phone: 'title' },
  { name: 'grade', cell: { kind: 'grade' }, width: 50, phone: 'meta' },
  { name: 'department', weight: 'quiet', width: 92, hide: 'narrow' },
  { name: 'salesperson', cell: { kind: 'owner' }, width: 84, phone: 'meta' },
  { name: 'product', weight: 'quiet', width: 120, hide: 'narrow' },
  { name: 'created_on', width: 96, phone: 'note' },
  { name: 'closed_on', width: 96 },
  { name: 'amount', unit: 'wan', width: 120, weight: 'strong', phone: 'value' },
  { name: 'amount', as: 'bar', header: '', cell: { kind: 'bar' }, width: 92, hide: 'narrow' },
  { name: 'expected_amount', unit: 'wan', width: 108, hide: 'narrow' },
  { name: 'signed_amount', unit: 'wan', width: 108, hide: 'narrow' },
]);

/** The opportunities of the chosen bar; a row leads to its line in the file. */
export function MovedList({ model }: { model: BridgeModel }) {
  const t = useTranslations('bridge.list');
  const codes = useCodes();
  const { rows, movement, listed } = model;
  const tools = (
    // Seven bars are wider than a phone: they scroll by themselves.
    <div className="max-w-[calc(100vw-2*var(--edge))] overflow-x-auto">
      <Segments
        param="movement"
        label={t('label')}
        current={movement}
        items={rows.map((r) => ({
          value: r.movement,
          label: codes('movement')[r.movement] ?? r.movement,
          count: r.count,
        }))}
      />
    </div>
  );
  const title = codes('movement')[movement] ?? movement;
  if (listed.length === 0) {
    return (
      <Section title={title} tools={tools}>
        <Empty>{t('empty', { movement: title })}</Empty>
      </Section>
    );
  }
  return (
    <>
      <Section title={title} note={t('note', { n: listed.length })} rule="F-03" tools={tools} />
      <ReportTable
        label={title}
        columns={columns}
        rows={listed.map((row) => ({
          ...row,
          link:
            row.source_import === null || row.source_file === null || row.source_line === null
              ? null
              : sourceHref({
                  import: row.source_import,
                  file: row.source_file,
                  sheet: row.source_sheet,
                  line: row.source_line,
                }),
        }))}
        rowKey="opportunity_id"
        opens={{ column: 'link' }}
        initialSort="-amount"
        density="compact"
        tools={false}
      />
    </>
  );
}
