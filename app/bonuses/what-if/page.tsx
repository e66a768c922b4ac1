import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { ButtonLink } from '@/app/_components/ui/Button';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { addMonths } from '@/lib/format';
import { whatIfDetail, whatIfModel } from './_model';
import { Distribution } from './_parts/Distribution';
import { ScenarioAside } from './_parts/ScenarioAside';
import { WhatIfDrawer } from './_parts/WhatIfDrawer';
import { WhatIfFigures } from './_parts/WhatIfFigures';
import { WhatIfFilters } from './_parts/WhatIfFilters';
import { WhatIfTable } from './_parts/WhatIfTable';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('bonus_what_if');

/** What past months would have cost under other values, and who gains or loses; nothing changes until it is adopted. */
export default async function BonusWhatIfPage({ searchParams }: Props) {
  const opened = await openPage('bonus_what_if', searchParams, async (ctx, search) => {
    const model = await whatIfModel(ctx, search);
    return { model, detail: await whatIfDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  // From the month after this one: no month that has begun changes under anybody's hands.
  const day = `${addMonths(ctx.today, 1).slice(0, 7)}-01`;
  return (
    <ClientMessages areas={['bonus_what_if']}>
      <Page
        header={
          <PageHeader title={t('title')} question={t('question')}>
            <ButtonLink href="#scenario" className="hidden max-desk:inline-flex">
              {t('form.title')}
            </ButtonLink>
            <ExportMenu href={model.file} />
          </PageHeader>
        }
        stale={stale}
        filters={<WhatIfFilters model={model} />}
        figures={<WhatIfFigures model={model} />}
        aside={
          detail ? (
            <WhatIfDrawer detail={detail} model={model} tab={one(search, 'tab')} />
          ) : (
            <ScenarioAside model={model} day={day} />
          )
        }
        footer={
          <PageFooter
            range={t('range', { n: model.rows.length, all: model.counts.all })}
            dataVersion={ctx.db.dataVersion()}
          />
        }
      >
        <Distribution model={model} />
        <WhatIfTable model={model} />
      </Page>
    </ClientMessages>
  );
}
