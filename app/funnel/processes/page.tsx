import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import type { SearchParams } from '@/app/_lib/url';
import { FunnelPages } from '../_parts/FunnelPages';
import { processModel } from './_model';
import { ItemList } from './_parts/ItemList';
import { ProcessFigures } from './_parts/ProcessFigures';
import { ProcessFilters } from './_parts/ProcessFilters';
import { ProcessPicture } from './_parts/ProcessPicture';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('processes');

/** The funnels of the processes beside the opportunities: where their items wait. */
export default async function ProcessesPage({ searchParams }: Props) {
  const opened = await openPage('processes', searchParams, processModel);
  if ('instead' in opened) return opened.instead;
  const { ctx, t, stale, model } = opened;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <FunnelPages current="processes" />
          <Stepper
            kind="period"
            value={model.period.name}
            grains={['half', 'quarter', 'month', 'year']}
            to={model.params.as_of}
          />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<ProcessFilters model={model} />}
      figures={<ProcessFigures model={model} />}
      footer={
        <PageFooter range={t('range', { n: model.listed.length })} dataVersion={ctx.db.dataVersion()} />
      }
    >
      <ProcessPicture model={model} />
      <ItemList model={model} />
    </Page>
  );
}
