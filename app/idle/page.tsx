import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { dayBeforeAhead } from '@/app/_lib/ahead';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { idleAhead, idleDetail, idleModel } from './_model';
import { IdleDrawer } from './_parts/IdleDrawer';
import { IdleFigures } from './_parts/IdleFigures';
import { IdleFilters } from './_parts/IdleFilters';
import { IdleList } from './_parts/IdleList';
import { IdleRail } from './_parts/IdleRail';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('idle');

/** Idle customers: who is overdue for what, and how much stands to be lost. */
export default async function IdlePage({ searchParams }: Props) {
  const opened = await openPage('idle', searchParams, async (ctx, search) => {
    const model = await idleModel(ctx, search);
    return { model, detail: await idleDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  dayBeforeAhead(model.params.as_of, (day) => idleAhead(ctx, search, day));
  return (
    <Page
      header={<AsOfHeader t={t} model={model} today={ctx.today} />}
      stale={stale}
      filters={<IdleFilters model={model} />}
      figures={<IdleFigures model={model} search={search} />}
      aside={detail ? <IdleDrawer ctx={ctx} detail={detail} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter range={t('range', { n: model.n, all: model.all })} dataVersion={ctx.db.dataVersion()} />
      }
    >
      <div className="@container flex min-h-0 flex-1 flex-col">
        <div className="min-h-0 flex-1 desk:grid desk:grid-rows-[minmax(0,1fr)] desk:@min-[900px]:grid-cols-[fit-content(300px)_minmax(0,1fr)]">
          <IdleRail model={model} search={search} />
          <IdleList model={model} />
        </div>
      </div>
    </Page>
  );
}
