import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { admissionDetail, admissionModel } from './_model';
import { AdmissionDrawer } from './_parts/AdmissionDrawer';
import { AdmissionFigures } from './_parts/AdmissionFigures';
import { AdmissionFilters } from './_parts/AdmissionFilters';
import { AdmissionList } from './_parts/AdmissionList';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('admission');

/** Who trades without a contract, licence or qualification in force, or before being admitted. */
export default async function AdmissionPage({ searchParams }: Props) {
  const opened = await openPage('admission', searchParams, async (ctx, search) => {
    const model = await admissionModel(ctx, search);
    return { model, detail: await admissionDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  return (
    <Page
      header={<AsOfHeader t={t} model={model} today={ctx.today} />}
      stale={stale}
      filters={<AdmissionFilters model={model} />}
      figures={<AdmissionFigures model={model} />}
      aside={detail ? <AdmissionDrawer detail={detail} model={model} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', { n: model.rows.length, all: model.all.length })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <AdmissionList model={model} />
    </Page>
  );
}
