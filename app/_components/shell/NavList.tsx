'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, Suspense, use, useState } from 'react';
import { useNavigation } from '../navigation/Pending';
import { currentPage, listedPages, type NavPage } from './nav';

/** Work left on a page; red only when it is late. */
export interface WorkLeft {
  text: string;
  tone?: 'over';
}

export interface LabelledGroup {
  id: string | null;
  label: string;
  pages: readonly (NavPage & { label: string })[];
}

/** Work left by page id, worded: `{ quotas: { text: '3 超', tone: 'over' } }`. It may come after the page. */
export type Work = Promise<Readonly<Record<string, WorkLeft>>>;

interface Props {
  groups: readonly LabelledGroup[];
  work: Work;
  label: string;
}

/** The pages grouped by job, the one shown marked, with the work left on each. */
export function NavList({ groups, work, label }: Props) {
  const pages = groups.flatMap((group) => group.pages);
  const href = currentPage(
    usePathname(),
    pages.map((page) => page.href),
  );
  const current = pages.find((page) => page.href === href);
  const listed = new Set(groups.flatMap((group) => listedPages(group.pages, current)));
  // What is left on a page that is not listed is told by the one it stands under.
  const toldOf = (page: NavPage) =>
    [page, ...pages.filter((p) => p.under === page.id && !listed.has(p))].filter((p) => p.counts);
  return (
    <nav className="nav-list" aria-label={label}>
      {groups.map((group) => (
        <div key={group.id ?? 'first'}>
          {group.id ? <h2>{group.label}</h2> : null}
          <ul>
            {group.pages
              .filter((page) => listed.has(page))
              .map((page) => (
                <li key={page.id} data-under={page.under}>
                  <PageLink href={page.href} current={page === current}>
                    {page.label}
                    {toldOf(page).length > 0 ? (
                      <Suspense fallback={null}>
                        <Count work={work} of={toldOf(page)} />
                      </Suspense>
                    ) : null}
                  </PageLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The work left on the first of some pages that has any. */
function Count({ work, of }: { work: Work; of: readonly NavPage[] }) {
  const all = use(work);
  const left = of.map(({ id }) => all[id]).find((found) => found !== undefined);
  return left ? (
    <span className="nav-count" data-tone={left.tone}>
      {left.text}
    </span>
  ) : null;
}

/** A link to a page: fetched ahead on hover or focus only, and the old page stays, marked pending, until it is there. */
function PageLink({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  const { go } = useNavigation();
  const [warm, setWarm] = useState(false);
  const warmUp = () => setWarm(true);
  return (
    <Link
      href={href}
      prefetch={warm ? null : false}
      aria-current={current ? 'page' : undefined}
      onPointerEnter={warmUp}
      onFocus={warmUp}
      onNavigate={(event) => {
        event.preventDefault();
        go(href);
      }}
    >
      {children}
    </Link>
  );
}
