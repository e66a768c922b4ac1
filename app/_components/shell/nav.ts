/** The pages, grouped by job. Labels are `shell.pages.<id>` and `shell.groups.<id>` in the messages. */
export interface NavPage {
  id: string;
  href: string;
  /** The letter after `G` that opens it. */
  key?: string;
  /** The page under which this one stands: listed while one of the two, or of their like, is shown. */
  under?: string;
  /** Whether it tells how much work is left on it. */
  counts?: true;
}

export interface NavGroup {
  id: string | null;
  pages: readonly NavPage[];
}

export const navigation: readonly NavGroup[] = [
  { id: null, pages: [{ id: 'overview', href: '/', key: 'o' }] },
  {
    id: 'pipeline',
    pages: [
      { id: 'funnel', href: '/funnel', key: 'f' },
      { id: 'pipeline', href: '/pipeline' },
      { id: 'lost', href: '/lost' },
      { id: 'plans', href: '/plans' },
      { id: 'receivables', href: '/receivables' },
    ],
  },
  {
    id: 'customers',
    pages: [
      { id: 'customers', href: '/customers', key: 'c' },
      { id: 'idle', href: '/idle', key: 'i', counts: true },
      { id: 'idle_due', href: '/idle/due', under: 'idle' },
      { id: 'idle_week', href: '/idle/week', under: 'idle' },
      { id: 'visits', href: '/visits', key: 'v' },
      { id: 'ownership', href: '/ownership' },
      { id: 'files', href: '/files' },
      { id: 'market', href: '/files/market', under: 'files' },
    ],
  },
  {
    id: 'tiers',
    pages: [
      { id: 'quotas', href: '/quotas', key: 'q', counts: true },
      { id: 'quotas_what_if', href: '/quotas/what-if', under: 'quotas' },
      { id: 'quotas_solve', href: '/quotas/solve', under: 'quotas' },
      { id: 'reviews', href: '/reviews', key: 'r', counts: true },
      { id: 'demotions', href: '/reviews/demotions' },
      { id: 'blacklist', href: '/blacklist' },
      { id: 'admission', href: '/admission' },
    ],
  },
  {
    id: 'bonuses',
    pages: [
      { id: 'bonuses', href: '/bonuses', key: 'b' },
      { id: 'bonuses_run', href: '/bonuses/run' },
      { id: 'bonuses_questions', href: '/bonuses/questions', under: 'bonuses_run', counts: true },
      { id: 'bonuses_quarter', href: '/bonuses/quarter' },
      { id: 'bonuses_half', href: '/bonuses/half' },
      { id: 'bonuses_team', href: '/bonuses/team' },
      { id: 'bonuses_what_if', href: '/bonuses/what-if' },
    ],
  },
  {
    id: 'data',
    pages: [
      { id: 'imports', href: '/imports' },
      { id: 'changes', href: '/changes', under: 'imports' },
      { id: 'policy', href: '/policy' },
    ],
  },
];

/** Of these pages, those that are listed while one of them is shown: the ones under it or beside it, and all that stand by themselves. */
export function listedPages<P extends NavPage>(pages: readonly P[], current: NavPage | undefined): P[] {
  const open = current?.under ?? current?.id;
  return pages.filter((page) => page.under === undefined || page.under === open);
}

/** The page of the list that an address belongs to: the longest one it begins with. */
export function currentPage(pathname: string, hrefs: readonly string[]): string | undefined {
  return hrefs
    .filter((href) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
