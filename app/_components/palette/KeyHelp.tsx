'use client';
import { useTranslations } from 'next-intl';
import { DialogBox } from '../ui/DialogBox';
import type { Command } from './commands';

const rows = [
  ['palette', ['⌘K']],
  ['step', ['[', ']']],
  ['row', ['J', 'K']],
  ['open', ['↵']],
  ['select', ['X']],
  ['close', ['Esc']],
  ['filter', ['F']],
  ['views', ['S']],
  ['density', ['D']],
  ['print', ['P']],
  ['help', ['?']],
] as const;

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
}

/** The list of keys. */
export default function KeyHelp({ open, onOpenChange, commands }: Props) {
  const t = useTranslations('ui.keys');
  return (
    <DialogBox open={open} onOpenChange={onOpenChange} title={t('title')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-table">
        {rows.map(([name, keys]) => (
          <KeyRow key={name} keys={keys} label={t(name)} />
        ))}
        {commands.map((command) =>
          command.key ? (
            <KeyRow key={command.id} keys={['G', command.key.toUpperCase()]} label={command.label} />
          ) : null,
        )}
      </dl>
    </DialogBox>
  );
}

function KeyRow({ keys, label }: { keys: readonly string[]; label: string }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{label}</dd>
    </>
  );
}
