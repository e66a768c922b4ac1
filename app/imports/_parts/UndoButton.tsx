'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';

/** Takes an import back. @throws Error where the server refused */
export async function undoImport(id: number): Promise<void> {
  const answer = await fetch(`/api/imports/${id}/undo`, { method: 'POST' });
  if (!answer.ok) throw new Error(`${answer.status}`);
}

/** Says what it takes back before it does; there is nothing to confirm, the files can be loaded again. */
export function UndoButton({ id, label, size }: { id: number; label: string; size?: 'small' }) {
  const t = useTranslations('intake');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  async function act() {
    setBusy(true);
    try {
      await undoImport(id);
      toast({ text: t('undone', { id }) });
      router.refresh();
    } catch {
      toast({ text: t('undoFailed', { id }) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button size={size} disabled={busy} onClick={act}>
      {busy ? t('undoing') : label}
    </Button>
  );
}
