import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import type { SearchParams } from '@/app/_lib/url';
import { MarketMatrix } from './_matrix';
import { marketModel } from './_model';
import { MarketFigures, MarketFilters, MarketList } from './_views';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('market');

/** Market reports: who hands in the state of the markets each month, who late, who not. */
export default async function MarketPage({ searchParams }: Props) {
  const opened = await openPage('market', searchParams, marketModel);
  if ('instead' in opened) return opened.instead;
  const { ctx, t, stale, model } = opened;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper
            kind="period"
            value={model.params.period}
            grains={['half', 'quarter', 'month']}
            to={ctx.today}
          />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<MarketFilters model={model} />}
      figures={<MarketFigures model={model} />}
      footer={<PageFooter range={t('range', { n: model.rows.length })} dataVersion={ctx.db.dataVersion()} />}
    >
      <MarketMatrix model={model} />
      <MarketList model={model} />
    </Page>
  );
}
