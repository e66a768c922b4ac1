import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { dayWords } from '@/lib/format';
import { completenessCustomers } from '@/lib/reports/completeness_customers';
import { type FilesModel, fileFilters, LISTED } from '../_model';

/** The customers, the least complete first; a row opens what its file must hold and lacks. */
export function FileList({ model }: { model: FilesModel }) {
  const t = useTranslations('files');
  const table = useTranslations('ui.table');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const locale = useLocale();
  const english = locale === 'en';
  const { params, rows, view } = model;
  if (rows.length === 0) {
    const chosen = [
      ...fileFilters.flatMap((param) =>
        params[param]?.length
          ? [{ param, label: idle(param), value: params[param].map((v) => codes(param)[v] ?? v).join(' ') }]
          : [],
      ),
      ...(params.missing?.length
        ? [
            {
              param: 'missing',
              label: t('filter.missing'),
              value: params.missing.map((v) => codes('file_field')[v] ?? v).join(' '),
            },
          ]
        : []),
    ];
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    const day = dayWords(params.as_of, locale, params.as_of);
    return <Empty>{t(`empty.${view ?? 'incomplete'}`, { day, n: model.whole.customers })}</Empty>;
  }
  return (
    <div className="flex min-h-[260px] flex-1 flex-col max-desk:block">
      <ReportTable
        columns={tableColumns(completenessCustomers.columns, [
          {
            name: 'name',
            header: 'customer',
            width: 224,
            cell: { kind: 'name', id: 'customer_id' },
            phone: 'title',
          },
          { name: 'department', width: english ? 92 : 76, weight: 'quiet', hide: 'narrow' },
          { name: 'region', width: english ? 62 : 48, hide: 'narrow', phone: 'meta' },
          { name: 'owner', width: 72, cell: { kind: 'owner' }, phone: 'meta' },
          { name: 'grade', width: 46, cell: { kind: 'grade' }, hide: 'narrow' },
          { name: 'class', width: 78, weight: 'quiet', hide: 'narrow' },
          { name: 'completeness', width: english ? 104 : 68, phone: 'value' },
          {
            name: 'completeness',
            as: 'bar',
            header: '',
            width: 56,
            cell: { kind: 'bar', max: 1 },
            hide: 'narrow',
          },
          { name: 'filled', header: 'filled', width: 64, cell: { kind: 'fraction', of: 'required' } },
          { name: 'missing', width: english ? 200 : 208, cell: { kind: 'tags' }, phone: 'note' },
          { name: 'updated_on', year: params.as_of, width: 96, hide: 'narrow' },
          { name: 'days_since_update', unit: 'days', width: english ? 124 : 76 },
        ])}
        rows={rows}
        rowKey="customer_id"
        title={t(`views.${view ?? 'incomplete'}`)}
        note={
          <>
            {t('tableNote', { n: model.n })}
            {model.n > LISTED ? (
              <>
                {' · '}
                <Link
                  href={href('/rows/completeness_customers', {}, asked(params))}
                  prefetch={false}
                  className="text-accent"
                >
                  {table('allRows', { n: model.n })}
                </Link>
              </>
            ) : null}
          </>
        }
        rule="D-01"
        density="compact"
        initialSort="completeness,-days_since_update"
      />
    </div>
  );
}
