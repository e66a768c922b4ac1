'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useKeys } from '../navigation/keys';

const load = () => import('./SavedViews');
const SavedViews = dynamic(load, { ssr: false });

/** The saved views of this browser's name, and the present filters under a new one. `S` opens it. */
export function SaveView() {
  const t = useTranslations('ui.views');
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<boolean>();
  useKeys({ s: () => setOpen(true) });
  return (
    <>
      <button
        type="button"
        ref={anchor}
        className="chip"
        aria-haspopup="dialog"
        aria-expanded={open ?? false}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen((was) => !was)}
      >
        {t('button')} <i aria-hidden="true">▾</i>
      </button>
      {open === undefined ? null : <SavedViews open={open} onOpenChange={setOpen} anchor={anchor} />}
    </>
  );
}
