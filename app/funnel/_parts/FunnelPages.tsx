import Link from 'next/link';
import { useTranslations } from 'next-intl';

const pages = { funnel: '/funnel', processes: '/funnel/processes' } as const;

/** The funnel of opportunities and those of other processes. */
export function FunnelPages({ current }: { current: keyof typeof pages }) {
  const t = useTranslations('processes.pages');
  return (
    <nav className="segments" aria-label={t('label')}>
      {(Object.keys(pages) as (keyof typeof pages)[]).map((page) => (
        <Link key={page} href={pages[page]} aria-current={page === current ? 'true' : undefined}>
          {t(page)}
        </Link>
      ))}
    </nav>
  );
}
