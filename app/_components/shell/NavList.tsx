'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useNavigation } from '../navigation/Pending';
import { currentPage } from './nav';

/** Work left on a page; red only when it is late. */
export interface WorkLeft {
  text: string;
  tone?: 'over';
}

export interface LabelledGroup {
  id: string | null;
  label: string;
  pages: readonly { id: string; href: string; label: string; key?: string }[];
}

interface Props {
  groups: readonly LabelledGroup[];
  work: Readonly<Record<string, WorkLeft>>;
  label: string;
}

/** The pages grouped by job, the one shown marked, with the work left on each. */
export function NavList({ groups, work, label }: Props) {
  const current = currentPage(
    usePathname(),
    groups.flatMap((group) => group.pages.map((page) => page.href)),
  );
  return (
    <nav className="nav-list" aria-label={label}>
      {groups.map((group) => (
        <div key={group.id ?? 'first'}>
          {group.id ? <h2>{group.label}</h2> : null}
          <ul>
            {group.pages.map((page) => {
              const left = work[page.id];
              return (
                <li key={page.id}>
                  <PageLink href={page.href} current={page.href === current}>
                    {page.label}
                    {left ? (
                      <span className="nav-count" data-tone={left.tone}>
                        {left.text}
                      </span>
                    ) : null}
                  </PageLink>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
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
