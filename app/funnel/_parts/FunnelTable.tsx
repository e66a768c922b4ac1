import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { funnel } from '@/lib/reports/funnel';
import { cellHref, type FunnelModel } from '../_model';
import { useGroupName } from './names';
import { PictureOrTable } from './PictureOrTable';

const columns = tableColumns(funnel.columns, [
  { name: 'stage', width: 130, phone: 'title' },
  { name: 'reached', unit: 'deals', weight: 'strong', phone: 'value' },
  { name: 'reached', as: 'bar', header: '', cell: { kind: 'bar' }, width: 140, hide: 'narrow' },
  { name: 'amount', unit: 'wan', phone: 'note' },
  { name: 'step_rate', phone: 'meta' },
  { name: 'overall_rate', phone: 'meta' },
  { name: 'median_days', unit: 'days', digits: 1, width: 96 },
  { name: 'p90_days', unit: 'days', digits: 1, width: 96 },
]);

/** Every row of the report: the whole first, then each group; a row opens its opportunities. */
export function FunnelTable({ model }: { model: FunnelModel }) {
  const t = useTranslations('funnel');
  const nameOf = useGroupName(model.params.by);
  const groups = [
    { name: t('whole'), key: 'whole', rows: model.whole.rows, group: undefined },
    ...model.groups.map((g) => ({
      name: nameOf(g.group),
      key: `group:${g.group ?? ''}`,
      rows: g.rows,
      group: g.group,
    })),
  ];
  const rows = groups.flatMap(({ key, rows: own, group }) =>
    own.map((row) => ({
      ...row,
      section: key,
      key: `${key}/${row.stage}`,
      href: row.reached > 0 ? cellHref(model, row.stage, group) : null,
    })),
  );
  return (
    <>
      <Section
        title={t('table.title')}
        note={t('table.note', { groups: model.groups.length, n: rows.length })}
        rule="F-05"
        tools={<PictureOrTable current="table" />}
      />
      <ReportTable
        columns={columns}
        rows={rows}
        rowKey="key"
        label={t('table.title')}
        tools={false}
        opens={{ column: 'href' }}
        groupBy={{
          column: 'section',
          groups: groups.map(({ key, name }) => ({ value: key, label: name })),
          count: false,
        }}
      />
    </>
  );
}
