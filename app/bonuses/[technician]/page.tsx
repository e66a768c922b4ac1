import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Mistake } from '@/app/_components/page/Mistake';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty, StaleLine } from '@/app/_components/page/states';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import type { SearchParams } from '@/app/_lib/url';
import { minute } from '@/lib/format';
import { statementModel } from './_model';
import { Beside } from './_parts/Beside';
import { PersonStepper } from './_parts/PersonStepper';
import { PrintButton } from './_parts/PrintButton';
import { Statement } from './_parts/Statement';

interface Props {
  params: Promise<{ technician: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ technician }, t] = await Promise.all([params, getTranslations('bonuses')]);
  return { title: `${decodeURIComponent(technician)} · ${t('title')}` };
}

/** One technician's statement of a month: formula, rows, state; on paper with signatures. */
export default async function StatementPage({ params, searchParams }: Props) {
  const [{ technician }, search, ctx, t, codes, all] = await Promise.all([
    params,
    searchParams,
    pageContext(),
    getTranslations('bonuses.statement'),
    getTranslations('codes.role'),
    getTranslations('bonuses'),
  ]);
  const locale = await getLocale();
  const id = decodeURIComponent(technician);
  const result = await attempt(() => statementModel(ctx, id, search));
  if ('mistake' in result) return <Mistake title={all('title')} mistake={result.mistake} />;
  const { period, statement } = result.model;
  const stepper = <Stepper kind="period" value={period} grains={['month']} to={ctx.today} />;
  if (!statement) {
    return (
      <Page header={<PageHeader title={all('title')}>{stepper}</PageHeader>}>
        <Empty>
          {t('missing', { id, period })} <a href={`/bonuses?period=${period}`}>{t('toMonth', { period })}</a>
        </Empty>
      </Page>
    );
  }
  const { place, row } = statement;
  const where = [place.department, place.region].filter(Boolean).join(locale === 'en' ? ', ' : '，');
  const time = minute(
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(new Date()),
  );
  const printed = t('printed', { by: ctx.viewer.name, time, version: String(ctx.db.dataVersion()) });
  const { through, stale } = ctx.data;
  return (
    <Page
      header={
        <PageHeader
          title={t('title', { name: row.name, period })}
          question={t('who', { id, role: codes(row.role), place: where })}
        >
          <PersonStepper model={statement} />
          {stepper}
          <PrintButton />
        </PageHeader>
      }
      stale={stale && through ? <StaleLine through={through} today={ctx.today} /> : null}
      aside={<Beside model={statement} />}
      footer={<PageFooter range={t('rounding')} keys={[]} dataVersion={ctx.db.dataVersion()} />}
    >
      <Statement model={statement} printed={printed} />
    </Page>
  );
}
