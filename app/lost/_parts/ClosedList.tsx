import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { opportunitiesClosed } from '@/lib/reports/opportunities_closed';
import type { LostModel } from '../_model';
import { ViewTools } from './ViewTools';

const columnsOf = (signed: boolean, year: string) =>
  tableColumns(opportunitiesClosed.columns, [
    { name: 'opportunity_id', width: 84, phone: 'meta' },
    { name: 'customer_name', width: 210, phone: 'title' },
    { name: 'grade', cell: { kind: 'grade' }, width: 50, phone: 'meta' },
    { name: 'department', weight: 'quiet', width: 92, hide: 'narrow' },
    { name: 'salesperson', cell: { kind: 'owner' }, width: 84, phone: 'meta' },
    { name: 'product', weight: 'quiet', width: 120, hide: 'narrow' },
    { name: 'created_on', year, width: 96, hide: 'narrow' },
    { name: 'closed_on', year, width: 84, phone: 'note' },
    { name: 'cycle_days', header: 'cycle', unit: 'days', width: 92 },
    ...(signed
      ? [{ name: 'signed_amount', unit: 'wan', width: 112, phone: 'value' as const }]
      : [
          { name: 'stage_reached', width: 92 },
          { name: 'lost_reason', width: 104, phone: 'note' as const },
        ]),
    { name: 'expected_amount', unit: 'wan', width: 128, ...(signed ? {} : { phone: 'value' as const }) },
  ]);

/** The lost opportunities, or the signed ones, the largest first; a row opens its way. */
export function ClosedList({ model }: { model: LostModel }) {
  const t = useTranslations('lost.list');
  const { listed, view, period, chosen, without } = model;
  const signed = view === 'signed';
  const title = t(signed ? 'signed' : 'lost');
  // Where nothing was closed the picture above has said so.
  if (model.whole.lost + model.whole.signed === 0) return null;
  if (listed.length === 0) {
    return (
      <Section title={title} tools={<ViewTools model={model} />}>
        <Empty>{t(signed ? 'noneSigned' : 'noneLost', { period: period.name })}</Empty>
      </Section>
    );
  }
  return (
    <>
      <Section
        title={title}
        note={t(!signed && (without || chosen.length > 0) ? 'ofReason' : 'note', { n: listed.length })}
        rule={signed ? 'F-06' : 'F-09'}
        tools={<ViewTools model={model} />}
      />
      <ReportTable
        label={title}
        columns={columnsOf(signed, model.params.period.slice(0, 4))}
        rows={listed}
        rowKey="opportunity_id"
        initialSort={signed ? '-signed_amount' : '-expected_amount'}
        density="compact"
        tools={false}
      />
    </>
  );
}
