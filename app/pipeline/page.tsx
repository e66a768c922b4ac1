import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { openDetail, pipelineModel } from './_model';
import { OpenDrawer } from './_parts/OpenDrawer';
import { OpenList } from './_parts/OpenList';
import { PipelineFigures } from './_parts/PipelineFigures';
import { PipelineFilters } from './_parts/PipelineFilters';
import { PipelinePicture } from './_parts/PipelinePicture';
import { PipelineViews } from './_parts/PipelineViews';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('pipeline');

/** The open pipeline at a day: how much, worth what, how fast, and what stands still. */
export default async function PipelinePage({ searchParams }: Props) {
  const opened = await openPage('pipeline', searchParams, async (ctx, search) => {
    const model = await pipelineModel(ctx, search);
    return { model, detail: await openDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <PipelineViews current="open" search={search} />
          <Stepper kind="as_of" value={model.params.as_of} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<PipelineFilters model={model} />}
      figures={<PipelineFigures model={model} />}
      aside={detail ? <OpenDrawer model={model} detail={detail} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', { n: model.listed.length, open: model.whole.open })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <PipelinePicture model={model} search={search} />
      <OpenList model={model} />
    </Page>
  );
}
