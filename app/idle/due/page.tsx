import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { IdleDrawer } from '../_parts/IdleDrawer';
import { dueDetail, dueModel } from './_model';
import { DueFigures } from './_parts/DueFigures';
import { DueFilters } from './_parts/DueFilters';
import { DueList } from './_parts/DueList';
import { DueMatrix } from './_parts/DueMatrix';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('idledue');

/** Contacts that are due: three lists, how each customer stands, and where. */
export default async function IdleDuePage({ searchParams }: Props) {
  const opened = await openPage('idledue', searchParams, async (ctx, search) => {
    const model = await dueModel(ctx, search);
    return { model, detail: await dueDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  return (
    <Page
      header={<AsOfHeader t={t} model={model} today={ctx.today} />}
      stale={stale}
      filters={<DueFilters model={model} />}
      figures={<DueFigures model={model} />}
      aside={detail ? <IdleDrawer ctx={ctx} detail={detail} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', { n: model.n, all: model.watched })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <DueMatrix model={model} policy={ctx.policy.on(model.params.as_of)} />
      <DueList model={model} />
    </Page>
  );
}
