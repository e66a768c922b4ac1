import { useTranslations } from 'next-intl';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { bonus } from '@/lib/reports/bonus';
import type { HrModel } from '../_hr';

/** Everybody's last month, each leading to the statement. */
export function TechnicianTable({ model }: { model: HrModel }) {
  const t = useTranslations('overview.table');
  const { period, rows, base } = model;
  if (rows.length === 0) return <p className="state">{t('emptyHr', { period })}</p>;
  const of = (shown: Parameters<typeof tableColumns>[1]) => tableColumns(bonus.columns, shown);
  return (
    <ReportTable
      key="hr"
      columns={[
        ...of([
          {
            name: 'name',
            header: 'technician',
            width: 130,
            cell: { kind: 'name', id: 'technician_id' },
            phone: 'title',
          },
          { name: 'role', width: 84, phone: 'meta' },
        ]),
        { name: 'region', type: 'text', width: 70, phone: 'meta' },
        ...of([
          { name: 'net_points', width: 84, phone: 'note' },
          {
            name: 'net_points',
            as: 'bar',
            header: '',
            width: 220,
            cell: { kind: 'points-bar', base: Number(base) },
          },
          { name: 'performance_pay', zero: 'dot' },
          { name: 'praise', zero: 'dot', hide: 'narrow' },
          { name: 'savings', zero: 'dot', hide: 'narrow' },
        ]),
        { name: 'fines', type: 'money', zero: 'dot' },
        ...of([{ name: 'total', weight: 'strong', phone: 'value' }]),
      ]}
      rows={rows.map((row) => ({ ...row }))}
      rowKey="technician_id"
      initialSort="-total"
      title={t('technicians')}
      note={t('techniciansNote', { period })}
      opens={{ href: `/bonuses/{technician_id}?period=${period}` }}
      density="standard"
    />
  );
}
