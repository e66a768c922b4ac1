'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/app/_components/ui/Button';

interface Told {
  state: 'none' | 'running' | 'done' | 'stopped' | 'failed';
  progress?: { step: number; steps: number; gap: number | null; seconds: number } | null;
  problem?: string | null;
}

/** Milliseconds between two looks at a search. */
const EVERY = 400;

/** Starts the search of the question, says how far it is, stops it; the page shows what it found. */
export function Run({ question }: { question: string }) {
  const t = useTranslations('solve.run');
  const router = useRouter();
  const [told, setTold] = useState<Told>({ state: 'none' });
  const ask = useCallback(
    async (method: 'GET' | 'POST' | 'DELETE') => {
      const response = await fetch(`/api/solve${question}`, { method });
      if (!response.ok) {
        setTold({ state: 'failed', problem: String(response.status) });
        return;
      }
      const now = (await response.json()) as Told;
      setTold(now);
      if (now.state === 'done') router.refresh();
    },
    [question, router],
  );
  const running = told.state === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void ask('GET'), EVERY);
    return () => clearInterval(timer);
  }, [running, ask]);
  // Somebody may have started the same search already.
  useEffect(() => void ask('GET'), [ask]);
  if (running || told.state === 'done') {
    const { progress } = told;
    const share = progress ? progress.step / (progress.steps + 1) : 0;
    return (
      <div className="state max-w-[560px]">
        <p role="status">
          {progress
            ? t('step', {
                step: progress.step,
                steps: progress.steps,
                seconds: Math.round(progress.seconds),
                gap: progress.gap === null ? '—' : `${(progress.gap * 100).toFixed(2)}%`,
              })
            : t('reading')}
        </p>
        <div
          className="progress my-3"
          role="progressbar"
          aria-label={t('label')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        >
          <span style={{ width: `${share * 100}%` }} />
        </div>
        <Button onClick={() => void ask('DELETE')}>{t('cancel')}</Button>
      </div>
    );
  }
  return (
    <div className="state max-w-[640px]">
      {told.state === 'failed' ? (
        <p role="alert" data-tone="over" className="mb-2">
          {t('failed', { problem: told.problem ?? '' })}
        </p>
      ) : null}
      {told.state === 'stopped' ? <p className="mb-2">{t('stopped')}</p> : null}
      <p className="mb-3">{t('what')}</p>
      <Button kind="primary" onClick={() => void ask('POST')}>
        {t('start')}
      </Button>
    </div>
  );
}
