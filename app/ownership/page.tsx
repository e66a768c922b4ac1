import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { TableSelection } from '@/app/_components/table/Selection';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { ownershipDetail, ownershipModel } from './_model';
import { FindingList } from './_parts/FindingList';
import { OwnershipDrawer } from './_parts/OwnershipDrawer';
import { OwnershipFigures } from './_parts/OwnershipFigures';
import { OwnershipFilters } from './_parts/OwnershipFilters';
import { SellerLoads } from './_parts/SellerLoads';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('ownership');

/** Ownership: customers without an owner or with two, late entries and first contacts, and what is decided of them. */
export default async function OwnershipPage({ searchParams }: Props) {
  const opened = await openPage('ownership', searchParams, async (ctx, search) => {
    const model = await ownershipModel(ctx, search);
    return { model, detail: await ownershipDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  const decides = model.rows.some((r) => r.to_decide && r.decision === null);
  const body = (
    <>
      <SellerLoads model={model} />
      <FindingList model={model} decides={decides} />
    </>
  );
  return (
    <ClientMessages areas={['ownership']}>
      <Page
        header={<AsOfHeader t={t} model={model} today={ctx.today} />}
        stale={stale}
        filters={<OwnershipFilters model={model} />}
        figures={<OwnershipFigures model={model} search={search} />}
        aside={detail ? <OwnershipDrawer detail={detail} model={model} tab={one(search, 'tab')} /> : null}
        footer={
          <PageFooter range={t('range', { n: model.rows.length })} dataVersion={ctx.db.dataVersion()} />
        }
      >
        {decides ? <TableSelection>{body}</TableSelection> : body}
      </Page>
    </ClientMessages>
  );
}
