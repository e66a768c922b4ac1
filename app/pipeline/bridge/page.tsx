import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import type { SearchParams } from '@/app/_lib/url';
import { PipelineViews } from '../_parts/PipelineViews';
import { bridgeModel } from './_model';
import { BridgeFigures } from './_parts/BridgeFigures';
import { BridgeFilters } from './_parts/BridgeFilters';
import { BridgePicture } from './_parts/BridgePicture';
import { MovedGroups } from './_parts/MovedGroups';
import { MovedList } from './_parts/MovedList';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('bridge');

/** How the open pipeline came from one day to another, balanced. */
export default async function BridgePage({ searchParams }: Props) {
  const opened = await openPage('bridge', searchParams, bridgeModel);
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale, model } = opened;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <PipelineViews current="bridge" search={search} />
          <Stepper kind="as_of" value={model.params.as_of} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<BridgeFilters model={model} search={search} />}
      figures={<BridgeFigures model={model} />}
      footer={
        <PageFooter range={t('range', { n: model.listed.length })} dataVersion={ctx.db.dataVersion()} />
      }
    >
      <BridgePicture model={model} search={search} />
      <MovedGroups model={model} search={search} />
      <MovedList model={model} />
    </Page>
  );
}
