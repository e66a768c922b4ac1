import { useTranslations } from 'next-intl';
import { EmptyFiltered } from '@/app/_components/page/states';
import type { Row, TableColumn } from '@/app/_components/table/columns';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { bonus } from '@/lib/reports/bonus';
import type { BonusesModel } from '../_model';
import { negative } from '../_sums';

/** Columns that the page adds to the report's: place, jobs, and rewards and fines each in one. */
const place: TableColumn[] = [
  { name: 'region', type: 'text', width: 54, phone: 'meta' },
  { name: 'jobs', type: 'integer', width: 44, hide: 'narrow' },
];
const sums: TableColumn[] = [
  { name: 'rewards', type: 'money', width: 90, zero: 'dot', hide: 'narrow' },
  { name: 'fines', type: 'money', width: 76, zero: 'dot' },
];

function columnsOf(base: number): TableColumn[] {
  const of = (shown: Parameters<typeof tableColumns>[1]) => tableColumns(bonus.columns, shown);
  return [
    ...of([
      {
        name: 'name',
        header: 'technician',
        width: 96,
        cell: { kind: 'name', id: 'technician_id' },
        phone: 'title',
      },
      { name: 'role', width: 66, phone: 'meta' },
    ]),
    ...place,
    ...of([
      { name: 'gross_points', width: 72, hide: 'narrow' },
      { name: 'repeat_points', width: 64, zero: 'dot', hide: 'narrow' },
    ]),
    { name: 'safety_points', type: 'decimal', width: 54, zero: 'dot', hide: 'narrow' },
    ...of([
      { name: 'net_points', width: 64, weight: 'strong', phone: 'note' },
      { name: 'net_points', as: 'bar', header: '', width: 96, cell: { kind: 'points-bar', base } },
      { name: 'excess_points', width: 68, zero: 'dot', hide: 'narrow' },
      { name: 'performance_pay', width: 78, zero: 'dot' },
    ]),
    ...sums,
    ...of([{ name: 'total', width: 84, weight: 'strong', phone: 'value' }]),
  ];
}

/** Everybody's month: what is taken away bears its minus, so that a line adds up as it stands. */
export function BonusTable({ model }: { model: BonusesModel }) {
  const t = useTranslations('bonuses');
  const { params, rows, totals, view } = model;
  if (rows.length === 0) {
    const filters = [
      ...(['region', 'department'] as const).flatMap((param) =>
        params[param]?.length ? [{ param, label: t(`filter.${param}`), value: params[param].join(' ') }] : [],
      ),
      ...(view ? [{ param: 'view', label: t('filter.view'), value: t(`views.${view}`) }] : []),
    ];
    return filters.length > 0 ? (
      <EmptyFiltered filters={filters} />
    ) : (
      <p className="state">{t('empty', { period: params.period })}</p>
    );
  }
  const shown: Row[] = rows.map(({ closed, ...row }) => ({
    ...row,
    repeat_points: negative(row.repeat_points),
    safety_points: negative(row.safety_points),
  }));
  return (
    <ReportTable
      columns={columnsOf(Number(model.base))}
      rows={shown}
      rowKey="technician_id"
      initialSort="-total"
      label={t('table', { period: params.period, n: rows.length })}
      total={totals}
      totalLabel={t('totals', { n: rows.length })}
      density="comfortable"
      tools={false}
    />
  );
}
