import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { receivableDetail } from './_detail';
import { receivablesModel } from './_model';
import { AgeingPicture } from './_parts/AgeingPicture';
import { ReceivableDrawer } from './_parts/ReceivableDrawer';
import { ReceivableFigures } from './_parts/ReceivableFigures';
import { ReceivableFilters } from './_parts/ReceivableFilters';
import { ReceivableList } from './_parts/ReceivableList';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('receivables');

/** Receivables: what is owed, for how long, and by whom. */
export default async function ReceivablesPage({ searchParams }: Props) {
  const opened = await openPage('receivables', searchParams, async (ctx, search) => {
    const model = await receivablesModel(ctx, search);
    return { model, detail: await receivableDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  return (
    <Page
      header={<AsOfHeader t={t} model={model} today={ctx.today} />}
      stale={stale}
      filters={<ReceivableFilters model={model} />}
      figures={<ReceivableFigures model={model} />}
      aside={detail ? <ReceivableDrawer detail={detail} model={model} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', { n: model.found, all: model.counts.all })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <AgeingPicture model={model} />
      <ReceivableList model={model} />
    </Page>
  );
}
