import { Suspense } from 'react';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty } from '@/app/_components/page/states';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import type { SearchParams } from '@/app/_lib/url';
import { changesModel } from './_model';
import { Changed } from './_parts/Changed';
import { ChangesFilters, SinceMenu } from './_parts/ChangesFilters';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('changes');

/** What the imports since a chosen one changed in the figures of a report. */
export default async function ChangesPage({ searchParams }: Props) {
  const opened = await openPage('changes', searchParams, changesModel);
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale, model } = opened;
  const { params, imports } = model;
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <SinceMenu model={model} search={search} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<ChangesFilters model={model} />}
      footer={
        <PageFooter
          range={[params.period, params.as_of].filter(Boolean).join(' · ')}
          keys={['row']}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      {imports.length === 0 ? (
        <Empty>{t('nothingSince', { since: params.since })}</Empty>
      ) : (
        <Suspense
          key={JSON.stringify(params)}
          fallback={<p className="state">{t('working', { n: imports.length })}</p>}
        >
          <Changed ctx={ctx} model={model} />
        </Suspense>
      )}
    </Page>
  );
}
