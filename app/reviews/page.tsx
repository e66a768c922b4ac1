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
import { reviewDetail } from './_detail';
import { reviewsModel } from './_model';
import { ReviewDrawer } from './_parts/ReviewDrawer';
import { ReviewFigures } from './_parts/ReviewFigures';
import { ReviewFilters } from './_parts/ReviewFilters';
import { ReviewList } from './_parts/ReviewList';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reviews');
  return { title: t('title') };
}

/** The half-year review: who is proposed up or down, and what each proposal rests on. */
export default async function ReviewsPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('reviews')]);
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
    const model = await reviewsModel(ctx, search);
    return { model, detail: await reviewDetail(ctx, model, search) };
  });
  if ('mistake' in result) return <Mistake title={t('title')} mistake={result.mistake} />;
  const { model, detail } = result.model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper kind="period" value={model.params.period} grains={['half']} to={ctx.today} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale ? <StaleLine through={through} today={ctx.today} /> : null}
      filters={<ReviewFilters model={model} />}
      figures={<ReviewFigures model={model} />}
      aside={detail ? <ReviewDrawer detail={detail} model={model} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', { n: model.rows.length, all: model.counts.all })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <ReviewList model={model} />
    </Page>
  );
}
