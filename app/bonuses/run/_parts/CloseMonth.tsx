'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { monthClosed } from '../_actions';
import { ActForm } from './ActForm';

const DialogBox = dynamic(() => import('@/app/_components/ui/DialogBox').then((m) => m.DialogBox));

/** Closing is the one deed that asks first: it says what is frozen, for how many and how much. */
export function CloseMonth({ period, people, sum }: { period: string; people: number; sum: string }) {
  const t = useTranslations('bonus_run');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t('close.button', { period })}
      </Button>
      {open ? (
        <DialogBox open onOpenChange={setOpen} title={t('close.title', { period })}>
          <p className="mb-3 max-w-[420px] text-table text-ink-2">{t('close.text', { n: people, sum })}</p>
          <ActForm
            act={monthClosed}
            fields={{ period }}
            why={t('steps.note')}
            submit={t('close.confirm', { period })}
            kind="primary"
            onDone={() => setOpen(false)}
          />
          <div className="mt-2">
            <Button size="small" onClick={() => setOpen(false)}>
              {t('close.cancel')}
            </Button>
          </div>
        </DialogBox>
      ) : null}
    </>
  );
}
