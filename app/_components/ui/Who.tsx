'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { FormState } from './form';

const KEY = 'tierline.who';

/** The name of who decides, closes or sets something, remembered in this browser until there are accounts. */
export function useWho() {
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // What was typed before the page was awake stands.
  useEffect(() => setName(field.current?.value || localStorage.getItem(KEY) || ''), []);
  return { name, setName, field, keep: () => localStorage.setItem(KEY, name) };
}

export function Who({ who }: { who: ReturnType<typeof useWho> }) {
  const t = useTranslations('ui');
  return (
    <label className="flex flex-col gap-1 text-table">
      <span className="text-ink-2">{t('who')}</span>
      <input
        ref={who.field}
        className="field"
        name="by"
        value={who.name}
        autoComplete="name"
        onChange={(event) => who.setName(event.target.value)}
      />
    </label>
  );
}

/** What came of it. */
export function Outcome({ state }: { state: FormState }) {
  if (state.problem) {
    return (
      <p role="alert" data-tone="over" className="text-table">
        {state.problem}
      </p>
    );
  }
  return state.done ? (
    <p role="status" data-tone="ok" className="text-table">
      {state.done}
    </p>
  ) : null;
}
