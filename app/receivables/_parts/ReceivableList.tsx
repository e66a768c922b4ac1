import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { Largest } from '@/app/_components/table/Largest';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { dayWords } from '@/lib/format';
import { receivables } from '@/lib/reports/receivables';
import { ages, LISTED, type ReceivablesModel } from '../_model';

function columnsFor(english: boolean): TableColumn[] {
  const wan = { unit: 'wan', zero: 'dot' } as const;
  return tableColumns(receivables.columns, [
    {
      name: 'name',
      header: 'customer',
      cell: { kind: 'name', id: 'customer_id' },
      width: 232,
      phone: 'title',
    },
    { name: 'department', weight: 'quiet', width: 76, phone: 'meta' },
    { name: 'balance', ...wan, width: english ? 104 : 92, weight: 'strong', phone: 'value' },
    ...ages.map((name) => ({ name, ...wan, width: english ? 104 : 92, hide: 'narrow' as const })),
    { name: 'overdue', ...wan, width: english ? 104 : 84, phone: 'note' as const },
    {
      name: 'overdue',
      as: 'bar',
      header: '',
      width: 64,
      cell: { kind: 'bar', color: 'var(--full)' },
      hide: 'narrow',
    },
    { name: 'on_time_rate', width: 72, phone: 'note' as const },
  ]);
}

/** The customers, the most overdue first; a row opens how its credits cover its sales. */
export function ReceivableList({ model }: { model: ReceivablesModel }) {
  const t = useTranslations('receivables');
  const locale = useLocale();
  const codes = useCodes();
  const { params, rows, found, view, counts } = model;
  if (rows.length === 0) {
    const chosen = (['department', 'region', 'owner', 'grade', 'tier', 'product'] as const).flatMap(
      (param) =>
        params[param]?.length
          ? [
              {
                param,
                label: t(`filter.${param}`),
                value: params[param].map((v) => codes(param)[v] ?? v).join(' '),
              },
            ]
          : [],
    );
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    const day = dayWords(params.as_of, locale, params.as_of);
    return (
      <Empty>
        {counts.all === 0 ? t('empty', { day }) : t(`none.${view ?? 'all'}`, { day, n: counts.all })}
      </Empty>
    );
  }
  return (
    <div className="flex min-h-[260px] flex-1 flex-col max-desk:block">
      <ReportTable
        columns={columnsFor(locale === 'en')}
        rows={rows.map((row) => ({ ...row, name: row.name ?? t('unknown') }))}
        rowKey="customer_id"
        title={t('table.title')}
        note={
          found > LISTED ? (
            <Largest shown={LISTED} n={counts.all} href={model.link('receivables')} />
          ) : (
            t('table.note', { n: found })
          )
        }
        rule="A-02"
        density="compact"
        initialSort="-overdue,-balance"
      />
    </div>
  );
}
