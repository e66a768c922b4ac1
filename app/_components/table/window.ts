'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { DENSITY_EVENT } from '../shell/Preferences';

/** Rows that the server draws, so that a table is there before any script. */
export const FIRST_ROWS = 60;
const PHONE = 'screen and (max-width: 700px)';
const PHONE_ROW = 57;

/** Whether this is a phone: unknown on the server and until the first effect. */
export function usePhone(): boolean | undefined {
  const [phone, setPhone] = useState<boolean>();
  useEffect(() => {
    const query = window.matchMedia(PHONE);
    const read = () => setPhone(query.matches);
    read();
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }, []);
  return phone;
}

/** Below this a table leaves out its columns of `hide: 'narrow'`; the style sheet does so before any script. */
export const NARROW = 1000;

/** How wide the table may be, in pixels; null until it is measured. */
export function useRoom(root: RefObject<HTMLElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useEffect(() => {
    if (!root.current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setRoom(Math.floor(entry.contentRect.width));
    });
    watch.observe(root.current);
    return () => watch.disconnect();
  }, [root]);
  return room;
}

/** True while the page is being printed: a print has every row. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

/** The height of a row in pixels as the chosen density has it. */
function useRowHeight(
  root: RefObject<HTMLElement | null>,
  first: number,
  phone: boolean | undefined,
): number {
  const [height, setHeight] = useState(first);
  useEffect(() => {
    const read = () => {
      const value = root.current && getComputedStyle(root.current).getPropertyValue('--row');
      if (value) setHeight(Number.parseFloat(value));
    };
    read();
    document.addEventListener(DENSITY_EVENT, read);
    return () => document.removeEventListener(DENSITY_EVENT, read);
  }, [root]);
  return phone ? PHONE_ROW : height;
}

/** What stands above the first row in the scroller, and the sticky header and total that cover rows. */
function measure(root: HTMLElement, phone: boolean) {
  const head = root.querySelector('thead')?.offsetHeight ?? 0;
  const foot = root.querySelector('tfoot')?.offsetHeight ?? 0;
  if (!phone) return { above: head, head, foot };
  const page = root.closest<HTMLElement>('[data-page-scroll]');
  const top = root.getBoundingClientRect().top;
  return { above: page ? top - page.getBoundingClientRect().top + page.scrollTop : 0, head: 0, foot: 0 };
}

export interface RowWindow {
  from: number;
  to: number;
  /** Pixels of the rows left out above and below. */
  above: number;
  below: number;
  scrollTo: (index: number) => void;
}

/**
 * The rows to draw: those near the eye where the table scrolls by itself (on a phone, where the page scrolls),
 * all of them where it does not or while printing.
 */
export function useRowWindow(
  root: RefObject<HTMLElement | null>,
  count: number,
  options: { fills: boolean; firstHeight: number; phone: boolean | undefined },
): RowWindow {
  const { fills, firstHeight, phone } = options;
  const printing = usePrinting();
  const height = useRowHeight(root, firstHeight, phone);
  const [edges, setEdges] = useState({ above: 0, head: 0, foot: 0 });
  const scroller = () =>
    phone ? (root.current?.closest<HTMLElement>('[data-page-scroll]') ?? null) : root.current;
  const virtual = useVirtualizer({
    count,
    enabled: fills,
    getScrollElement: scroller,
    estimateSize: () => height,
    overscan: 16,
    scrollMargin: edges.above,
    scrollPaddingStart: edges.head,
    scrollPaddingEnd: edges.foot,
    initialRect: { width: 0, height: FIRST_ROWS * height },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height makes every measure old
  useEffect(() => {
    if (root.current) setEdges(measure(root.current, phone ?? false));
    virtual.measure();
  }, [height, phone, count]);

  const items = virtual.getVirtualItems();
  const scrollTo = (index: number) => virtual.scrollToIndex(index, { align: 'auto' });
  const first = items[0];
  const last = items.at(-1);
  if (!fills || printing || !first || !last) {
    const to = fills && !printing ? Math.min(count, FIRST_ROWS) : count;
    return { from: 0, to, above: 0, below: (count - to) * height, scrollTo };
  }
  return {
    from: first.index,
    to: last.index + 1,
    above: first.index * height,
    below: (count - last.index - 1) * height,
    scrollTo,
  };
}
