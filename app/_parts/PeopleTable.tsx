import { useLocale, useTranslations } from 'next-intl';
import { type ColumnUi, tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { dayWords } from '@/lib/format';
import { overviewPeople } from '@/lib/reports/overview_people';
import type { OverviewModel } from '../_model';

const figures: ColumnUi[] = [
  { name: 'net_sales', header: 'net_sales_year', unit: 'wan', width: 116 },
  { name: 'net_sales_month', unit: 'wan', width: 116 },
  { name: 'open', header: 'open_deals', unit: 'deals', width: 84 },
  { name: 'open_amount', header: 'pipeline_amount', unit: 'wan', width: 108, hide: 'narrow' },
  { name: 'stalled', unit: 'deals', width: 84 },
  { name: 'idle', unit: 'customers', width: 84, phone: 'note' },
  { name: 'value_at_stake', unit: 'wan', width: 116, phone: 'value' },
  { name: 'value_at_stake', as: 'bar', header: '', width: 110, cell: { kind: 'bar' }, hide: 'narrow' },
];
const person: ColumnUi = { name: 'salesperson', cell: { kind: 'owner' }, width: 132, phone: 'title' };

/** By department and salesperson for a director, by salesperson alone for a regional manager. */
export function PeopleTable({ model }: { model: OverviewModel }) {
  const t = useTranslations('overview.table');
  const locale = useLocale();
  const { people, params, view } = model;
  const day = dayWords(params.as_of, locale, params.as_of);
  if (people.rows.length === 0) return <p className="state">{t('empty', { day })}</p>;
  const director = view === 'director';
  const columns = director
    ? [{ ...person, header: 'department_salesperson' }, ...figures]
    : [person, { name: 'department', width: 110, phone: 'meta' as const }, ...figures];
  return (
    // A table of its own in each view: the order of one says nothing of another.
    <ReportTable
      key={view}
      columns={tableColumns(overviewPeople.columns, columns)}
      rows={people.rows}
      rowKey="_row"
      initialSort="-value_at_stake"
      title={t(director ? 'people' : 'owners')}
      note={t(director ? 'peopleNote' : 'ownersNote', { day })}
      opens={{ column: 'href' }}
      groupBy={
        director
          ? {
              column: 'department',
              groups: people.departments.map((d) => ({ value: d, label: d ?? t('none') })),
              totals: people.totals,
              count: false,
            }
          : undefined
      }
      total={people.whole}
      totalLabel={t('total')}
      density="compact"
    />
  );
}
