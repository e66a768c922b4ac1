import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { periodBeforeAhead } from '@/app/_lib/ahead';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { visitsDetail } from './_detail';
import { visitsModel } from './_model';
import { CostsTable } from './_parts/CostsTable';
import { CoverageBars } from './_parts/CoverageBars';
import { QuestionsTable } from './_parts/QuestionsTable';
import { VisitsAside } from './_parts/VisitsAside';
import { VisitsDrawer } from './_parts/VisitsDrawer';
import { VisitsFigures } from './_parts/VisitsFigures';
import { VisitsFilters } from './_parts/VisitsFilters';
import { VisitsTable } from './_parts/VisitsTable';
import { WeeksTable } from './_parts/WeeksTable';
import './_parts/visits.css';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('visits');

/** Visits of a period: whom they reached, whether they were approved and written up, and what came of them. */
export default async function VisitsPage({ searchParams }: Props) {
  const opened = await openPage('visits', searchParams, async (ctx, search) => {
    const model = await visitsModel(ctx, search);
    return { model, detail: model.view === null ? await visitsDetail(ctx, model, search) : null };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  const { view, params } = model;
  periodBeforeAhead(params.period, (period) => visitsModel(ctx, { ...search, period }));
  const counts = { weeks: model.weeks, questions: model.questions, costs: model.costs };
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper
            kind="period"
            value={params.period}
            grains={['month', 'quarter', 'half', 'year']}
            to={params.as_of}
          />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<VisitsFilters model={model} />}
      figures={<VisitsFigures model={model} />}
      aside={
        detail ? (
          <VisitsDrawer model={model} detail={detail} tab={one(search, 'tab')} />
        ) : view === null ? (
          <VisitsAside model={model} />
        ) : null
      }
      footer={
        <PageFooter
          range={t('range', {
            n: view === null ? model.rows.length : counts[view].length,
            contacts: model.summary.contacts,
          })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      {view === null ? (
        <>
          <CoverageBars model={model} />
          <VisitsTable model={model} />
        </>
      ) : null}
      {view === 'weeks' ? <WeeksTable model={model} /> : null}
      {view === 'questions' ? <QuestionsTable model={model} /> : null}
      {view === 'costs' ? <CostsTable model={model} /> : null}
    </Page>
  );
}
