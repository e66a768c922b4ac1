'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SavedView } from './views';

interface Props {
  view: SavedView;
  current: boolean;
  onOpen: () => void;
  /** @returns false where the name was refused */
  onRename: (to: string) => Promise<boolean>;
  onRemove: () => void;
}

/** One saved view: open it, give it another name, take it away. */
export function SavedViewLine({ view, current, onOpen, onRename, onRemove }: Props) {
  const t = useTranslations('ui.views');
  const [name, setName] = useState<string | null>(null);
  if (name !== null) {
    return (
      <li>
        <form
          className="flex gap-1 p-1"
          onSubmit={async (event) => {
            event.preventDefault();
            const to = name.trim();
            if (to === '' || (await onRename(to))) setName(null);
          }}
        >
          <input
            className="field min-w-0 flex-1"
            data-size="small"
            value={name}
            maxLength={60}
            aria-label={t('rename', { name: view.name })}
            // biome-ignore lint/a11y/noAutofocus: the field replaces the button that was just pressed
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setName(null);
            }}
          />
          <button type="submit" className="button" data-size="small">
            {t('apply')}
          </button>
        </form>
      </li>
    );
  }
  return (
    <li className="flex items-center">
      <a
        className="popup-item min-w-0 flex-1"
        href={view.url}
        aria-current={current ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        <span className="truncate">{view.name}</span>
        {current ? <span className="note">{t('current')}</span> : null}
      </a>
      <button
        type="button"
        className="px-2 text-ink-3 hover:text-ink max-desk:min-h-11"
        aria-label={t('rename', { name: view.name })}
        onClick={() => setName(view.name)}
      >
        ✎
      </button>
      <button
        type="button"
        className="px-2 text-ink-3 hover:text-ink max-desk:min-h-11"
        aria-label={t('remove', { name: view.name })}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}
