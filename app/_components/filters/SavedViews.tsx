'use client';
import { Popover } from '@base-ui/react/popover';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type RefObject, useCallback, useEffect, useState } from 'react';
import { useNavigation } from '../navigation/Pending';
import { toast } from '../ui/toast';
import { useWho, Who } from '../ui/Who';
import { SavedViewLine } from './SavedViewLine';
import {
  addressOf,
  keepView,
  listViews,
  removeView,
  renameSaved,
  type SavedView,
  ViewRefused,
} from './views';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: RefObject<HTMLElement | null>;
}

/** The list of saved views and the field that saves the present one. Whatever is done can be undone. */
export default function SavedViews({ open, onOpenChange, anchor }: Props) {
  const t = useTranslations('ui.views');
  const { go } = useNavigation();
  const here = addressOf(usePathname(), useSearchParams().toString());
  const who = useWho();
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const reload = useCallback(() => listViews().then(setViews, () => setProblem(t('failed'))), [t]);
  useEffect(() => {
    if (open) void reload();
  }, [open, reload]);

  /** Does one thing, says it with the way back, and shows the list as it is then. @returns false where it was refused */
  async function act(
    work: () => Promise<{ text: string; undo: () => Promise<unknown> }>,
    wanted: string,
  ): Promise<boolean> {
    try {
      const { text, undo } = await work();
      setProblem(null);
      await reload();
      toast({ text, undo: () => undo().then(reload) });
      return true;
    } catch (error) {
      const taken = error instanceof ViewRefused && error.code === 'taken';
      setProblem(taken ? t('taken', { name: wanted }) : t('failed'));
      return false;
    }
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const wanted = name.trim();
    if (who.name.trim() === '') return setProblem(t('needWho'));
    if (wanted === '') return setProblem(t('needName'));
    who.keep();
    const done = await act(async () => {
      const before = await keepView({ name: wanted, url: here });
      return {
        text: t(before === null ? 'saved' : 'replaced', { name: wanted }),
        undo: () => (before === null ? removeView(wanted) : keepView({ name: wanted, url: before })),
      };
    }, wanted);
    if (done) setName('');
  }

  const rename = (from: string, to: string) =>
    act(async () => {
      await renameSaved(from, to);
      return { text: t('renamed', { name: from, to }), undo: () => renameSaved(to, from) };
    }, to);

  const remove = (view: SavedView) =>
    act(async () => {
      await removeView(view.name);
      return { text: t('removed', { name: view.name }), undo: () => keepView(view) };
    }, view.name);

  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="bottom" align="end" sideOffset={6} className="z-[75]">
          <Popover.Popup className="popup w-[320px] p-2" finalFocus={anchor} aria-label={t('title')}>
            {views.length === 0 ? (
              <p className="px-2 py-1 text-ink-3">{t('none')}</p>
            ) : (
              <ul>
                {views.map((view) => (
                  <SavedViewLine
                    key={view.name}
                    view={view}
                    current={view.url === here}
                    onOpen={() => {
                      onOpenChange(false);
                      go(view.url);
                    }}
                    onRename={(to) => rename(view.name, to)}
                    onRemove={() => void remove(view)}
                  />
                ))}
              </ul>
            )}
            <form onSubmit={save} className="mt-1 flex flex-col gap-2 border-line border-t px-2 pt-2 pb-1">
              <label className="flex flex-col gap-1 text-table">
                <span className="text-ink-2">{t('name')}</span>
                <input
                  className="field"
                  value={name}
                  maxLength={60}
                  placeholder={t('suggest')}
                  onChange={(event) => setName(event.target.value)}
                />
              </label>
              <Who who={who} />
              {problem ? (
                <p role="alert" data-tone="over" className="text-table">
                  {problem}
                </p>
              ) : null}
              <button type="submit" className="button self-start" data-kind="primary">
                {t('save')}
              </button>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
