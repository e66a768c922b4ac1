import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterBar, Segments } from '@/app/_components/filters/FilterBar';
import { Mistake } from '@/app/_components/page/Mistake';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { StaleLine } from '@/app/_components/page/states';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import type { SearchParams } from '@/app/_lib/url';
import { hrModel } from './_hr';
import { overviewModel, question, views } from './_model';
import { Begin } from './_parts/Begin';
import { DirectorFigures } from './_parts/DirectorFigures';
import { HrFigures } from './_parts/HrFigures';
import { RegionFigures } from './_parts/RegionFigures';
import { DirectorBody, HrBody, RegionBody } from './_parts/views';
import { regionModel } from './_region';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview');
  return { title: t('title') };
}

/** The overview: for a director, for HR, for a regional manager. */
export default async function OverviewPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('overview')]);
  const { through, stale } = ctx.data;
  if (through === null) {
    return (
      <Page header={<PageHeader title={t('title')} question={t('question')} />}>
        <Begin />
      </Page>
    );
  }
  const result = await attempt(async () => {
    const { view, params } = question(ctx, search);
    if (view === 'hr') return { view, params, hr: await hrModel(ctx, params) };
    const [sales, region] = await Promise.all([
      overviewModel(ctx, view, params),
      view === 'region' ? regionModel(ctx, params) : null,
    ]);
    return { view, params, sales, region };
  });
  if ('mistake' in result) return <Mistake title={t('title')} mistake={result.mistake} />;
  const { view, params, hr, sales, region } = result.model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Segments
            label={t('views.label')}
            current={view === 'director' ? null : view}
            items={views.map((v) => ({ value: v === 'director' ? null : v, label: t(`views.${v}`) }))}
          />
          <Stepper kind="as_of" value={params.as_of} to={ctx.today} />
        </PageHeader>
      }
      stale={stale ? <StaleLine through={through} today={ctx.today} /> : null}
      filters={
        view === 'region' && sales ? (
          <FilterBar
            filters={[
              {
                param: 'region',
                label: t('filter.region'),
                options: sales.regions.map((value) => ({ value, label: value })),
                chosen: params.region ?? [],
              },
            ]}
          />
        ) : null
      }
      figures={
        hr ? (
          <HrFigures model={hr} />
        ) : region ? (
          <RegionFigures model={sales} region={region} />
        ) : (
          <DirectorFigures model={sales} />
        )
      }
      footer={
        <PageFooter
          range={
            hr
              ? t('rangeHr', { n: hr.rows.length })
              : t('range', {
                  departments: sales.people.departments.filter((d) => d !== null).length,
                  people: sales.people.rows.filter((r) => r.salesperson !== null).length,
                })
          }
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      {hr ? (
        <HrBody model={hr} />
      ) : view === 'region' ? (
        <RegionBody model={sales} />
      ) : (
        <DirectorBody model={sales} />
      )}
    </Page>
  );
}
