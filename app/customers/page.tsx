import { FilterBar } from '@/app/_components/filters/FilterBar';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { openPage, titleOf } from '@/app/_lib/open-page';
import type { SearchParams } from '@/app/_lib/url';
import { customerList } from '@/lib/reports/customer_list';
import { customersModel } from './_model';
import { Find } from './_parts/Find';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('customers');

/** Customers by name or number; each opens its page. */
export default async function CustomersPage({ searchParams }: Props) {
  const opened = await openPage('customers', searchParams, customersModel);
  if ('instead' in opened) return opened.instead;
  const { model, ctx, t, stale } = opened;
  const { params, rows, departments } = model;
  return (
    <ClientMessages areas={['customers']}>
      <Page
        header={
          <PageHeader title={t('title')} question={t('question')}>
            <ExportMenu href={model.file} />
          </PageHeader>
        }
        stale={stale}
        filters={
          <FilterBar
            filters={[
              {
                param: 'department',
                label: t('department'),
                options: departments.map((value) => ({ value, label: value })),
                chosen: params.department ?? [],
              },
            ]}
            note={t('note')}
          >
            <Find key={params.find} typed={params.find} />
          </FilterBar>
        }
        footer={<PageFooter range={t('range', { n: rows.length })} dataVersion={ctx.db.dataVersion()} />}
      >
        {rows.length === 0 ? (
          <Empty>{params.find ? t('nobody', { find: params.find }) : t('empty')}</Empty>
        ) : (
          <ReportTable
            columns={tableColumns(customerList.columns, [
              { name: 'name', header: 'customer', phone: 'title' },
              { name: 'customer_id', width: 100, phone: 'value' },
              { name: 'kind', width: 80, hide: 'narrow' },
              { name: 'department', phone: 'meta' },
              { name: 'region', hide: 'narrow', phone: 'meta' },
              { name: 'owner', cell: { kind: 'owner' }, phone: 'meta' },
              { name: 'grade', cell: { kind: 'grade' }, phone: 'meta' },
              { name: 'tier', phone: 'note' },
              { name: 'admitted_on', hide: 'narrow' },
            ])}
            rows={rows.map((row) => ({ ...row }))}
            rowKey="customer_id"
            label={t('title')}
            opens={{ href: '/customers/{customer_id}' }}
          />
        )}
      </Page>
    </ClientMessages>
  );
}
