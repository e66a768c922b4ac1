import { useTranslations } from 'next-intl';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { cohorts } from '@/lib/reports/cohorts';
import { type CohortModel, cohortHref } from '../_model';

const columns = tableColumns(cohorts.columns, [
  { name: 'month', width: 84, phone: 'title' },
  { name: 'created', header: 'created_month', width: 76, phone: 'value', weight: 'strong' },
  { name: 'amount', unit: 'wan', width: 100, hide: 'narrow' },
  { name: 'signed', width: 64, cell: { kind: 'link', column: 'signed_link' }, phone: 'meta' },
  { name: 'signed_amount', unit: 'wan', width: 104, hide: 'narrow' },
  { name: 'lost', width: 64, cell: { kind: 'link', column: 'lost_link' }, phone: 'meta' },
  { name: 'open', width: 64, cell: { kind: 'link', column: 'open_link' }, phone: 'meta' },
  { name: 'signed_rate', header: 'signed_of', width: 92, phone: 'note' },
  { name: 'signed_rate', as: 'bar', header: '', cell: { kind: 'bar', max: 1 }, width: 84, hide: 'narrow' },
  { name: 'win_rate', width: 76 },
  { name: 'signed_30', header: 'within_30', width: 88, hide: 'narrow' },
  { name: 'signed_60', header: 'within_60', width: 88, hide: 'narrow' },
  { name: 'signed_90', header: 'within_90', width: 88 },
  { name: 'signed_180', header: 'within_180', width: 92, hide: 'narrow' },
  { name: 'cycle_days', header: 'cycle', unit: 'days', digits: 1, width: 88 },
]);

/** Month by month; a row and each count open exactly their opportunities. */
export function CohortTable({ model }: { model: CohortModel }) {
  const t = useTranslations('cohorts.table');
  return (
    <ReportTable
      title={t('title')}
      note={t('note')}
      rule="F-06"
      columns={columns}
      rows={model.rows.toReversed().map((row) => {
        const month = { from: row.month, to: row.month };
        return {
          ...row,
          link: cohortHref(model, month),
          signed_link: cohortHref(model, { ...month, state: 'signed' }),
          lost_link: cohortHref(model, { ...month, state: 'lost' }),
          open_link: cohortHref(model, { ...month, state: 'open' }),
        };
      })}
      rowKey="month"
      opens={{ column: 'link' }}
      density="standard"
      tools={false}
    />
  );
}
