'use client';
import { useSearchParams } from 'next/navigation';
import { type MouseEvent, useCallback, useState } from 'react';
import { useKeys } from '../navigation/keys';
import { useHref, useNavigation } from '../navigation/Pending';
import type { DataTableProps } from './DataTable';
import type { Line } from './groups';

interface Options {
  lines: readonly Line[];
  opens: NonNullable<DataTableProps['opens']>;
  /** Only the main table of a page listens to keys. */
  on: boolean;
  scrollTo: (index: number) => void;
  selection: { toggle: (key: string) => void } | null;
}

const interactive = 'a:not([data-row-link]), button, input, label, summary, [role="dialog"]';

/**
 * Opening rows: `J` and `K` move the mark, and the drawer with it while it is open; Enter or a click opens;
 * `X` ticks. The open row is `row` in the address.
 */
export function useRowKeys({ lines, opens, on, scrollTo, selection }: Options) {
  const shown = useSearchParams().get('row');
  const hrefWith = useHref();
  const { go } = useNavigation();
  const [mark, setMark] = useState<string | null>(null);
  const current = opens === 'drawer' ? shown : null;
  const cursor = current === null ? mark : null;
  const href = useCallback((key: string) => hrefWith({ row: key }), [hrefWith]);

  function move(by: 1 | -1) {
    const at = lines.findIndex((line) => line.key === (current ?? mark));
    for (let i = at + by; i >= 0 && i < lines.length; i += by) {
      const line = lines[i];
      if (line?.kind !== 'row') continue;
      setMark(line.key);
      scrollTo(i);
      if (current !== null) go(href(line.key), { replace: true });
      return;
    }
  }

  function enter(event: KeyboardEvent) {
    if (mark === null || (event.target instanceof Element && event.target.closest('a, button, summary')))
      return;
    if (opens === 'drawer') go(href(mark));
    else document.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(mark)}"] [data-row-link]`)?.click();
  }

  useKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      Enter: enter,
      x: () => {
        const key = current ?? mark;
        if (key !== null) selection?.toggle(key);
      },
    },
    on,
  );

  /** A click anywhere in a row opens it, except on what has its own deed; modified clicks stay the link's. */
  function open(event: MouseEvent) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
      return;
    if (!(event.target instanceof Element) || event.target.closest(interactive)) return;
    if (window.getSelection()?.type === 'Range') return;
    const link = event.target.closest('tr')?.querySelector<HTMLAnchorElement>('[data-row-link]');
    if (!link) return;
    event.preventDefault();
    const key = link.closest('tr')?.dataset.key;
    if (key !== undefined) setMark(key);
    go(link.getAttribute('href') ?? '');
  }

  return { current, cursor, open, href };
}
