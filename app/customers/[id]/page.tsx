import type { Metadata } from 'next';
import Link from 'next/link';
import { after } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty } from '@/app/_components/page/states';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { PrintButton } from '@/app/_components/ui/PrintButton';
import { openPage } from '@/app/_lib/open-page';
import type { SearchParams } from '@/app/_lib/url';
import { prepareScores } from '@/lib/reports/customer_file';
import { customerModel } from './_model';
import { CustomerFigures } from './_parts/CustomerFigures';
import { FileCard } from './_parts/FileCard';
import { Ledger } from './_parts/Ledger';
import { Sales } from './_parts/Sales';
import { Scores } from './_parts/Scores';
import { Timeline } from './_parts/Timeline';
import { ToKnow } from './_parts/ToKnow';
import './_parts/customer.css';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations('customer')]);
  return { title: `${decodeURIComponent(id)} · ${t('title')}` };
}

/** One customer on one screen, to be read before a visit. */
export default async function CustomerPage({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id);
  const opened = await openPage('customer', searchParams, (ctx, search) => customerModel(ctx, id, search));
  if ('instead' in opened) return opened.instead;
  const { model, ctx, t, stale } = opened;
  if (!model) {
    return (
      <Page header={<PageHeader title={t('title')} />} stale={stale}>
        <Empty>
          {t('unknown', { id })} <Link href="/customers">{t('toList')}</Link>
        </Empty>
      </Page>
    );
  }
  const { file, as_of } = model;
  after(() => prepareScores(ctx, as_of));
  const question = [file.customer_id, file.department, file.region, file.owner ?? t('noOwner')];
  return (
    <Page
      header={
        <PageHeader title={file.name} question={question.filter(Boolean).join(' · ')}>
          <Stepper kind="as_of" value={as_of} to={ctx.today} />
          <PrintButton />
          <ExportMenu href={model.files} />
        </PageHeader>
      }
      stale={stale}
      figures={<CustomerFigures model={model} />}
      footer={<PageFooter range={t('range', { day: as_of })} dataVersion={ctx.db.dataVersion()} />}
    >
      <div className="customer">
        <div>
          <Sales model={model} />
          <Ledger model={model} />
        </div>
        <Timeline model={model} />
        <div>
          <ToKnow model={model} />
          <Suspense fallback={<p className="customer-wait">{t('scores.wait')}</p>}>
            <Scores ctx={ctx} model={model} />
          </Suspense>
          <FileCard model={model} />
        </div>
      </div>
    </Page>
  );
}
