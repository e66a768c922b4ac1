import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Mistake } from '@/app/_components/page/Mistake';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Section } from '@/app/_components/page/Section';
import { ButtonLink } from '@/app/_components/ui/Button';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import type { SearchParams } from '@/app/_lib/url';
import { personName } from '@/app/_lib/who';
import { minute, number } from '@/lib/format';
import { FileTable } from '../_parts/FileTable';
import { ImportFigures } from '../_parts/ImportFigures';
import { Notes } from '../_parts/Notes';
import { RejectedRows } from '../_parts/RejectedRows';
import { UndoButton } from '../_parts/UndoButton';
import { importPage } from './_model';
import { SourceLine } from './_parts/SourceLine';

interface Props {
  params: Promise<{ import: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { import: id }] = await Promise.all([getTranslations('imports'), params]);
  return { title: t('one', { id }) };
}

/** What one import did, and any line of its files. */
export default async function ImportPage({ params, searchParams }: Props) {
  const [{ import: id }, search, ctx, t] = await Promise.all([
    params,
    searchParams,
    pageContext(),
    getTranslations('imports'),
  ]);
  const result = await attempt(() => importPage(ctx.db, id, search));
  if ('mistake' in result) return <Mistake title={t('one', { id })} mistake={result.mistake} />;
  const page = result.model;
  if (!page) notFound();
  const { current, totals } = page;
  const undoLabel = t('undoSized', { new: totals.new, changed: totals.changed });
  const download = `/api/imports/${page.id}/rejected?file=${current.key}`;
  return (
    <ClientMessages areas={['intake']}>
      <Page
        header={
          <PageHeader
            title={t('one', { id })}
            question={t('onWhen', { at: minute(page.at), by: await personName(page.by) })}
          >
            {current.rejected > 0 ? (
              <ButtonLink href={download} download>
                {t('downloadRejected', { n: current.rejected })}
              </ButtonLink>
            ) : null}
            {page.state === 'loaded' ? (
              <ButtonLink href={`/changes?since=${page.id}`}>{t('changes')}</ButtonLink>
            ) : null}
            {page.state === 'loaded' ? <UndoButton id={page.id} label={undoLabel} /> : null}
          </PageHeader>
        }
        stale={
          page.state === 'undone' ? (
            <p className="stale-line">
              {t('undoneBy', { at: minute(page.undoneAt ?? ''), by: await personName(page.undoneBy ?? '') })}{' '}
              {t('undoneNote')}
            </p>
          ) : null
        }
        filters={
          <div className="filter-bar">
            <Link href="/imports" className="text-accent">
              {t('allImports')}
            </Link>
            <span className="filter-note">{t(`states.${page.state}`)}</span>
          </div>
        }
        figures={<ImportFigures totals={totals} note={t('figures.filesOnly', { n: totals.files })} />}
        footer={<PageFooter keys={[]} dataVersion={ctx.db.dataVersion()} />}
      >
        <SourceLine page={page} />
        <Section title={t('files')} note={t('filesNote')}>
          <FileTable files={page.lines} current={current.key} loaded />
        </Section>
        {page.rejected.length > 0 ? (
          <Section
            title={t('rejectedRows', { file: current.file })}
            note={
              page.rejected.length < current.rejected
                ? t('rejectedFirst', { n: number(page.rejected.length) })
                : t('rejectedNote')
            }
          >
            <RejectedRows file={current} rows={page.rejected} canMap={false} />
          </Section>
        ) : null}
        <Notes file={current} notes={page.notes} />
      </Page>
    </ClientMessages>
  );
}
