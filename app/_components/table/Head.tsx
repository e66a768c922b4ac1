'use client';
import type { SortingState } from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { alignOf, type WordedColumn, widthOf } from './columns';

interface Props {
  columns: readonly WordedColumn[];
  order: SortingState;
  onSort: (id: string, add: boolean) => void;
  ticks?: { all: boolean; some: boolean; toggle: () => void };
}

const TICK = 42;

/** What all columns together would like, in pixels. */
export const widthOfAll = (columns: readonly WordedColumn[], ticks: boolean): number =>
  columns.reduce((sum, column) => sum + widthOf(column), ticks ? TICK : 0);

const undrawn = (column: WordedColumn) => column.label === '';

/** The header: a click sorts, with Shift it adds; units stand once, lighter. */
export function Head({ columns, order, onSort, ticks }: Props) {
  const t = useTranslations('ui.table');
  const all = widthOfAll(columns, ticks !== undefined);
  const share = (px: number) => `${(px / all) * 100}%`;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {ticks ? (
          <th className="tick" style={{ width: share(TICK) }}>
            <input
              type="checkbox"
              aria-label={t('selectAll')}
              checked={ticks.all}
              ref={(box) => {
                if (box) box.indeterminate = ticks.some && !ticks.all;
              }}
              onChange={ticks.toggle}
            />
          </th>
        ) : null}
        {columns.map((column) => {
          const by = order.find(({ id }) => id === column.id);
          const className = `${alignOf(column) === 'right' ? 'right' : ''} ${column.hide === 'narrow' ? 'hide-narrow' : ''}`;
          const width = share(widthOf(column));
          if (undrawn(column)) return <td key={column.id} className={className} style={{ width }} />;
          return (
            <th
              key={column.id}
              scope="col"
              className={className}
              style={{ width }}
              aria-sort={by ? (by.desc ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                title={t('sort', { column: column.label })}
                onClick={(event) => onSort(column.id, event.shiftKey)}
              >
                {column.label}
                {column.unitLabel ? <u>{column.unitLabel}</u> : null}
                {by ? <i aria-hidden="true">{by.desc ? '↓' : '↑'}</i> : null}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
