import { useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import { Section } from '@/app/_components/page/Section';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { Largest } from '@/app/_components/table/Largest';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { pay } from '@/lib/format';
import { admission } from '@/lib/reports/admission';
import { type AdmissionModel, keyOf, LISTED, listedOf } from '../_model';

/** What was sold by what was lacking, and below it each customer, the largest amount first. */
export function AdmissionList({ model }: { model: AdmissionModel }) {
  const t = useTranslations('admission');
  const codes = useTranslations('codes.admission');
  const { rows, params, view, kinds } = model;
  if (rows.length === 0) {
    const filters = [
      ...(['department', 'region', 'owner'] as const).flatMap((param) =>
        params[param]?.length ? [{ param, label: t(`filter.${param}`), value: params[param].join(' ') }] : [],
      ),
      ...(view ? [{ param: 'view', label: t('views'), value: codes(view) }] : []),
    ];
    return filters.length > 0 ? (
      <EmptyFiltered filters={filters} />
    ) : (
      <Empty>{t('empty', { day: params.as_of })}</Empty>
    );
  }
  return (
    <>
      <Section title={t('picture')} rule="Q-07" note={t('pictureNote')}>
        <div className="max-w-2xl px-5 pb-2 [&_tbody_th]:w-36! [&_tbody_th]:max-w-48!">
          <BarList
            title={t('lacking')}
            heads={[t('heads.customers'), t('heads.sales'), t('heads.amount')]}
            rows={kinds.map((k) => ({
              key: k.kind,
              label: codes(k.kind),
              value: Number(k.amount),
              figures: [String(k.customers), String(k.sales), pay(k.amount)],
              set: { view: k.kind === view ? null : k.kind },
              current: k.kind === view,
            }))}
          />
        </div>
      </Section>
      <ReportTable
        columns={tableColumns(admission.columns, [
          {
            name: 'name',
            header: 'customer',
            width: 230,
            cell: { kind: 'name', id: 'customer_id' },
            phone: 'title',
          },
          { name: 'finding', header: 'breach', width: 130, phone: 'meta' },
          { name: 'lapsed_on', width: 112, hide: 'narrow' },
          { name: 'since', header: 'first_sale_on', width: 96, phone: 'note' },
          { name: 'last_sale_on', width: 96 },
          { name: 'sales', header: 'sales_count', width: 64 },
          { name: 'sales_since', width: 120, weight: 'strong', phone: 'value' },
          { name: 'department', width: 100, hide: 'narrow' },
          { name: 'owner', width: 90, cell: { kind: 'owner' } },
        ])}
        rows={listedOf(rows).map((r) => ({ ...r, key: keyOf(r) }))}
        {...(rows.length > LISTED
          ? { note: <Largest shown={LISTED} n={model.all.length} href={model.link('admission')} /> }
          : {})}
        rowKey="key"
        initialSort="-sales_since"
        label={t('table', { day: params.as_of, n: rows.length })}
        density="comfortable"
      />
    </>
  );
}
