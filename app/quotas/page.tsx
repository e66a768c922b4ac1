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
import { quotaDetail } from './_detail';
import { quotasModel } from './_model';
import { HeldList } from './_parts/HeldList';
import { QuotaDrawer } from './_parts/QuotaDrawer';
import { QuotaFilters } from './_parts/QuotaFilters';
import { QuotaSections } from './_parts/QuotaSections';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quotas');
  return { title: t('title') };
}

/** Quotas: how many places each department and product has left for the two tiers, and who holds them. */
export default async function QuotasPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('quotas')]);
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
    const model = await quotasModel(ctx, search);
    return { model, detail: await quotaDetail(ctx, model, search) };
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
      filters={<QuotaFilters model={model} />}
      aside={detail ? <QuotaDrawer detail={detail} model={model} tab={one(search, 'tab')} /> : null}
      footer={<PageFooter range={t('range', { n: model.rows.length })} dataVersion={ctx.db.dataVersion()} />}
    >
      <QuotaSections model={model} />
      <HeldList model={model} />
    </Page>
  );
}
