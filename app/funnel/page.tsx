import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { periodBeforeAhead } from '@/app/_lib/ahead';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { stages } from '@/lib/rules/funnel';
import { funnelModel, openDetail } from './_model';
import { moreOf } from './_more';
import { FlowView } from './_parts/FlowView';
import { FunnelFigures } from './_parts/FunnelFigures';
import { FunnelFilters } from './_parts/FunnelFilters';
import { FunnelPages } from './_parts/FunnelPages';
import { FunnelPicture } from './_parts/FunnelPicture';
import { FunnelTable } from './_parts/FunnelTable';
import { StalledDrawer } from './_parts/StalledDrawer';
import { StalledList } from './_parts/StalledList';
import { TimesView } from './_parts/TimesView';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('funnel');

/** The funnel of a period's opportunities: where which group stops, and what stands still now. */
export default async function FunnelPage({ searchParams }: Props) {
  const opened = await openPage('funnel', searchParams, async (ctx, search) => {
    const model = await funnelModel(ctx, search);
    const [detail, more] = await Promise.all([openDetail(ctx, model, search), moreOf(ctx, model, search)]);
    return { model, detail, more };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail, more } = opened.model;
  periodBeforeAhead(model.period.name, (period) => funnelModel(ctx, { ...search, period }));
  const asTable = more.view === 'table';
  // The table and the second funnel fill the page; the list of what stands still is below the others.
  const listed = more.view === null || more.view === 'times';
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <FunnelPages current="funnel" />
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
      filters={<FunnelFilters model={model} />}
      figures={<FunnelFigures model={model} />}
      aside={
        detail && listed ? <StalledDrawer model={model} detail={detail} tab={one(search, 'tab')} /> : null
      }
      footer={
        <PageFooter
          range={
            asTable
              ? t('table.note', { groups: model.groups.length, n: stages.length * (model.groups.length + 1) })
              : t('stalled.range', { n: model.summary.stalled, open: model.summary.open })
          }
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      {asTable ? <FunnelTable model={model} /> : null}
      {more.view === 'flow' ? <FlowView model={model} more={more} /> : null}
      {more.view === 'times' ? <TimesView model={model} more={more} /> : null}
      {more.view === null ? <FunnelPicture model={model} /> : null}
      {listed ? <StalledList model={model} /> : null}
    </Page>
  );
}
