'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { sign, withdraw } from '../_actions';

interface Props {
  period: string;
  technician: string;
  digest: string;
  /** What the button says: the deed and the amount. */
  label: string;
}

const nothing = { problem: null, done: null };

/** The technician's own signature, under the statement as it is shown. */
export function SignForm({ period, technician, digest, label }: Props) {
  const [state, act, busy] = useActionState(sign, nothing);
  const who = useWho();
  return (
    <form
      action={(data) => {
        who.keep();
        act(data);
      }}
      className="question-form"
    >
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="technician" value={technician} />
      <input type="hidden" name="digest" value={digest} />
      <Who who={who} />
      <Outcome state={state} />
      <p>
        <Button type="submit" size="small" disabled={busy}>
          {label}
        </Button>
      </p>
    </form>
  );
}

/** Takes a signature back, with a reason. */
export function WithdrawForm({ period, technician }: Omit<Props, 'digest' | 'label'>) {
  const t = useTranslations('statement.signature');
  const [state, act, busy] = useActionState(withdraw, nothing);
  const who = useWho();
  return (
    <details className="question-more">
      <summary>{t('withdraw')}</summary>
      <form
        action={(data) => {
          who.keep();
          act(data);
        }}
        className="question-form"
      >
        <input type="hidden" name="period" value={period} />
        <input type="hidden" name="technician" value={technician} />
        <Who who={who} />
        <label className="flex flex-col gap-1 text-table">
          <span className="text-ink-2">{t('why')}</span>
          <input className="field" name="why" autoComplete="off" />
        </label>
        <Outcome state={state} />
        <p>
          <Button type="submit" size="small" disabled={busy}>
            {t('withdraw')}
          </Button>
        </p>
      </form>
    </details>
  );
}
