import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import type { SearchParams } from '@/app/_lib/url';
import { PipelineViews } from '../_parts/PipelineViews';
import { cohortModel } from './_model';
import { CohortFigures } from './_parts/CohortFigures';
import { CohortFilters } from './_parts/CohortFilters';
import { CohortPicture } from './_parts/CohortPicture';
import { CohortTable } from './_parts/CohortTable';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('cohorts');

/** What became of the opportunities of each month of creation. */
export default async function CohortsPage({ searchParams }: Props) {
  const opened = await openPage('cohorts', searchParams, cohortModel);
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale, model } = opened;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <PipelineViews current="cohorts" search={search} />
          <Stepper kind="as_of" value={model.params.as_of} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<CohortFilters model={model} />}
      figures={<CohortFigures model={model} />}
      footer={
        <PageFooter
          range={t('range', { n: model.rows.length, from: model.from, to: model.to })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <CohortPicture model={model} />
      <CohortTable model={model} />
    </Page>
  );
}
