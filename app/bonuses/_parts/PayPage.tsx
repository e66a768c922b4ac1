import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty, StaleLine } from '@/app/_components/page/states';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { Tag } from '@/app/_components/ui/Tag';
import type { PageContext } from '@/app/_lib/context';
import { PayrollMenu } from './PayrollMenu';

interface Props {
  ctx: PageContext;
  title: string;
  question: string;
  period: string;
  grain: 'quarter' | 'half';
  file: string;
  shown: number;
  all: number;
  filters: ReactNode;
  figures: ReactNode;
  aside: ReactNode;
  children: ReactNode;
}

/** The frame that the pages of a quarter and of a half-year share. */
export function PayPage({ ctx, title, question, period, grain, file, shown, all, ...parts }: Props) {
  const t = useTranslations('bonuses');
  const { through, stale } = ctx.data;
  return (
    <Page
      header={
        <PageHeader title={title} question={question}>
          <Tag tone="full">{t('open')}</Tag>
          <Stepper kind="period" value={period} grains={[grain]} to={ctx.today} />
          <PayrollMenu period={period} />
          <ExportMenu href={file} />
        </PageHeader>
      }
      stale={stale && through ? <StaleLine through={through} today={ctx.today} /> : null}
      filters={parts.filters}
      figures={parts.figures}
      aside={parts.aside}
      footer={<PageFooter range={t('range', { n: shown, all })} dataVersion={ctx.db.dataVersion()} />}
    >
      {parts.children}
    </Page>
  );
}

/** Nothing is loaded yet: the fact, then the act. */
export function NoData({ title, question }: { title: string; question: string }) {
  const t = useTranslations('bonuses');
  return (
    <Page header={<PageHeader title={title} question={question} />}>
      <Empty>
        {t('noData')} <Link href="/imports">{t('load')}</Link>
      </Empty>
    </Page>
  );
}
