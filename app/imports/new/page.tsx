import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { ErrorState } from '@/app/_components/page/states';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { pageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { DropZone } from '../_parts/DropZone';
import { ImportFigures } from '../_parts/ImportFigures';
import { mappingForm } from './_mapping';
import { newImport } from './_model';
import { MappingForm } from './_parts/MappingForm';
import { Preview } from './_parts/Preview';
import { PreviewActions, ReadAgain } from './_parts/PreviewActions';
import { Steps } from './_parts/Steps';
import { Working } from './_parts/Working';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports');
  return { title: t('new.title') };
}

/** Looking before loading: what these files would change, and which rows they would not. */
export default async function NewImportPage({ searchParams }: Props) {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations('imports')]);
  const model = newImport(ctx.db, search);
  if (model.state === 'loaded') redirect(`/imports/${model.importId}`);
  const header = <PageHeader title={t('new.title')} question={t('new.question')} />;

  if (model.state === 'empty' || model.state === 'gone') {
    return (
      <ClientMessages areas={['intake']}>
        <Page header={header} filters={<Steps at="choose" />}>
          {model.state === 'gone' ? <ErrorState>{t('new.gone')}</ErrorState> : null}
          <DropZone />
        </Page>
      </ClientMessages>
    );
  }
  if (model.state === 'working') {
    return (
      <ClientMessages areas={['intake']}>
        <Page header={header} filters={<Steps at={model.loading ? 'load' : 'recognise'} />}>
          <Working drop={model.drop.id} loading={model.loading} changes={model.changes} />
        </Page>
      </ClientMessages>
    );
  }
  if (model.state === 'stopped') {
    return (
      <ClientMessages areas={['intake']}>
        <Page header={header} filters={<Steps at="recognise" />}>
          <ErrorState actions={<ReadAgain drop={model.drop.id} />}>
            {t(model.failure === null ? 'new.interrupted' : 'new.failed')}
          </ErrorState>
        </Page>
      </ClientMessages>
    );
  }
  const { view } = model;
  const edit = one(search, 'edit');
  const form = edit === undefined ? null : await mappingForm(view, search);
  const changes = view.totals.new + view.totals.changed;
  const nothing = view.lines.every((l) => l.refused !== null);
  const note = t('figures.files', { n: view.totals.files, seconds: view.drop.seconds ?? 0 });
  return (
    <ClientMessages areas={['intake']}>
      <Page
        header={
          <PageHeader title={t('new.title')} question={t('new.question')}>
            {form ? null : <PreviewActions drop={view.drop.id} changes={changes} nothing={nothing} />}
          </PageHeader>
        }
        filters={<Steps at={form ? 'recognise' : 'preview'} />}
        figures={form ? null : <ImportFigures totals={view.totals} note={note} />}
        footer={<PageFooter keys={[]} dataVersion={ctx.db.dataVersion()} />}
      >
        {form ? <MappingForm key={`${form.file}/${form.kind}`} form={form} /> : <Preview view={view} />}
      </Page>
    </ClientMessages>
  );
}
