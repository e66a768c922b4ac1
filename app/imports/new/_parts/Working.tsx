'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useNavigation } from '@/app/_components/navigation/Pending';
import { toast } from '@/app/_components/ui/toast';
import { Progress } from '../../_parts/Progress';
import { undoImport } from '../../_parts/UndoButton';

interface Answer {
  state: string;
  importId: number | null;
  progress: { phase: string; file: string | null; done: number; all: number } | null;
}

const EVERY_MS = 400;

/** Reading or loading, watched until it ends; then the page shows what came of it. */
export function Working({ drop, loading, changes }: { drop: string; loading: boolean; changes: number }) {
  const t = useTranslations('intake');
  const router = useRouter();
  const { go } = useNavigation();
  const [answer, setAnswer] = useState<Answer>();

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    async function look() {
      try {
        const response = await fetch(`/api/imports/drops/${drop}`, { signal: stop.signal });
        const now = response.ok ? ((await response.json()) as Answer) : null;
        if (now?.state === 'loaded' && now.importId !== null) return arrive(now.importId);
        if (now === null || !['reading', 'loading'].includes(now.state)) return router.refresh();
        setAnswer(now);
      } catch {
        // The connection may come back; what goes on does so without this page.
        if (stop.signal.aborted) return;
      }
      timer = setTimeout(look, EVERY_MS);
    }
    function arrive(id: number) {
      const undo = async () => {
        await undoImport(id).then(
          () => toast({ text: t('undone', { id }) }),
          () => toast({ text: t('undoFailed', { id }) }),
        );
        router.refresh();
      };
      toast({ text: t('loaded', { n: changes, id }), undo });
      go(`/imports/${id}`, { replace: true });
      // How old the data is, and the counts beside the navigation, stand outside of the page that is gone to.
      router.refresh();
    }
    look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [drop, changes, router, go, t]);

  async function cancel() {
    await fetch(`/api/imports/drops/${drop}`, { method: 'DELETE' });
    go('/imports', { replace: true });
  }

  const progress = answer?.progress;
  const file = progress?.file ?? '';
  const phase = loading ? 'publish' : (progress?.phase ?? 'open');
  return (
    <div className="px-edge py-6">
      <Progress
        text={t(`phases.${phase}`, {
          file,
          n: Math.min((progress?.done ?? 0) + 1, progress?.all ?? 1),
          all: progress?.all ?? 1,
        })}
        share={loading || !progress || phase === 'compare' ? null : progress.done / Math.max(progress.all, 1)}
        onCancel={loading ? undefined : cancel}
      />
    </div>
  );
}
