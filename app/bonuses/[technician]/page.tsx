import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty } from '@/app/_components/page/states';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ButtonLink } from '@/app/_components/ui/Button';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { PrintButton } from '@/app/_components/ui/PrintButton';
import type { PageContext } from '@/app/_lib/context';
import { openPage } from '@/app/_lib/open-page';
import { href, type SearchParams } from '@/app/_lib/url';
import { personName } from '@/app/_lib/who';
import { localMinute } from '../_time';
import { statementWords } from '../_words';
import { statementModel } from './_model';
import { Beside } from './_parts/Beside';
import { PersonStepper } from './_parts/PersonStepper';
import { Statement } from './_parts/Statement';

interface Props {
  params: Promise<{ technician: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ technician }, t] = await Promise.all([params, getTranslations('bonuses')]);
  return { title: `${decodeURIComponent(technician)} · ${t('title')}` };
}

/** The heading while it is not known whose statement it is. */
async function untitled() {
  const t = await getTranslations('statement');
  return { title: t('untitled'), question: t('question') };
}

const lists = { month: '/bonuses', quarter: '/bonuses/quarter', half: '/bonuses/half' } as const;

/** One person's statement of a month, a quarter or a half-year: formula, rows, state; on paper with signatures. */
export default async function StatementPage({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).technician);
  const heading = await untitled();
  const make = (ctx: PageContext, search: SearchParams) => statementModel(ctx, id, search);
  const opened = await openPage('statement', searchParams, make, heading);
  if ('instead' in opened) return opened.instead;
  const { ctx, t, stale } = opened;
  const { period, statement } = opened.model;
  const [words, bonuses] = await Promise.all([statementWords(), getTranslations('bonuses')]);
  const stepper = (
    <Stepper kind="period" value={period} grains={['month', 'quarter', 'half']} to={ctx.today} />
  );
  if (!statement) {
    return (
      <Page header={<PageHeader title={bonuses('title')}>{stepper}</PageHeader>} stale={stale}>
        <Empty>
          {t('missing', { id, period })} <a href={`/bonuses?period=${period}`}>{t('toMonth', { period })}</a>
        </Empty>
      </Page>
    );
  }
  const { technician } = statement.sheet;
  const en = (await getLocale()) === 'en';
  const place = [technician.department, technician.region].filter(Boolean).join(en ? ', ' : '，');
  const about = { id, role: words.codes(`role.${technician.role}`) };
  const asked = { period, technician: id };
  const printed = t('printed', {
    by: await personName(ctx.viewer.name),
    time: localMinute(new Date()),
    version: String(ctx.db.dataVersion()),
  });
  return (
    <Page
      header={
        <PageHeader
          title={t('title', { name: technician.name, period })}
          question={place === '' ? t('whoNowhere', about) : t('who', { ...about, place })}
        >
          <PersonStepper model={statement} />
          {stepper}
          <ButtonLink href={href(lists[statement.grain], {}, { period })}>
            {t(`toPeriod.${statement.grain}`)}
          </ButtonLink>
          <ButtonLink href={href('/api/bonuses/statements', {}, asked)} download>
            {t('pdf')}
          </ButtonLink>
          <ExportMenu href={href('/api/reports/bonus_trace', {}, asked)} />
          <PrintButton />
        </PageHeader>
      }
      stale={stale}
      aside={<Beside model={statement} words={words} />}
      footer={<PageFooter range={t('rounding')} keys={[]} dataVersion={ctx.db.dataVersion()} />}
    >
      <Statement model={statement} words={words} printed={printed} />
    </Page>
  );
}
