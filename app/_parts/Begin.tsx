import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { kindOf } from '@/lib/import/kinds';

/** Files to begin with, and the pages that each of them opens. */
const files = [
  { kinds: ['customers'], pages: ['pages.quotas', 'pages.ownership', 'pages.files'] },
  { kinds: ['ledger'], pages: ['pages.receivables', 'pages.reviews', 'pages.idle'] },
  { kinds: ['opportunities', 'stage_changes'], pages: ['pages.funnel', 'pages.pipeline'] },
  { kinds: ['visits'], pages: ['pages.visits', 'pages.idle'] },
  { kinds: ['technicians', 'jobs', 'coefficients'], pages: ['groups.bonuses'] },
] as const;

/** The first page of a company without data: what to load, in no order, and what it will show. */
export function Begin() {
  const t = useTranslations('overview');
  const pages = useTranslations('shell');
  const zh = useLocale() !== 'en';
  const join = zh ? '、' : ', ';
  const kind = (name: string) => (zh ? kindOf(name).zh : kindOf(name).en);
  return (
    <div className="state">
      <p>
        {t('noData')} <Link href="/imports">{t('load')}</Link>
      </p>
      <dl className="begin">
        <dt>{t('begin.file')}</dt>
        <dd>{t('begin.shows')}</dd>
        {files.map(({ kinds, pages: opened }) => (
          <div key={kinds[0]}>
            <dt>{kinds.map(kind).join(join)}</dt>
            <dd>{opened.map((page) => pages(page)).join(join)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-ink-3">{t('begin.others')}</p>
    </div>
  );
}
