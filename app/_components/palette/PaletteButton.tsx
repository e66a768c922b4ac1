'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Command } from './commands';

const load = () => import('./Palette');
const Palette = dynamic(load, { ssr: false });

/** Opens the palette, also by `⌘K` or `Ctrl K` anywhere, even while typing. */
export function PaletteButton({ commands }: { commands: readonly Command[] }) {
  const t = useTranslations('ui.palette');
  const [open, setOpen] = useState<boolean>();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <button
        type="button"
        className="nav-search"
        aria-haspopup="dialog"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
      >
        {t('open')}
        <kbd>⌘K</kbd>
      </button>
      {open === undefined ? null : <Palette open={open} onOpenChange={setOpen} commands={commands} />}
    </>
  );
}
