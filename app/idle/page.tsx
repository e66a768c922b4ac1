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
import { idleDetail, idleModel } from './_model';
import { IdleDrawer } from './_parts/IdleDrawer';
import { IdleFilters } from './_parts/IdleFilters';
import { IdleList } from './_parts/IdleList';
import { IdleRail } from './_parts/IdleRail';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('idle');
  return { title: t('title') };
}

/** Idle customers: who is overdue for what, and how much stands to be lost. */
export default async function IdlePage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('idle')]);
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
    const model = await idleModel(ctx, search);
    return { model, detail: await idleDetail(ctx, model, search) };
  });
  if ('mistake' in result) return <Mistake title={t('title')} mistake={result.mistake} />;
  const { model, detail } = result.model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper kind="as_of" value={model.params.as_of} to={ctx.today} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale ? <StaleLine through={through} today={ctx.today} /> : null}
      filters={<IdleFilters model={model} />}
      aside={detail ? <IdleDrawer ctx={ctx} detail={detail} model={model} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', { n: model.rows.length, all: model.all })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <div className="@container flex min-h-0 flex-1 flex-col">
        <div className="min-h-0 flex-1 desk:grid desk:grid-rows-[minmax(0,1fr)] desk:@min-[900px]:grid-cols-[208px_minmax(0,1fr)]">
          <IdleRail model={model} />
          <IdleList model={model} />
        </div>
      </div>
    </Page>
  );
}
