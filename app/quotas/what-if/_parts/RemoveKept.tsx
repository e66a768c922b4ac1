'use client';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from '@/app/_components/ui/toast';
import { useWho } from '@/app/_components/ui/Who';
import { remove, restore } from '../_actions';

/** Takes a kept one off the list; it can be put back at once. */
export function RemoveKept({ id, name }: { id: number; name: string }) {
  const t = useTranslations('what_if');
  const who = useWho();
  const [busy, start] = useTransition();
  return (
    <button
      type="button"
      className="px-1 text-ink-3"
      disabled={busy}
      aria-label={t('remove', { name })}
      onClick={() =>
        start(async () => {
          await remove(id, who.name || t('somebody'));
          toast({ text: t('removed', { name }), undo: () => restore(id) });
        })
      }
    >
      ×
    </button>
  );
}
