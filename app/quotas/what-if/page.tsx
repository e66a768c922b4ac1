import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { TableSelection } from '@/app/_components/table/Selection';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { openRow, whatIfModel } from './_model';
import { KeptAside } from './_parts/KeptAside';
import { ScratchBar } from './_parts/ScratchBar';
import { ScratchDrawer } from './_parts/ScratchDrawer';
import { ScratchList } from './_parts/ScratchList';
import { ScratchTables } from './_parts/ScratchTables';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('what_if');

/** What if: a scratch copy of the tiers in the address, and each quota before and after. */
export default async function WhatIfPage({ searchParams }: Props) {
  const opened = await openPage('what_if', searchParams, whatIfModel);
  if ('instead' in opened) return opened.instead;
  const { model, ctx, search, t, stale } = opened;
  const row = openRow(model, search);
  return (
    <ClientMessages areas={['what_if']}>
      <Page
        header={
          <PageHeader title={t('title')} question={t('question')}>
            <Stepper kind="as_of" value={model.as_of} to={ctx.today} />
            <ExportMenu href={model.file} />
          </PageHeader>
        }
        stale={stale}
        filters={<ScratchBar model={model} />}
        aside={
          row ? (
            <ScratchDrawer row={row} model={model} tab={one(search, 'tab')} />
          ) : (
            <KeptAside model={model} />
          )
        }
        footer={
          <PageFooter range={t('range', { n: model.rows.length })} dataVersion={ctx.db.dataVersion()} />
        }
      >
        <ScratchTables model={model} />
        <TableSelection key={model.department}>
          <ScratchList model={model} />
        </TableSelection>
      </Page>
    </ClientMessages>
  );
}
