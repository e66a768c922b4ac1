import { useLocale, useTranslations } from 'next-intl';
import { EmptyFiltered } from '@/app/_components/page/states';
import { type ColumnUi, type Row, type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { bonus } from '@/lib/reports/bonus';
import { column } from '@/lib/reports/columns';
import type { BonusesModel } from '../_model';
import { negative } from '../_sums';

/** Pixels of the columns: with the rail beside it the table has 1,020, and the words of the heads differ in length. */
const widths = {
  zh: [100, 60, 50, 44, 70, 66, 52, 74, 98, 70, 82, 84, 80, 88],
  en: [84, 72, 54, 44, 72, 64, 54, 72, 84, 68, 78, 98, 84, 88],
} as const;

/** The report's columns, and those that the page adds: place, jobs, and rewards and fines each in one. */
function columnsOf(base: number, locale: string): TableColumn[] {
  const english = locale === 'en';
  const columns: ColumnUi[] = [
    {
      name: 'name',
      header: 'technician',
      cell: { kind: 'name', ...(english ? {} : { id: 'technician_id' }) },
      phone: 'title',
    },
    { name: 'role', phone: 'meta' },
    { name: 'region', phone: 'meta' },
    { name: 'jobs', hide: 'narrow' },
    { name: 'gross_points', hide: 'narrow' },
    { name: 'repeat_points', zero: 'dot', hide: 'narrow' },
    { name: 'safety_points', zero: 'dot', hide: 'narrow' },
    { name: 'net_points', weight: 'strong', phone: 'note' },
    { name: 'net_points', as: 'bar', header: '', cell: { kind: 'points-bar', base } },
    { name: 'excess_points', zero: 'dot', hide: 'narrow' },
    { name: 'performance_pay', zero: 'dot' },
    { name: 'rewards', zero: 'dot', hide: 'narrow' },
    { name: 'fines', zero: 'dot' },
    { name: 'total', weight: 'strong', phone: 'value' },
  ];
  return tableColumns(
    [
      // Accidents cost whole points or parts of one: as many places as there are.
      ...bonus.columns.map((c) => (c.name === 'safety_points' ? column.decimal(c.name) : c)),
      column.text('region'),
      column.integer('jobs'),
      column.money('rewards'),
      column.money('fines'),
    ],
    columns.map((ui, i) => ({ ...ui, width: widths[english ? 'en' : 'zh'][i] })),
  );
}

/** Everybody's month: what is taken away bears its minus, so that a line adds up as it stands. */
export function BonusTable({ model }: { model: BonusesModel }) {
  const t = useTranslations('bonuses');
  const locale = useLocale();
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
      columns={columnsOf(Number(model.base), locale)}
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
