import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Tabs } from '../ui/Tabs';
import { CloseDrawer } from './CloseDrawer';

export type DrawerTab = 'how' | 'rows' | 'history';

interface Props {
  title: string;
  /** What it is, small: `C00027 · 华南部 · 孔华0`. */
  note?: ReactNode;
  /** The tabs that exist, the first is the default; the page renders the content of `tab` alone. */
  tabs?: readonly { id: DrawerTab; count?: number }[];
  /** The parameter `tab` as it stands in the address. */
  tab?: string;
  /** Actions at the foot. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The tab of an address: the one asked for if it exists, else the first. */
export function tabOf(tabs: readonly { id: DrawerTab }[], asked: string | undefined): DrawerTab {
  return (tabs.find((tab) => tab.id === asked) ?? tabs[0])?.id ?? 'how';
}

/** How a row came about, the rows behind it, its history. Not modal; open while the address has `row`. */
export function Drawer({ title, note, tabs, tab, actions, children }: Props) {
  const t = useTranslations('ui.drawer');
  return (
    <aside className="drawer" aria-label={title}>
      <header>
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h2>{title}</h2>
            {note ? <p className="text-table text-ink-3">{note}</p> : null}
          </div>
          <CloseDrawer />
        </div>
        {tabs ? (
          <Tabs
            tabs={tabs.map(({ id, count }) => ({ id, count, label: t(id) }))}
            current={tabOf(tabs, tab)}
            label={t('tabs')}
          />
        ) : (
          <div className="h-2" />
        )}
      </header>
      <div className="drawer-body">{children}</div>
      {actions ? <div className="drawer-foot">{actions}</div> : null}
    </aside>
  );
}
