'use client';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { useNavigation } from '@/app/_components/navigation/Pending';
import { Button } from '@/app/_components/ui/Button';
import { Progress } from './Progress';
import { droppedFiles, readableOf, SendError, type Sending, send } from './upload';

const codes = ['too_large', 'bad_name', 'too_many', 'cut_off', 'foreign_origin'];

/** Where files come in: dropped, or chosen by a button. Nothing is loaded before the preview is confirmed. */
export function DropZone() {
  const t = useTranslations('intake');
  const { go } = useNavigation();
  const picker = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [failure, setFailure] = useState<string>();

  async function take(given: readonly File[], isFolder: boolean) {
    const files = isFolder ? readableOf(given) : [...given];
    if (files.length === 0) {
      setFailure(t('errors.no_files'));
      return;
    }
    const cancel = new AbortController();
    stop.current = cancel;
    setFailure(undefined);
    try {
      go(await send(files, setSending, cancel.signal));
    } catch (error) {
      setSending(undefined);
      if (cancel.signal.aborted) return;
      const code = error instanceof SendError && codes.includes(error.code) ? error.code : 'unexpected';
      const file = error instanceof SendError ? error.file : null;
      setFailure(t(`errors.${code}`, { file: file ?? '' }));
    }
  }

  async function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const { files, folder: isFolder } = await droppedFiles(event.dataTransfer);
    await take(files, isFolder);
  }

  return (
    <section
      className="drop-zone"
      aria-label={t('zone')}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={sending ? undefined : onDrop}
    >
      {sending ? (
        <Progress
          text={t('sending', { file: sending.file, n: sending.number, all: sending.all })}
          share={sending.total > 0 ? sending.sent / sending.total : 0}
          onCancel={() => stop.current?.abort()}
        />
      ) : (
        <>
          <p>
            <b>{t('drop')}</b> <span className="text-ink-3">{t('formats')}</span>
          </p>
          <p className="flex flex-none gap-2">
            <Button onClick={() => picker.current?.click()}>{t('choose')}</Button>
            <Button onClick={() => folder.current?.click()}>{t('chooseFolder')}</Button>
          </p>
        </>
      )}
      {failure ? (
        <p className="basis-full" data-tone="over" role="alert">
          {failure}
        </p>
      ) : null}
      <Picker ref={picker} label={t('choose')} onTake={(files) => take(files, false)} />
      <Picker ref={folder} label={t('chooseFolder')} folder onTake={(files) => take(files, true)} />
    </section>
  );
}

interface PickerProps {
  ref: React.Ref<HTMLInputElement>;
  label: string;
  folder?: boolean;
  onTake: (files: File[]) => void;
}

/** The hidden input behind a button: the button is what is seen and focused. */
function Picker({ ref, label, folder = false, onTake }: PickerProps) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      tabIndex={-1}
      aria-label={label}
      {...(folder ? { webkitdirectory: '' } : { accept: '.csv,.tsv,.txt,.xlsx,.xlsm,.xls' })}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        if (files.length > 0) onTake(files);
      }}
    />
  );
}
