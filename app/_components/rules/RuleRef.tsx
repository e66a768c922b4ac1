'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';

const load = () => import('./RulePopover');
const RulePopover = dynamic(load, { ssr: false });

/** The number of a rule. A click opens its sentence and dated parameters; without script it leads to them. */
export function RuleRef({ id }: { id: string }) {
  const t = useTranslations('ui.rule');
  const anchor = useRef<HTMLAnchorElement>(null);
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <a
        ref={anchor}
        href={`/policy#${id}`}
        className="rule-ref"
        aria-label={t('label', { id })}
        aria-haspopup="dialog"
        aria-expanded={open ?? false}
        onPointerEnter={load}
        onFocus={load}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {id}
      </a>
      {open === undefined ? null : <RulePopover id={id} open={open} onOpenChange={setOpen} anchor={anchor} />}
    </>
  );
}
