import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { sourceHref } from '@/app/_components/rules/SourceRef';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { processItems } from '@/lib/reports/process_funnel';
import type { ProcessModel } from '../_model';

const columns = tableColumns(processItems.columns, [
  { name: 'item_id', width: 120, phone: 'meta' },
  { name: 'name', header: 'customer', width: 240, phone: 'title' },
  { name: 'department', weight: 'quiet', width: 110, hide: 'narrow' },
  { name: 'owner', weight: 'quiet', width: 100, hide: 'narrow' },
  { name: 'started_on', width: 110, phone: 'note' },
  { name: 'last_on', width: 110, phone: 'value' },
]);

/** The items that stand at the chosen stage, the oldest first; a row leads to its line in the file. */
export function ItemList({ model }: { model: ProcessModel }) {
  const t = useTranslations('processes.list');
  const codes = useCodes();
  const name = codes('process_stage')[model.stage] ?? model.stage;
  if (model.listed.length === 0) {
    return (
      <Section title={t('title', { stage: name })}>
        <Empty>{t('empty', { stage: name })}</Empty>
      </Section>
    );
  }
  // Households have neither department nor owner: columns that say nothing are not shown.
  const said = columns.filter(
    ({ name }) => !['department', 'owner'].includes(name) || model.listed.some((row) => row[name as 'owner']),
  );
  return (
    <ReportTable
      title={t('title', { stage: name })}
      note={t('note', { n: model.listed.length })}
      rule="F-08"
      columns={said}
      rows={model.listed.map((row) => ({
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
      rowKey="item_id"
      opens={{ column: 'link' }}
      density="compact"
    />
  );
}
