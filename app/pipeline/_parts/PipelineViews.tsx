import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { href, only, type SearchParams } from '@/app/_lib/url';

const pages = { open: '/pipeline', bridge: '/pipeline/bridge', cohorts: '/pipeline/cohorts' } as const;
/** What the pages have in common, and a link from one to the other keeps. */
const kept = ['as_of', 'department', 'region', 'owner', 'grade', 'tier', 'product'];

/** The three views of the pipeline: what is open, how it moved, what became of each month. */
export function PipelineViews({ current, search }: { current: keyof typeof pages; search: SearchParams }) {
  const t = useTranslations('pipeline.views');
  return (
    <nav className="segments" aria-label={t('label')}>
      {(Object.keys(pages) as (keyof typeof pages)[]).map((page) => (
        <Link
          key={page}
          href={href(pages[page], only(search, kept))}
          aria-current={page === current ? 'true' : undefined}
        >
          {t(page)}
        </Link>
      ))}
    </nav>
  );
}
