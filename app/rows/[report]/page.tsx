import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Mistake } from '@/app/_components/page/Mistake';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty, StaleLine } from '@/app/_components/page/states';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { pageContext } from '@/app/_lib/context';
import { given, type SearchParams } from '@/app/_lib/url';
import { reportNames } from '@/lib/reports/registry';
import { rowsModel } from './_model';
import { fitted } from './_widths';
import { columnWords, paramWords } from './_words';

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('reports');
  const { report } = await params;
  return { title: t.has(report) ? t(report) : t('rows') };
}

/** The rows behind a figure: any report with the parameters of the figure, each row with the line it came from. */
export default async function RowsPage({ params, searchParams }: Props) {
  const [{ report: name }, search, ctx, t, locale] = await Promise.all([
    params,
    searchParams,
    pageContext(),
    getTranslations('reports'),
    getLocale(),
  ]);
  if (!reportNames().includes(name)) notFound();
  const model = await rowsModel(ctx, name, given(search));
  const title = t.has(name) ? t(name) : t('rows');
  if ('problem' in model) return <Mistake title={title} mistake={model.problem} />;
  const words = await paramWords(model.params, locale);
  const columns = fitted(model.columns, model.rows, await columnWords(locale));
  return (
    <Page
      header={
        <PageHeader title={title} question={words}>
          <ExportMenu href={model.href} />
        </PageHeader>
      }
      stale={
        ctx.data.stale && ctx.data.through ? <StaleLine through={ctx.data.through} today={ctx.today} /> : null
      }
      footer={
        <PageFooter
          range={t('count', { n: model.rows.length })}
          keys={['row']}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      {model.rows.length === 0 ? (
        <Empty>
          {ctx.data.through === null ? (
            <>
              {t('noData')} <Link href="/imports">{t('load')}</Link>
            </>
          ) : (
            t('none')
          )}
        </Empty>
      ) : (
        <ReportTable
          columns={columns}
          rows={model.rows}
          rowKey="_row"
          label={title}
          opens={{ column: 'source_link' }}
          note={
            <>
              {t('rules')}{' '}
              {model.rules.map((id) => (
                <span key={id} className="mr-2">
                  <RuleRef id={id} />
                </span>
              ))}
            </>
          }
        />
      )}
    </Page>
  );
}
