import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { closedDetail, lostModel } from './_model';
import { ClosedDrawer } from './_parts/ClosedDrawer';
import { ClosedList } from './_parts/ClosedList';
import { GroupTable } from './_parts/GroupTable';
import { LostFigures } from './_parts/LostFigures';
import { LostFilters } from './_parts/LostFilters';
import { ReasonPicture } from './_parts/ReasonPicture';
import { TraitTable } from './_parts/TraitTable';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('lost');

/** What was signed and what was lost in a period, why, and what sets the ones apart from the others. */
export default async function LostPage({ searchParams }: Props) {
  const opened = await openPage('lost', searchParams, async (ctx, search) => {
    const model = await lostModel(ctx, search);
    return { model, detail: await closedDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  const { view } = model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
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
      filters={<LostFilters model={model} />}
      figures={<LostFigures model={model} />}
      aside={
        detail && (view === null || view === 'signed') ? (
          <ClosedDrawer detail={detail} tab={one(search, 'tab')} />
        ) : null
      }
      footer={
        <PageFooter
          range={t('range', { lost: model.whole.lost, signed: model.whole.signed })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <ReasonPicture model={model} />
      {view === 'traits' ? (
        <TraitTable model={model} />
      ) : view === 'groups' ? (
        <GroupTable model={model} />
      ) : (
        <ClosedList model={model} />
      )}
    </Page>
  );
}
