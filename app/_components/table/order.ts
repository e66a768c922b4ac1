'use client';
import type { SortingState } from '@tanstack/react-table';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { WordedColumn } from './columns';
import { readOrder, writeOrder } from './sorting';

/** The order of a table; kept in the address as `sort` where `shared`, without a request. */
export function useOrder(initial: string, columns: readonly WordedColumn[], shared: boolean) {
  const asked = useSearchParams().get('sort');
  const ids = columns.map((c) => c.id);
  const [order, setOrder] = useState<SortingState>(() => readOrder((shared && asked) || initial, ids));
  const change = useCallback(
    (next: SortingState | ((before: SortingState) => SortingState)) => {
      const after = typeof next === 'function' ? next(order) : next;
      setOrder(after);
      if (!shared) return;
      const url = new URL(window.location.href);
      const text = writeOrder(after);
      if (text && text !== initial) url.searchParams.set('sort', text);
      else url.searchParams.delete('sort');
      window.history.replaceState(null, '', url);
    },
    [order, shared, initial],
  );
  return [order, change] as const;
}

/** The order in words: `按在险金额降序、客户升序排序`. */
export function useOrderWords(order: SortingState, columns: readonly WordedColumn[]): string {
  const t = useTranslations('ui.table');
  const english = t('join') === ', ';
  const words = order.flatMap(({ id, desc }) => {
    const column = columns.find((c) => c.id === id);
    return column ? [`${column.label}${english ? ' ' : ''}${t(desc ? 'descending' : 'ascending')}`] : [];
  });
  return words.length > 0 ? t('sortedBy', { columns: words.join(t('join')) }) : '';
}
