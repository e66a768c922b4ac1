import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { Largest } from '@/app/_components/table/Largest';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { column } from '@/lib/reports/columns';
import { demotions } from '@/lib/reports/demotions';
import type { CasesModel } from '../_model';

/** What a row is shown with beside the columns of the report. */
const listed = [
  ...demotions.columns,
  column.code('tier', 'tier'),
  column.integer('days_late'),
  column.integer('problems'),
  column.text('period'),
];

const columnsAt = (year: string, english: boolean): TableColumn[] =>
  tableColumns(listed, [
    {
      name: 'name',
      header: 'customer',
      cell: { kind: 'name', id: 'customer_id' },
      width: 220,
      phone: 'title',
    },
    { name: 'department', weight: 'quiet', width: english ? 84 : 76, phone: 'meta' },
    {
      name: 'tier',
      header: 'move',
      cell: { kind: 'move', to: 'proposed_tier' },
      width: english ? 136 : 96,
      phone: 'meta',
    },
    { name: 'problem', width: english ? 132 : 90, phone: 'note' },
    { name: 'problems', header: 'problem_count', width: english ? 66 : 56, hide: 'narrow' },
    { name: 'found_on', year, width: 72 },
    { name: 'due_on', year, width: 72, phone: 'note' },
    { name: 'days_late', unit: 'days', cell: { kind: 'late' }, width: 84, phone: 'value' },
    {
      name: 'days_late',
      as: 'bar',
      header: '',
      cell: { kind: 'bar', color: 'var(--over)' },
      width: 70,
      hide: 'narrow',
    },
    { name: 'score', digits: 2, width: 64, hide: 'narrow' },
    { name: 'period', header: 'in_review', width: 64, hide: 'narrow' },
  ]);

/** As many cases as the list holds; the file has them all. */
const LISTED = 1000;

/** The open cases, the longest overdue first; a row opens its problems. */
export function CaseList({ model }: { model: CasesModel }) {
  const t = useTranslations('demotions');
  const english = useLocale() === 'en';
  const { params, rows, view, counts } = model;
  if (rows.length === 0) {
    const chosen = (['department', 'region', 'owner', 'grade', 'product'] as const).flatMap((param) =>
      params[param]?.length ? [{ param, label: t(`filter.${param}`), value: params[param].join(' ') }] : [],
    );
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    return (
      <Empty>{t(view === null ? 'empty.all' : `empty.${view}`, { day: params.as_of, n: counts.all })}</Empty>
    );
  }
  return (
    <ReportTable
      columns={columnsAt(params.as_of, english)}
      // They come the most urgent first.
      rows={rows.slice(0, LISTED)}
      {...(rows.length > LISTED
        ? {
            note: (
              <Largest
                by="urgent"
                shown={LISTED}
                n={counts.all}
                href={href('/rows/demotions', {}, asked(params))}
              />
            ),
          }
        : {})}
      rowKey="customer_id"
      label={t('table', { day: params.as_of, n: rows.length })}
      tools={true}
      density="compact"
      initialSort="due_on"
    />
  );
}
