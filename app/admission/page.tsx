import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
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
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper kind="as_of" value={model.params.as_of} to={ctx.today} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
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
