'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { withdrawValue } from '../_actions';

/** Takes a value of one's own back; it stays in the history. */
export function Withdraw({ parameter, from }: { parameter: string; from: string }) {
  const t = useTranslations('policy.form');
  const [state, act, busy] = useActionState(withdrawValue, { problem: null, done: null });
  const who = useWho();
  return (
    <details className="pt-1">
      <summary className="text-note text-accent">{t('withdraw')}</summary>
      <form
        action={(data) => {
          who.keep();
          act(data);
        }}
        className="flex flex-col gap-2 pt-2"
      >
        <input type="hidden" name="parameter" value={parameter} />
        <input type="hidden" name="from" value={from} />
        <Who who={who} />
        <label className="flex flex-col gap-1 text-table">
          <span className="text-ink-2">{t('why')}</span>
          <input className="field" name="why" autoComplete="off" />
        </label>
        <Outcome state={state} />
        <div>
          <Button type="submit" size="small" disabled={busy}>
            {t('withdrawFrom', { from })}
          </Button>
        </div>
      </form>
    </details>
  );
}
