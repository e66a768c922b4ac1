import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { dayWords } from '@/lib/format';
import { opportunitiesOpen } from '@/lib/reports/opportunities_open';
import type { FunnelModel } from '../_model';

const columnsAt = (year: string) =>
  tableColumns(opportunitiesOpen.columns, [
    { name: 'opportunity_id', width: 84, phone: 'meta' },
    { name: 'customer_name', width: 200, phone: 'title' },
    { name: 'grade', cell: { kind: 'grade' }, phone: 'meta' },
    { name: 'department', weight: 'quiet', width: 92, hide: 'narrow' },
    { name: 'salesperson', cell: { kind: 'owner' }, width: 84, phone: 'meta' },
    { name: 'product', weight: 'quiet', width: 116, hide: 'narrow' },
    { name: 'stage', width: 92, phone: 'note' },
    { name: 'entered_on', year, width: 96 },
    { name: 'age_days', unit: 'days', width: 72, phone: 'note' },
    { name: 'age_days', as: 'age_bar', header: '', cell: { kind: 'bar' }, width: 92, hide: 'narrow' },
    { name: 'expected_amount', unit: 'wan', width: 120, phone: 'value' },
  ]);

/** The open opportunities that have stood in one stage for too long, the largest first; a row opens its reckoning. */
export function StalledList({ model }: { model: FunnelModel }) {
  const t = useTranslations('funnel.stalled');
  const locale = useLocale();
  const { params, stalled, summary, stalledDays } = model;
  // Where nothing is open the picture above has said so.
  if (summary.open === 0) return null;
  if (stalled.length === 0) {
    const day = dayWords(params.as_of, locale, params.as_of);
    return (
      <Section title={t('title')} rule="F-05">
        <Empty>{t('empty', { day, open: summary.open, days: stalledDays.value })}</Empty>
      </Section>
    );
  }
  return (
    <ReportTable
      title={t('title')}
      note={t(stalled.length < summary.stalled ? 'largest' : 'note', {
        n: stalled.length,
        all: summary.stalled,
      })}
      rule="F-05"
      columns={columnsAt(params.as_of)}
      rows={stalled}
      rowKey="opportunity_id"
      initialSort="-expected_amount"
      density="compact"
    />
  );
}
