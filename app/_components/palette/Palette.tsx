'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useState } from 'react';
import { listViews, type SavedView } from '../filters/views';
import { useNavigation } from '../navigation/Pending';
import { type Command, find } from './commands';
import { findCustomers } from './customers';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
}

/** Pages, saved views, rules and customers by name or number; Enter opens the marked one. */
export default function Palette({ open, onOpenChange, commands }: Props) {
  const t = useTranslations('ui.palette');
  const { go } = useNavigation();
  const [typed, setTyped] = useState('');
  const [views, setViews] = useState<readonly SavedView[]>([]);
  useEffect(() => {
    if (open) listViews().then(setViews, () => setViews([]));
  }, [open]);
  const saved = views.map((v) => ({ id: `view-${v.name}`, href: v.url, label: v.name, group: t('view') }));
  const wanted = useDeferredValue(typed);
  const [customers, setCustomers] = useState<readonly Command[]>([]);
  const customer = t('customer');
  useEffect(() => {
    const stop = new AbortController();
    findCustomers(wanted, customer, stop.signal).then(setCustomers, () => undefined);
    return () => stop.abort();
  }, [wanted, customer]);
  const items = [...find([...commands, ...saved], typed, t('rule')), ...customers];

  function openCommand(command: Command) {
    onOpenChange(false);
    setTyped('');
    go(command.href);
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog palette" aria-label={t('open')}>
          <Autocomplete.Root
            open
            inline
            items={items}
            mode="none"
            value={typed}
            onValueChange={setTyped}
            itemToStringValue={(item: Command) => item.label}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              className="h-11 w-full border-b border-line px-4 outline-none"
              placeholder={t('placeholder')}
              aria-label={t('open')}
            />
            <Autocomplete.Empty>
              <p className="p-4 text-ink-3 empty:hidden">{items.length === 0 ? t('nothing') : ''}</p>
            </Autocomplete.Empty>
            <Autocomplete.List className="max-h-[50vh] overflow-y-auto p-1 empty:hidden">
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className="popup-item"
                  onClick={() => openCommand(command)}
                >
                  {command.label}
                  <span className="note">{command.group}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
