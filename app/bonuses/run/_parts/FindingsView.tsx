import { useTranslations } from 'next-intl';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { column } from '@/lib/reports/columns';
import type { RunModel } from '../_model';

/** What is missing or odd, kind by kind; each opens its rows. */
export function FindingsView({ model }: { model: RunModel }) {
  const t = useTranslations('bonus_run');
  const codes = useTranslations('codes.bonus_run_finding');
  const rows = model.findings.map(({ finding, rule, open, waived }) => ({
    id: finding,
    finding_name: codes(finding),
    rule,
    open: open,
    waived,
    advice: open + waived > 0 ? t(`advice.${finding}`) : t('findings.done'),
  }));
  return (
    <ReportTable
      columns={tableColumns(
        [
          column.text('finding_name'),
          column.text('rule'),
          column.integer('open'),
          column.integer('waived'),
          column.text('advice'),
        ],
        [
          { name: 'finding_name', width: 150, phone: 'title' },
          { name: 'rule', width: 56, phone: 'meta' },
          { name: 'open', header: 'finding_open', width: 72, zero: 'dot', weight: 'strong', phone: 'value' },
          { name: 'waived', header: 'finding_waived', width: 72, zero: 'dot' },
          { name: 'advice', header: 'finding_advice', width: 420, weight: 'quiet' },
        ],
      )}
      rows={rows}
      rowKey="id"
      initialSort="-open"
      label={t('findings.table', { period: model.params.period })}
      density="comfortable"
      tools={false}
    />
  );
}
