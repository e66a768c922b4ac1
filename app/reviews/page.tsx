import { after } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { TableSelection } from '@/app/_components/table/Selection';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { prepareMeasures } from '@/lib/reports/review_measures';
import { limitedTiers } from '@/lib/rules/tiers';
import { reviewDetail } from './_detail';
import { reviewsModel } from './_model';
import { DecideBar } from './_parts/DecideBar';
import { ReviewDrawer } from './_parts/ReviewDrawer';
import { ReviewFigures } from './_parts/ReviewFigures';
import { ReviewFilters } from './_parts/ReviewFilters';
import { ReviewList } from './_parts/ReviewList';
import { ReviewRounds } from './_parts/ReviewRounds';
import './_parts/reviews.css';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('reviews');

/** The half-year review: who is proposed up or down, and what each proposal rests on. */
export default async function ReviewsPage({ searchParams }: Props) {
  const opened = await openPage('reviews', searchParams, async (ctx, search) => {
    const model = await reviewsModel(ctx, search);
    return { model, detail: await reviewDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  after(() => prepareMeasures(ctx, model.period));
  const codes = await getTranslations('codes.tier');
  const tiers = [...limitedTiers, 'qualified'].map((value) => ({ value, label: codes(value) }));
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper kind="period" value={model.params.period} grains={['half']} to={ctx.today} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<ReviewFilters model={model} />}
      figures={<ReviewFigures model={model} />}
      aside={
        detail ? (
          <ReviewDrawer detail={detail} model={model} tab={one(search, 'tab')} />
        ) : (
          <ReviewRounds model={model} />
        )
      }
      footer={
        <PageFooter
          range={t('range', { n: model.counts[model.view ?? 'changes'], all: model.counts.all })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <ClientMessages areas={['decide']}>
        <TableSelection key={model.period.name}>
          {model.work.over && model.rows.length > 0 ? (
            <DecideBar
              period={model.period.name}
              today={ctx.today}
              open={detail ? { id: detail.row.customer_id, name: detail.row.name } : null}
              tiers={tiers}
            />
          ) : null}
          <ReviewList model={model} />
        </TableSelection>
      </ClientMessages>
    </Page>
  );
}
