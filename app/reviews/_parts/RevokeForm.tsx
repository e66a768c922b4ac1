'use client';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { revoke } from '../_actions';

/** Takes one decision back, with a reason; it stays on record. */
export function RevokeForm({ id }: { id: number }) {
  const t = useTranslations('decide');
  const who = useWho();
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();
  return (
    <details className="pt-1">
      <summary className="text-accent text-note">{t('revoke')}</summary>
      <form
        className="flex flex-col gap-2 pt-2 text-table"
        onSubmit={(event) => {
          event.preventDefault();
          who.keep();
          start(async () => {
            const made = await revoke({ ids: [id], by: who.name, why });
            setProblem(made.problem);
            if (made.done) toast({ text: made.done });
          });
        }}
      >
        <Who who={who} />
        <label className="flex flex-col gap-1">
          <span className="text-ink-2">{t('why')}</span>
          <input className="field" value={why} autoComplete="off" onChange={(e) => setWhy(e.target.value)} />
        </label>
        <Outcome state={{ problem, done: null }} />
        <div>
          <Button type="submit" size="small" disabled={busy}>
            {t('revokeNow')}
          </Button>
        </div>
      </form>
    </details>
  );
}
