'use client';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { useWho, Who } from '@/app/_components/ui/Who';
import { withdrawOwner } from '../_actions';

/** Takes a decision back, with who and why; it stays in the history. */
export function TakeBack({ id }: { id: number }) {
  const t = useTranslations('ownership.decide');
  const who = useWho();
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();
  return (
    <details className="pt-2">
      <summary className="text-accent text-note">{t('takeBack')}</summary>
      <form
        className="flex flex-col gap-2 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          who.keep();
          start(async () => {
            const undone = await withdrawOwner({ ids: [id], by: who.name, why });
            setProblem(undone.problem);
            if (undone.done) toast({ text: undone.done });
          });
        }}
      >
        <Who who={who} />
        <label className="flex flex-col gap-1 text-table">
          <span className="text-ink-2">{t('why')}</span>
          <input
            className="field"
            value={why}
            autoComplete="off"
            onChange={(event) => setWhy(event.target.value)}
          />
        </label>
        {problem ? (
          <p role="alert" data-tone="over" className="text-table">
            {problem}
          </p>
        ) : null}
        <div>
          <Button type="submit" size="small" disabled={busy}>
            {t('takeBackNow')}
          </Button>
        </div>
      </form>
    </details>
  );
}
