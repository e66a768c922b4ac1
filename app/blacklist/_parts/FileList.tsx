'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { fileList } from '../_actions';

const DialogBox = dynamic(() => import('@/app/_components/ui/DialogBox').then((m) => m.DialogBox));

/** files a list with the marketing division; asks once, since it leaves the house. */
export function FileList({ department, rows, sheet }: { department: string; rows: number; sheet: string }) {
  const t = useTranslations('listing');
  const who = useWho();
  const [open, setOpen] = useState<boolean>();
  const [state, act, busy] = useActionState(fileList, { problem: null, done: null });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('file')}
      </Button>
      {open === undefined ? null : (
        <DialogBox
          open={open}
          onOpenChange={setOpen}
          title={t('fileTitle', { list: department || t('company') })}
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
            <input type="hidden" name="department" value={department} />
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
