import { useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { visits } from '@/lib/reports/visits';
import { keyOf, type VisitsModel } from '../_model';
import { useGroupName } from './names';

function columnsFor(by: string): TableColumn[] {
  return [
    ...tableColumns(visits.columns, [
      { name: 'group', header: by, width: 96, phone: 'title' },
      {
        name: 'done',
        header: 'done_of_planned',
        cell: { kind: 'fraction', of: 'planned' },
        width: 84,
        phone: 'note',
      },
      { name: 'contacts', width: 70, hide: 'narrow' },
      {
        name: 'customers_visited',
        header: 'visited_of_assigned',
        cell: { kind: 'fraction', of: 'customers_assigned' },
        width: 92,
        phone: 'meta',
      },
      { name: 'coverage', width: 74, digits: 0, weight: 'strong', phone: 'value' },
      { name: 'coverage', as: 'bar', header: '', cell: { kind: 'bar', max: 1 }, width: 60, hide: 'narrow' },
      { name: 'top_decile_share', width: 84, digits: 0, hide: 'narrow' },
      { name: 'approval_breaches', width: 84, zero: 'dot', cell: { kind: 'late' } },
      { name: 'minutes_due', width: 84, hide: 'narrow' },
      { name: 'minutes_late', width: 70, zero: 'dot', cell: { kind: 'late' }, phone: 'note' },
      { name: 'minutes_pending', width: 74, zero: 'dot', hide: 'narrow' },
      { name: 'cold_call_share', width: 84, digits: 0, hide: 'narrow' },
      { name: 'visited_and_bought', width: 84, zero: 'dot' },
      { name: 'strike_rate', width: 74, digits: 0 },
      { name: 'new_customers', width: 84, zero: 'dot', hide: 'narrow' },
    ]),
  ];
}

/** One line a salesperson, department or region; it opens how its figures came about and the periods before. */
export function VisitsTable({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits');
  const nameOf = useGroupName();
  const { rows, params } = model;
  if (rows.length === 0) {
    const chosen = (['department', 'region', 'owner', 'grade', 'tier', 'product'] as const).flatMap(
      (param) =>
        params[param]?.length ? [{ param, label: t(`filter.${param}`), value: params[param].join(' ') }] : [],
    );
    return chosen.length > 0 ? (
      <EmptyFiltered filters={chosen} />
    ) : (
      <Empty>{t('empty', { period: params.period })}</Empty>
    );
  }
  return (
    <div className="flex min-h-[220px] flex-1 flex-col max-desk:block">
      <ReportTable
        key={params.by}
        columns={columnsFor(params.by)}
        rows={rows.map((r) => ({
          ...r,
          key: keyOf(r.group),
          group: nameOf(params.by, r.group),
        }))}
        rowKey="key"
        label={t('table', { n: rows.length, by: params.by })}
        title={t('table', { n: rows.length, by: params.by })}
        note={t('tableNote')}
        initialSort="-coverage"
      />
    </div>
  );
}
