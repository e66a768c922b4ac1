'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { keep } from '../_actions';

interface Props {
  asOf: string;
  moves: readonly string[];
  suggested: string;
}

/** Keeps the scratch copy under a name, with who and why. It decides nothing. */
export function KeepForm({ asOf, moves, suggested }: Props) {
  const t = useTranslations('what_if.keep');
  const [state, act, busy] = useActionState(keep, { problem: null, done: null });
  const who = useWho();
  return (
    <details className="mt-2 text-table">
      <summary className="cursor-pointer text-accent">{t('title')}</summary>
      <form
        className="mt-2 flex flex-col gap-2"
        action={(data) => {
          who.keep();
          act(data);
        }}
      >
        <input type="hidden" name="as_of" value={asOf} />
        <input type="hidden" name="moves" value={JSON.stringify(moves)} />
        <label className="flex flex-col gap-1">
          <span className="text-ink-2">{t('name')}</span>
          <input className="field" name="name" defaultValue={suggested} autoComplete="off" />
        </label>
        <Who who={who} />
        <label className="flex flex-col gap-1">
          <span className="text-ink-2">{t('why')}</span>
          <input className="field" name="why" autoComplete="off" />
        </label>
        <Outcome state={state} />
        <Button type="submit" kind="primary" disabled={busy}>
          {t('submit', { n: moves.length })}
        </Button>
      </form>
    </details>
  );
}
