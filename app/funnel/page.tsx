import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Mistake } from '@/app/_components/page/Mistake';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty, StaleLine } from '@/app/_components/page/states';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { stages } from '@/lib/rules/funnel';
import { funnelModel, openDetail } from './_model';
import { FunnelFigures } from './_parts/FunnelFigures';
import { FunnelFilters } from './_parts/FunnelFilters';
import { FunnelPicture } from './_parts/FunnelPicture';
import { FunnelTable } from './_parts/FunnelTable';
import { StalledDrawer } from './_parts/StalledDrawer';
import { StalledList } from './_parts/StalledList';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('funnel');
  return { title: t('title') };
}

/** The funnel of a period's opportunities: where which group stops, and what stands still now. */
export default async function FunnelPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('funnel')]);
  const { through, stale } = ctx.data;
  if (through === null) {
    return (
      <Page header={<PageHeader title={t('title')} question={t('question')} />}>
        <Empty>
          {t('noData')} <Link href="/imports">{t('load')}</Link>
        </Empty>
      </Page>
    );
  }
  const result = await attempt(async () => {
    const model = await funnelModel(ctx, search);
    return { model, detail: await openDetail(ctx, model, search) };
  });
  if ('mistake' in result) return <Mistake title={t('title')} mistake={result.mistake} />;
  const { model, detail } = result.model;
  const asTable = one(search, 'view') === 'table';
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
      stale={stale ? <StaleLine through={through} today={ctx.today} /> : null}
      filters={<FunnelFilters model={model} />}
      figures={<FunnelFigures model={model} />}
      aside={
        detail && !asTable ? <StalledDrawer model={model} detail={detail} tab={one(search, 'tab')} /> : null
      }
      footer={
        <PageFooter
          range={
            asTable
              ? t('table.note', { groups: model.groups.length, n: stages.length * (model.groups.length + 1) })
              : t('stalled.range', { n: model.stalled.length, open: model.summary.open })
          }
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      {asTable ? (
        <FunnelTable model={model} />
      ) : (
        <>
          <FunnelPicture model={model} />
          <StalledList model={model} />
        </>
      )}
    </Page>
  );
}
