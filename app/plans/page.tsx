import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { planDetail } from './_detail';
import { plansModel } from './_model';
import { CallsTable } from './_parts/CallsTable';
import { MonthsTable } from './_parts/MonthsTable';
import { PlanBars } from './_parts/PlanBars';
import { PlanDrawer } from './_parts/PlanDrawer';
import { PlansFigures } from './_parts/PlansFigures';
import { PlansFilters } from './_parts/PlansFilters';
import { PlansTable } from './_parts/PlansTable';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('plans');

/** Plans: targets against actuals of a month, how far it has come, and where it leads. */
export default async function PlansPage({ searchParams }: Props) {
  const opened = await openPage('plans', searchParams, async (ctx, search) => {
    const model = await plansModel(ctx, search);
    return { model, detail: model.view === null ? await planDetail(ctx, model, search) : null };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  const { view, params } = model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper kind="period" value={params.period} grains={['month']} to={params.as_of} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<PlansFilters model={model} />}
      figures={<PlansFigures model={model} />}
      aside={detail ? <PlanDrawer model={model} detail={detail} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', {
            n: { calls: model.calls, months: model.months, rows: model.rows }[view ?? 'rows'].length,
          })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      {view === 'calls' ? (
        <CallsTable model={model} />
      ) : (
        <>
          <PlanBars model={model} search={search} />
          {view === 'months' ? <MonthsTable model={model} search={search} /> : <PlansTable model={model} />}
        </>
      )}
    </Page>
  );
}
