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
import { Tag } from '@/app/_components/ui/Tag';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { bonusDetail } from './_detail';
import { bonusesModel } from './_model';
import { BonusDrawer } from './_parts/BonusDrawer';
import { BonusFigures } from './_parts/BonusFigures';
import { BonusFilters } from './_parts/BonusFilters';
import { BonusRail } from './_parts/BonusRail';
import { BonusTable } from './_parts/BonusTable';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bonuses');
  return { title: t('title') };
}

/** The bonuses of a month: what everybody earned, and why. */
export default async function BonusesPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('bonuses')]);
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
    const model = await bonusesModel(ctx, search);
    return { model, detail: await bonusDetail(ctx, model, search) };
  });
  if ('mistake' in result) return <Mistake title={t('title')} mistake={result.mistake} />;
  const { model, detail } = result.model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Tag tone="full">{t('open')}</Tag>
          <Stepper kind="period" value={model.params.period} grains={['month']} to={ctx.today} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale ? <StaleLine through={through} today={ctx.today} /> : null}
      filters={<BonusFilters model={model} />}
      figures={<BonusFigures model={model} />}
      aside={
        detail ? (
          <BonusDrawer detail={detail} model={model} tab={one(search, 'tab')} />
        ) : (
          <BonusRail model={model} />
        )
      }
      footer={
        <PageFooter
          range={t('range', { n: model.rows.length, all: model.counts.all })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <BonusTable model={model} />
    </Page>
  );
}
