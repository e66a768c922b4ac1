'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';

/** Pages whose figures can be held against those before the last import, and the report that they show. */
const reports: Readonly<Record<string, string>> = {
  '/idle': 'idle',
  '/quotas': 'quota',
  '/reviews': 'review',
  '/receivables': 'receivables',
  '/funnel': 'funnel',
  '/visits': 'visits',
  '/plans': 'plan',
  '/bonuses': 'bonus',
};

/** What every one of those reports can be asked with; the rest of the address belongs to the page. */
const shared = ['department', 'region', 'owner', 'grade', 'tier', 'product'];
const dated: Readonly<Record<string, readonly string[]>> = {
  idle: ['as_of', ...shared],
  quota: ['as_of', ...shared],
  review: ['period', 'department'],
  receivables: ['as_of', ...shared],
  funnel: ['period', 'as_of', 'by', ...shared],
  visits: ['period', 'as_of', 'by', ...shared],
  plan: ['period', 'as_of', 'by', 'department', 'owner', 'product'],
  bonus: ['period'],
};

/** Leads from a page to what the last import changed in its figures, with the same question. */
export function ChangedLink() {
  const t = useTranslations('ui.footer');
  const report = reports[usePathname()];
  const search = useSearchParams();
  if (report === undefined) return null;
  const params = new URLSearchParams({ report });
  for (const name of dated[report] ?? []) for (const value of search.getAll(name)) params.append(name, value);
  return (
    <a href={`/changes?${params}`} className="no-print mr-3 text-ink-2 hover:text-accent">
      {t('changes')}
    </a>
  );
}
