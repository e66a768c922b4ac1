import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { blacklist } from '@/lib/reports/blacklist';
import { column } from '@/lib/reports/columns';
import type { ListModel } from '../_model';

/** What a row is shown with beside the columns of the report. */
const listed = [...blacklist.columns, column.code('state', 'list_state')];

const columnsAt = (english: boolean): TableColumn[] =>
  tableColumns(listed, [
    {
      name: 'name',
      header: 'customer',
      cell: { kind: 'name', id: 'customer_id' },
      width: 216,
      phone: 'title',
    },
    { name: 'scope', width: english ? 92 : 56, phone: 'meta' },
    { name: 'department', weight: 'quiet', width: english ? 92 : 76, phone: 'meta' },
    {
      name: 'state',
      width: english ? 96 : 76,
      cell: { kind: 'status', tones: { suggested: 'full', proposed: 'full', listed: 'over' } },
      phone: 'meta',
    },
    { name: 'listed_on', width: 100, phone: 'note' },
    { name: 'removed_on', width: 100, hide: 'narrow' },
    { name: 'business_since', cell: { kind: 'late' }, width: english ? 104 : 84, phone: 'value' },
    { name: 'reason', weight: 'quiet', width: 200, hide: 'narrow' },
  ]);

/** The lists: what waits for a confirmation first, then the latest listed. */
export function ListTable({ model }: { model: ListModel }) {
  const t = useTranslations('blacklist');
  const english = useLocale() === 'en';
  const { params, rows, view } = model;
  if (rows.length === 0) {
    const chosen = (['department', 'region', 'owner'] as const).flatMap((param) =>
      params[param]?.length ? [{ param, label: t(`filter.${param}`), value: params[param].join(' ') }] : [],
    );
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    return <Empty>{t(`empty.${view ?? 'listed'}`, { day: params.as_of })}</Empty>;
  }
  return (
    <ReportTable
      columns={columnsAt(english)}
      rows={rows}
      rowKey="key"
      label={t('table', { day: params.as_of, n: rows.length })}
      tools={true}
      density="compact"
      groupBy={{
        column: 'state',
        groups: (['suggested', 'proposed', 'listed', 'ended'] as const).map((value) => ({
          value,
          label: t(`sections.${value}.label`),
          note: t(`sections.${value}.note`),
        })),
      }}
      initialSort="-listed_on"
    />
  );
}
