'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { fileNow, reopen, sign } from '../_actions';

const DialogBox = dynamic(() => import('@/app/_components/ui/DialogBox').then((m) => m.DialogBox));

interface Round {
  period: string;
  /** Empty: customers without a department. */
  department: string;
}

const start = { problem: null, done: null };

const Hidden = ({ period, department }: Round) => (
  <>
    <input type="hidden" name="period" value={period} />
    <input type="hidden" name="department" value={department} />
  </>
);

function Why({ name, label }: { name: string; label: string }) {
  return (
    <label className="flex flex-col gap-1">
      <span className="text-ink-2">{label}</span>
      <input className="field" name={name} autoComplete="off" />
    </label>
  );
}

/** Signs a department off; where a quota is over, it asks why. */
export function SignForm({ over, ...round }: Round & { over: boolean }) {
  const t = useTranslations('decide');
  const who = useWho();
  const [state, act, busy] = useActionState(sign, start);
  return (
    <details>
      <summary>{t('sign')}</summary>
      <form
        action={(data) => {
          who.keep();
          act(data);
        }}
      >
        <Hidden {...round} />
        <Who who={who} />
        {over ? <Why name="reason" label={t('overWhy')} /> : null}
        <Outcome state={state} />
        <div>
          <Button type="submit" size="small" disabled={busy}>
            {t('signNow', { department: round.department || t('noDepartment') })}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** Opens a signed department again, with a reason. */
export function ReopenForm(round: Round) {
  const t = useTranslations('decide');
  const who = useWho();
  const [state, act, busy] = useActionState(reopen, start);
  return (
    <details>
      <summary>{t('reopen')}</summary>
      <form
        action={(data) => {
          who.keep();
          act(data);
        }}
      >
        <Hidden {...round} />
        <Who who={who} />
        <Why name="why" label={t('why')} />
        <Outcome state={state} />
        <div>
          <Button type="submit" size="small" disabled={busy}>
            {t('reopenNow', { department: round.department || t('noDepartment') })}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** Files a signed department: asks once, since it leaves the house. */
export function FileButton({ rows, sheet, ...round }: Round & { rows: number; sheet: string }) {
  const t = useTranslations('decide');
  const who = useWho();
  const [open, setOpen] = useState<boolean>();
  const [state, act, busy] = useActionState(fileNow, start);
  const department = round.department || t('noDepartment');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('file')}
      </Button>
      {open === undefined ? null : (
        <DialogBox
          open={open}
          onOpenChange={setOpen}
          title={t('fileTitle', { department, period: round.period })}
        >
          <form
            className="flex flex-col gap-3 text-table"
            action={(data) => {
              who.keep();
              act(data);
            }}
          >
            <p>
              {t('fileNote', { n: rows })} <a href={sheet}>{t('fileSheet')}</a>
            </p>
            <Hidden {...round} />
            <Who who={who} />
            <Outcome state={state} />
            <div className="flex justify-end gap-2">
              <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
              <Button type="submit" kind="primary" disabled={busy}>
                {t('fileNow', { n: rows })}
              </Button>
            </div>
          </form>
        </DialogBox>
      )}
    </>
  );
}
