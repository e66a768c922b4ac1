import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import { Section } from '@/app/_components/page/Section';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { useGroupName } from '@/app/pipeline/_parts/names';
import { column } from '@/lib/reports/columns';
import { winRates } from '@/lib/reports/win_rate';
import { splits } from '@/lib/rules/funnel_groups';
import { closedHref, type LostModel } from '../_model';
import { ViewTools } from './ViewTools';

const columns = tableColumns(
  [column.text('group_name'), ...winRates.columns],
  [
    { name: 'group_name', width: 140, phone: 'title' },
    { name: 'signed', width: 80, cell: { kind: 'link', column: 'signed_link' }, phone: 'meta' },
    { name: 'lost', width: 80, cell: { kind: 'link', column: 'lost_link' }, phone: 'meta' },
    { name: 'win_rate', width: 84, phone: 'value' },
    { name: 'win_rate', as: 'bar', header: '', cell: { kind: 'bar', max: 1 }, width: 160, hide: 'narrow' },
    { name: 'signed_amount', unit: 'wan', width: 120, phone: 'note' },
    { name: 'lost_amount', unit: 'wan', width: 120 },
    { name: 'mean_signed_amount', header: 'mean_signed', unit: 'wan', width: 130, hide: 'narrow' },
    { name: 'cycle_days', header: 'cycle', unit: 'days', digits: 1, width: 110, hide: 'narrow' },
  ],
);

/** Signed and lost by group of any split; a row opens its closed opportunities. */
export function GroupTable({ model }: { model: LostModel }) {
  const t = useTranslations('lost.groups');
  const words = useTranslations('funnel');
  const { by } = model.params;
  const nameOf = useGroupName(by);
  const rows = by === 'none' ? [model.whole] : model.groups;
  return (
    <>
      <Section
        title={t('title', { by: words(`by.${by}`) })}
        rule="F-04"
        tools={
          <>
            <Segments
              param="by"
              label={words('splits')}
              current={by}
              items={splits.map((one) => ({ value: one, label: words(`by.${one}`) }))}
            />
            <ViewTools model={model} />
          </>
        }
      />
      <ReportTable
        label={t('title', { by: words(`by.${by}`) })}
        columns={columns}
        rows={rows.map((row, i) => {
          const group = by === 'none' ? undefined : row.group;
          return {
            ...row,
            key: String(i),
            group_name: nameOf(row.group),
            link: closedHref(model, {}, group),
            signed_link: closedHref(model, { outcome: 'signed' }, group),
            lost_link: closedHref(model, { outcome: 'lost' }, group),
          };
        })}
        rowKey="key"
        opens={{ column: 'link' }}
        density="standard"
        tools={false}
      />
    </>
  );
}
