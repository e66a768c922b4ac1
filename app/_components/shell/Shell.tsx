import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { dayWords, minute } from '@/lib/format';
import { Pending } from '../navigation/Pending';
import { Keyboard } from '../palette/Keyboard';
import { PaletteButton } from '../palette/PaletteButton';
import { ToastHost } from '../ui/ToastHost';
import { Brand } from './Brand';
import { NavList, type Work } from './NavList';
import { navigation } from './nav';
import { PhoneBar } from './PhoneBar';
import { Preferences } from './Preferences';
import type { Density, Theme } from './preferences';

export interface ShellProps {
  /** Who looks; null where the product runs without accounts. */
  viewer: { name: string; role: string } | null;
  /** The last day that the data covers and when it was loaded; null before the first import. */
  data: { through: string; loadedAt: string } | null;
  /** Work left on the pages; the page does not wait for it. */
  work: Work;
  /** Ids of the pages the viewer may open; all where it is absent. */
  pages?: readonly string[];
  theme: Theme;
  density: Density;
  children: ReactNode;
}

/** Everything around a page: navigation by job, search, who looks at which data, preferences, keys, toasts. */
export function Shell({ viewer, data, work, pages, theme, density, children }: ShellProps) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const groups = navigation
    .map((group) => ({
      id: group.id,
      label: group.id ? t(`groups.${group.id}`) : '',
      pages: group.pages
        .filter((page) => !pages || pages.includes(page.id))
        .map((page) => ({ ...page, label: t(`pages.${page.id}`) })),
    }))
    .filter((group) => group.pages.length > 0);
  const age = data ? t('dataTo', { day: dayWords(data.through, locale) }) : t('noData');
  const list = <NavList groups={groups} work={work} label={t('navigation')} />;
  const foot = (keys: boolean) => (
    <div className="nav-foot">
      {viewer ? (
        <b>
          {viewer.name} · {viewer.role}
        </b>
      ) : null}
      <div>{data ? `${age} · ${t('loadedAt', { time: minute(data.loadedAt).slice(11) })}` : age}</div>
      <Preferences theme={theme} density={density} keys={keys} />
    </div>
  );
  const commands = groups.flatMap((group) =>
    group.pages.map(({ id, href, label, key }) => ({ id, href, label, key, group: group.label })),
  );
  return (
    <Pending className="shell">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <header className="top-bar">
        <PhoneBar brand={<Brand />} label={t('menu')}>
          {list}
          {foot(false)}
        </PhoneBar>
        <span>{age}</span>
      </header>
      <header className="nav-column">
        <div className="brand">
          <Brand />
        </div>
        <PaletteButton commands={commands} />
        {list}
        {foot(true)}
      </header>
      <main id="main" tabIndex={-1} className="min-h-0 min-w-0 outline-none">
        {children}
      </main>
      <Keyboard commands={commands} />
      <ToastHost />
    </Pending>
  );
}
