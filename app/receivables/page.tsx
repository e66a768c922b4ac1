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
import { receivableDetail } from './_detail';
import { receivablesModel } from './_model';
import { AgeingPicture } from './_parts/AgeingPicture';
import { ReceivableDrawer } from './_parts/ReceivableDrawer';
import { ReceivableFigures } from './_parts/ReceivableFigures';
import { ReceivableFilters } from './_parts/ReceivableFilters';
import { ReceivableList } from './_parts/ReceivableList';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receivables');
  return { title: t('title') };
}

/** Receivables: what is owed, for how long, and by whom. */
export default async function ReceivablesPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('receivables')]);
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
    const model = await receivablesModel(ctx, search);
    return { model, detail: await receivableDetail(ctx, model, search) };
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
      filters={<ReceivableFilters model={model} />}
      figures={<ReceivableFigures model={model} />}
      aside={detail ? <ReceivableDrawer detail={detail} model={model} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', { n: model.rows.length, all: model.counts.all })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <AgeingPicture model={model} />
      <ReceivableList model={model} />
    </Page>
  );
}
