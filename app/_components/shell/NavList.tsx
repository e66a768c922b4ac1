'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
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
                  <Link href={page.href} aria-current={page.href === current ? 'page' : undefined}>
                    {page.label}
                    {left ? (
                      <span className="nav-count" data-tone={left.tone}>
                        {left.text}
                      </span>
                    ) : null}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
