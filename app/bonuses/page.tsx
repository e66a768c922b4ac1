import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { bonusDetail } from './_detail';
import { bonusesModel } from './_model';
import { BonusDrawer } from './_parts/BonusDrawer';
import { BonusFigures } from './_parts/BonusFigures';
import { BonusFilters } from './_parts/BonusFilters';
import { BonusRail } from './_parts/BonusRail';
import { BonusTable } from './_parts/BonusTable';
import { MonthState } from './_parts/MonthState';
import { PayrollMenu } from './_parts/PayrollMenu';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('bonuses');

/** The bonuses of a month: what everybody earned, and why. */
export default async function BonusesPage({ searchParams }: Props) {
  const opened = await openPage('bonuses', searchParams, async (ctx, search) => {
    const model = await bonusesModel(ctx, search);
    return { model, detail: await bonusDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <MonthState closed={model.closed} />
          <Stepper kind="period" value={model.params.period} grains={['month']} to={ctx.today} />
          <PayrollMenu period={model.params.period} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
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
