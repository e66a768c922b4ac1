import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Mistake } from '@/app/_components/page/Mistake';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { NoData, PayPage } from '../_parts/PayPage';
import { quarterDetail, quarterModel } from './_model';
import { QuarterDrawer, QuarterFigures, QuarterFilters, QuarterTable } from './_parts/QuarterParts';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bonuses.quarter');
  return { title: t('title') };
}

/** The bonuses of a quarter: awards by rank, and parts commission. */
export default async function QuarterPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([
    searchParams,
    pageContext(),
    getTranslations('bonuses.quarter'),
  ]);
  const words = { title: t('title'), question: t('question') };
  if (ctx.data.through === null) return <NoData {...words} />;
  const result = await attempt(async () => {
    const model = await quarterModel(ctx, search);
    return { model, detail: await quarterDetail(ctx, model, search) };
  });
  if ('mistake' in result) return <Mistake title={words.title} mistake={result.mistake} />;
  const { model, detail } = result.model;
  const { period } = model.params;
  return (
    <PayPage
      {...words}
      ctx={ctx}
      period={period}
      grain="quarter"
      file={model.file}
      shown={model.rows.length}
      all={model.counts.all}
      filters={<QuarterFilters model={model} />}
      figures={<QuarterFigures model={model} />}
      aside={detail ? <QuarterDrawer detail={detail} period={period} tab={one(search, 'tab')} /> : null}
    >
      <QuarterTable model={model} />
    </PayPage>
  );
}
