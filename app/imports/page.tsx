import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { Mistake } from '@/app/_components/page/Mistake';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty, StaleLine } from '@/app/_components/page/states';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import type { SearchParams } from '@/app/_lib/url';
import { importsModel } from './_model';
import { DropZone } from './_parts/DropZone';
import { History } from './_parts/History';
import { Holdings } from './_parts/Holdings';
import { Mappings } from './_parts/Mappings';
import { Waiting } from './_parts/Waiting';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports');
  return { title: t('title') };
}

/** Where data comes in: files, what they did, what is there. */
export default async function ImportsPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('imports')]);
  const result = await attempt(() => importsModel(ctx.db, search));
  if ('mistake' in result) return <Mistake title={t('title')} mistake={result.mistake} />;
  const { model } = result;
  const { through, stale } = ctx.data;
  const held = model.holdings.filter((h) => h.rows > 0).length;
  const items = [
    { value: null, label: t('views.history'), count: model.imports.length },
    { value: 'kinds', label: t('views.kinds'), count: held },
    { value: 'mappings', label: t('views.mappings'), count: model.mappings.length },
  ];
  const current = model.view === 'history' ? null : model.view;
  return (
    <ClientMessages areas={['intake']}>
      <Page
        header={<PageHeader title={t('title')} question={t('question')} />}
        stale={stale && through ? <StaleLine through={through} today={ctx.today} /> : null}
        filters={
          <FilterBar
            segments={{ label: t('views.label'), current, items }}
            note={t(`viewNotes.${model.view}`)}
          />
        }
        footer={
          <PageFooter
            range={t('range', { n: model.imports.length })}
            keys={[]}
            dataVersion={ctx.db.dataVersion()}
          />
        }
      >
        <DropZone />
        <Waiting drops={model.waiting} />
        {model.view === 'history' ? (
          model.imports.length > 0 ? (
            <History imports={model.imports} />
          ) : (
            <Empty>
              {t('none')} <code>npm run import -- data/sample</code>
            </Empty>
          )
        ) : null}
        {model.view === 'kinds' ? <Holdings holdings={model.holdings} /> : null}
        {model.view === 'mappings' ? <Mappings mappings={model.mappings} /> : null}
      </Page>
    </ClientMessages>
  );
}
