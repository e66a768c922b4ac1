'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useTransition } from 'react';
import { type Changes, withChanges } from './url';

interface Navigation {
  /** Opens an address of this product while the old figures stay. */
  go: (href: string, how?: { replace?: boolean }) => void;
}

const Context = createContext<Navigation | null>(null);

/** Marks what is inside as pending while an address is being fetched, and draws the 2 px bar. */
export function Pending({ className, children }: { className: string; children: ReactNode }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const go = useCallback<Navigation['go']>(
    (href, how) => start(() => router[how?.replace ? 'replace' : 'push'](href, { scroll: false })),
    [router],
  );
  const navigation = useMemo(() => ({ go }), [go]);
  return (
    <Context value={navigation}>
      <div className={className} data-pending={pending || undefined} aria-busy={pending}>
        {pending ? <div className="pending-bar" /> : null}
        {children}
      </div>
    </Context>
  );
}

/** @throws Error outside of the shell */
export function useNavigation(): Navigation {
  const navigation = useContext(Context);
  if (!navigation) throw new Error('useNavigation needs the shell around it');
  return navigation;
}

/** The address of this page with some parameters changed. */
export function useHref(): (changes: Changes) => string {
  const pathname = usePathname();
  const current = useSearchParams().toString();
  return useCallback((changes: Changes) => withChanges(pathname, current, changes), [pathname, current]);
}
