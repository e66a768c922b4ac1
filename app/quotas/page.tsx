import { after } from 'next/server';
import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { step } from '@/app/_components/stepper/steps';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { prepareQuotas } from '@/lib/reports/prepare';
import { quotaDetail } from './_detail';
import { quotasModel } from './_model';
import { HeldList } from './_parts/HeldList';
import { QuotaDrawer } from './_parts/QuotaDrawer';
import { QuotaFilters } from './_parts/QuotaFilters';
import { QuotaSections } from './_parts/QuotaSections';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('quotas');

/** Quotas: how many places each department and product has left for the two tiers, and who holds them. */
export default async function QuotasPage({ searchParams }: Props) {
  const opened = await openPage('quotas', searchParams, async (ctx, search) => {
    const model = await quotasModel(ctx, search);
    return { model, detail: await quotaDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  const days = ([-1, 1] as const).map((to) => step('as_of', model.params.as_of, to, { to: ctx.today }));
  after(() =>
    prepareQuotas(
      ctx,
      days.filter((day) => day !== null),
    ),
  );
  return (
    <Page
      header={<AsOfHeader t={t} model={model} today={ctx.today} />}
      stale={stale}
      filters={<QuotaFilters model={model} />}
      aside={detail ? <QuotaDrawer detail={detail} model={model} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={
            model.view === 'trend'
              ? ''
              : t(model.ahead ? 'ahead.events' : 'range', { n: (model.ahead?.events ?? model.rows).length })
          }
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <QuotaSections model={model} />
      {model.view === 'trend' || model.view === 'ahead' ? null : <HeldList model={model} />}
    </Page>
  );
}
