import { useLocale, useTranslations } from 'next-intl';
import { EmptyFiltered } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { bonusWhatIf } from '@/lib/reports/bonus_what_if';
import type { WhatIfModel } from '../_model';

/** Everybody before and after; the largest change first. */
export function WhatIfTable({ model }: { model: WhatIfModel }) {
  const t = useTranslations('bonus_what_if');
  const english = useLocale() === 'en';
  const { rows, params, view, band, totals } = model;
  if (rows.length === 0) {
    const filters = [
      ...(['department', 'region'] as const).flatMap((param) =>
        params[param]?.length ? [{ param, label: t(`filter.${param}`), value: params[param].join(' ') }] : [],
      ),
      ...(view ? [{ param: 'view', label: t('views.label'), value: t(`views.${view}`) }] : []),
      ...(band === null ? [] : [{ param: 'band', label: t('filter.band'), value: String(band) }]),
    ];
    return filters.length > 0 ? (
      <EmptyFiltered filters={filters} />
    ) : (
      <p className="state">{t('empty', { from: params.from, to: params.to })}</p>
    );
  }
  return (
    <ReportTable
      columns={tableColumns(bonusWhatIf.columns, [
        {
          name: 'name',
          header: 'technician',
          width: 140,
          cell: { kind: 'name', ...(english ? {} : { id: 'technician_id' }) },
          phone: 'title',
        },
        { name: 'role', width: 88, phone: 'meta', hide: 'narrow' },
        { name: 'before', width: 98, phone: 'note' },
        { name: 'after', width: 98, weight: 'strong' },
        { name: 'difference', width: english ? 116 : 98, cell: { kind: 'delta' }, digits: 2, phone: 'value' },
        { name: 'change', width: 66 },
        { name: 'month_difference', width: 92, cell: { kind: 'delta' }, digits: 2, zero: 'dot' },
        { name: 'quarter_difference', width: 92, cell: { kind: 'delta' }, digits: 2, zero: 'dot' },
        { name: 'half_difference', width: 92, cell: { kind: 'delta' }, digits: 2, zero: 'dot' },
        { name: 'outcome', width: 64, phone: 'note' },
      ])}
      rows={rows.map((row) => ({ ...row }))}
      rowKey="technician_id"
      initialSort="difference,-before"
      label={t('table', { n: rows.length, from: params.from, to: params.to })}
      total={{ ...totals }}
      totalLabel={t('totals', { n: rows.length })}
      density="comfortable"
      tools={false}
    />
  );
}
