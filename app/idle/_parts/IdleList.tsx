import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { Largest } from '@/app/_components/table/Largest';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { dayWords } from '@/lib/format';
import { idle } from '@/lib/reports/idle';
import { type IdleModel, LISTED, splits } from '../_model';
import { useGroupNames } from './names';

/**
 * Fixed widths that together fill what a laptop leaves beside the list; English words are longer, so there the tier and
 * the days since the last sale wait in the column menu.
 * @param beside another day takes its room beside the list: in English the bars and some of the names make it, in
 * Chinese the days since the last sale
 */
function columnsAt(year: string, english: boolean, beside: boolean): TableColumn[] {
  const sinceSale: TableColumn = {
    name: 'days_since_sale',
    type: 'integer',
    unit: 'days',
    width: 62,
    hide: english || beside ? 'start' : 'narrow',
  };
  const [contact, ...rest] = tableColumns(idle.columns, [
    {
      name: 'last_contact_on',
      year,
      align: 'left',
      width: english ? 140 : 122,
      cell: { kind: 'when', how: 'last_contact_method' },
      hide: 'narrow',
    },
    { name: 'due_on', year, width: english ? 84 : 92 },
    { name: 'days_overdue', unit: 'days', width: english ? 108 : 68, cell: { kind: 'late' } },
    { name: 'value_at_stake', unit: 'wan', width: english ? 110 : 96, phone: 'value' },
    {
      name: 'value_at_stake',
      as: 'stake_bar',
      header: '',
      width: english ? 46 : 48,
      cell: { kind: 'bar' },
      hide: english && beside ? 'start' : 'narrow',
    },
  ]);
  return [
    ...tableColumns(idle.columns, [
      {
        name: 'name',
        header: 'customer',
        width: english ? (beside ? 200 : 212) : 220,
        cell: { kind: 'name', id: 'customer_id' },
        phone: 'title',
      },
      { name: 'region', width: english ? 54 : 42, hide: 'narrow', phone: 'meta' },
      { name: 'owner', width: english ? 72 : 58, cell: { kind: 'owner' }, phone: 'meta' },
      { name: 'grade', width: english ? 50 : 42, cell: { kind: 'grade' }, phone: 'meta' },
      { name: 'tier', width: english ? 76 : 44, phone: 'meta', hide: english ? 'start' : 'narrow' },
      { name: 'reasons', width: english ? (beside ? 160 : 176) : 150, cell: { kind: 'tags' }, phone: 'note' },
    ]),
    sinceSale,
    // The method of a contact stands beside its day.
    ...(contact ? [{ ...contact, vocabulary: 'method' }] : []),
    ...rest,
  ];
}

/** The customers, the most valuable first; a row opens its reasons. */
export function IdleList({ model }: { model: IdleModel }) {
  const t = useTranslations('idle');
  const locale = useLocale();
  const nameOf = useGroupNames();
  const { params } = model;
  if (model.n === 0) {
    const chosen = splits.filter((split) => params[split]?.length);
    if (chosen.length === 0 && !params.product) {
      const day = dayWords(params.as_of, locale, params.as_of);
      return <Empty>{t('empty', { day, n: model.base.watched })}</Empty>;
    }
    return (
      <EmptyFiltered
        filters={[
          ...chosen.map((split) => ({
            param: split,
            label: t(`filter.${split}`),
            value: (params[split] ?? []).map((v) => nameOf(split, v)).join(locale === 'en' ? ', ' : '、'),
          })),
          ...(params.product
            ? [{ param: 'product', label: t('filter.product'), value: params.product.join('、') }]
            : []),
        ]}
      />
    );
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-col [--edge:14px] max-desk:block">
      <ReportTable
        columns={columnsAt(params.as_of, locale === 'en', model.before !== null)}
        rows={model.rows}
        {...(model.n > LISTED
          ? {
              note: <Largest shown={LISTED} n={model.n} href={href('/rows/idle', {}, asked(params))} />,
            }
          : {})}
        rowKey="customer_id"
        label={t('table', { n: model.n })}
        density="compact"
        initialSort="-value_at_stake,-days_overdue,customer_id"
      />
    </div>
  );
}
