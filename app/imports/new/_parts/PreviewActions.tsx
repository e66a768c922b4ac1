'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useNavigation } from '@/app/_components/navigation/Pending';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';

interface Props {
  drop: string;
  /** New and changed rows. */
  changes: number;
  /** Nothing can be loaded: every file is refused. */
  nothing: boolean;
}

/** Loads what is shown, or forgets it. */
export function PreviewActions({ drop, changes, nothing }: Props) {
  const t = useTranslations('intake');
  const router = useRouter();
  const { go } = useNavigation();
  const [busy, setBusy] = useState(false);

  async function act(work: () => Promise<Response>, then: () => void) {
    setBusy(true);
    const answer = await work().catch(() => null);
    setBusy(false);
    if (answer?.ok) then();
    else toast({ text: t('errors.unexpected', { file: '' }) });
  }
  const address = `/api/imports/drops/${drop}`;
  return (
    <>
      <Button
        disabled={busy}
        onClick={() =>
          act(
            () => fetch(address, { method: 'DELETE' }),
            () => go('/imports', { replace: true }),
          )
        }
      >
        {t('discard')}
      </Button>
      <Button
        kind="primary"
        disabled={busy || nothing}
        onClick={() =>
          act(
            () => fetch(`${address}/loading`, { method: 'POST' }),
            () => router.refresh(),
          )
        }
      >
        {changes > 0 ? t('load', { n: changes }) : t('loadNothing')}
      </Button>
    </>
  );
}

/** Reads the same files once more: after a failure, or when the data has changed meanwhile. */
export function ReadAgain({ drop }: { drop: string }) {
  const t = useTranslations('intake');
  const router = useRouter();
  return (
    <button
      type="button"
      onClick={async () => {
        const answer = await fetch(`/api/imports/drops/${drop}/reading`, { method: 'POST' }).catch(
          () => null,
        );
        if (!answer?.ok) toast({ text: t('errors.unexpected', { file: '' }) });
        router.refresh();
      }}
    >
      {t('readAgain')}
    </button>
  );
}
