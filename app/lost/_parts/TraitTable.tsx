import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { column } from '@/lib/reports/columns';
import { traits, winLoss } from '@/lib/reports/win_loss';
import { type LostModel, traitHref } from '../_model';
import { useTraitNames } from './names';
import { ViewTools } from './ViewTools';

const columns = tableColumns(
  [column.text('group_name'), ...winLoss.columns],
  [
    { name: 'group_name', header: 'value', width: 170, phone: 'title' },
    { name: 'signed', width: 80, phone: 'meta' },
    { name: 'lost', width: 80, phone: 'meta' },
    { name: 'signed_share', width: 96, phone: 'note' },
    { name: 'lost_share', width: 96, phone: 'note' },
    { name: 'difference', header: 'share_difference', width: 104, cell: { kind: 'delta' }, phone: 'value' },
    { name: 'win_rate', width: 90 },
    { name: 'win_rate', as: 'bar', header: '', cell: { kind: 'bar', max: 1 }, width: 160, hide: 'narrow' },
  ],
);

/** Every trait with how many of the signed and how many of the lost bear it. */
export function TraitTable({ model }: { model: LostModel }) {
  const t = useTranslations('lost.traits');
  const { traitOf, wordOf } = useTraitNames();
  return (
    <>
      <Section title={t('title')} note={t('note')} rule="F-09" tools={<ViewTools model={model} />} />
      <ReportTable
        label={t('title')}
        columns={columns}
        rows={model.traits.map((row) => ({
          ...row,
          key: `${row.trait}/${row.value ?? ''}`,
          group_name: wordOf(row),
          link: traitHref(model, row),
        }))}
        rowKey="key"
        opens={{ column: 'link' }}
        groupBy={{
          column: 'trait',
          groups: traits.map((trait) => ({ value: trait, label: traitOf(trait) })),
          count: false,
        }}
        density="standard"
        tools={false}
      />
    </>
  );
}
