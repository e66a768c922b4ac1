import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { idleStandings } from '@/lib/reports/idle_due';
import { watchedDetail } from '../_model';
import { IdleDrawer } from '../_parts/IdleDrawer';
import { weekModel } from './_model';
import { OwnerPace } from './_parts/OwnerPace';
import { WeekFigures } from './_parts/WeekFigures';
import { WeekFilters } from './_parts/WeekFilters';
import { WeekList } from './_parts/WeekList';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('idleweek');

/** Who becomes idle soon against who can go there, and a week of visits that could be made of it. */
export default async function IdleWeekPage({ searchParams }: Props) {
  const opened = await openPage('idleweek', searchParams, async (ctx, search) => {
    const model = await weekModel(ctx, search);
    const { as_of } = model.params;
    const shown = model.visits.find((v) => v.customer_id === one(search, 'row'));
    if (shown === undefined) return { model, detail: null };
    const standings = await idleStandings(ctx, { as_of });
    const row = standings.row(standings.judged.placeOf(shown.customer_id));
    return { model, detail: await watchedDetail(ctx, as_of, row) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  return (
    <Page
      header={<AsOfHeader t={t} model={model} today={ctx.today} />}
      stale={stale}
      filters={<WeekFilters model={model} />}
      figures={<WeekFigures model={model} />}
      aside={detail ? <IdleDrawer ctx={ctx} detail={detail} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', {
            n: model.visits.length,
            people: new Set(model.visits.map((v) => v.owner)).size,
          })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <OwnerPace model={model} />
      <WeekList model={model} />
    </Page>
  );
}
