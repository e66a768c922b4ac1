import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Mistake } from '@/app/_components/page/Mistake';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { NoData, PayPage } from '../_parts/PayPage';
import { halfDetail, halfModel } from './_model';
import { HalfDrawer, HalfFigures, HalfFilters, HalfTable } from './_parts/HalfParts';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bonuses.half');
  return { title: t('title') };
}

/** The bonuses of a half-year: projects that needed no repeat service. */
export default async function HalfPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('bonuses.half')]);
  const words = { title: t('title'), question: t('question') };
  if (ctx.data.through === null) return <NoData {...words} />;
  const result = await attempt(async () => {
    const model = await halfModel(ctx, search);
    return { model, detail: await halfDetail(ctx, model, search) };
  });
  if ('mistake' in result) return <Mistake title={words.title} mistake={result.mistake} />;
  const { model, detail } = result.model;
  const { period } = model.params;
  return (
    <PayPage
      {...words}
      ctx={ctx}
      period={period}
      grain="half"
      file={model.file}
      shown={model.rows.length}
      all={model.counts.all}
      filters={<HalfFilters model={model} />}
      figures={<HalfFigures model={model} />}
      aside={
        detail ? (
          <HalfDrawer detail={detail} each={model.each} period={period} tab={one(search, 'tab')} />
        ) : null
      }
    >
      <HalfTable model={model} />
    </PayPage>
  );
}
