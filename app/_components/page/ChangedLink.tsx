'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';

/** Pages whose figures can be held against those before the last import, and the report that they show. */
const reports: Readonly<Record<string, string>> = {
  '/funnel': 'funnel',
  '/pipeline': 'pipeline',
  '/pipeline/cohorts': 'cohorts',
  '/lost': 'lost',
  '/plans': 'plan',
  '/receivables': 'receivables',
  '/idle': 'idle',
  '/idle/due': 'idle_due',
  '/visits': 'visits',
  '/ownership': 'ownership',
  '/files': 'completeness',
  '/quotas': 'quota',
  '/reviews': 'review',
  '/bonuses': 'bonus',
};

/** What most of those reports can be asked with; the rest of the address belongs to the page. */
const shared = ['as_of', 'department', 'region', 'owner', 'grade', 'tier', 'product'];
const dated: Readonly<Record<string, readonly string[]>> = {
  funnel: ['period', 'by', ...shared],
  pipeline: ['by', ...shared],
  cohorts: ['from', 'to', ...shared],
  lost: ['period', 'by', 'dated', ...shared],
  plan: ['period', 'as_of', 'by', 'department', 'owner', 'product'],
  visits: ['period', 'by', ...shared],
  completeness: ['by', ...shared],
  review: ['period', 'department'],
  bonus: ['period'],
};

/** How a page is split where its address does not say, and its report is not. */
const splitBy: Readonly<Record<string, string>> = { funnel: 'grade', pipeline: 'grade' };

/** Leads from a page to what the last import changed in its figures, with the same question. */
export function ChangedLink() {
  const t = useTranslations('ui.footer');
  const report = reports[usePathname()];
  const search = useSearchParams();
  if (report === undefined) return null;
  const params = new URLSearchParams({ report });
  for (const name of dated[report] ?? shared)
    for (const value of search.getAll(name)) params.append(name, value);
  const split = splitBy[report];
  if (split !== undefined && !params.has('by')) params.append('by', split);
  return (
    <a href={`/changes?${params}`} className="no-print mr-3 text-ink-2 hover:text-accent">
      {t('changes')}
    </a>
  );
}
