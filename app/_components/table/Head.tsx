'use client';
import type { SortingState } from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { alignOf, type WordedColumn } from './columns';

/** Pixels of the column of tick boxes. */
export const TICK = 42;

interface Props {
  columns: readonly WordedColumn[];
  /** Pixels of each column. */
  widths: readonly number[];
  order: SortingState;
  onSort: (id: string, add: boolean) => void;
  ticks?: { all: boolean; some: boolean; toggle: () => void };
}

const undrawn = (column: WordedColumn) => column.label === '';

/** The header: a click sorts, with Shift it adds; units stand once, lighter. */
export function Head({ columns, widths, order, onSort, ticks }: Props) {
  const t = useTranslations('ui.table');
  return (
    <thead>
      <tr aria-rowindex={1}>
        {ticks ? (
          <th className="tick" style={{ width: TICK }}>
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
        {columns.map((column, i) => {
          const by = order.find(({ id }) => id === column.id);
          const className = `${alignOf(column) === 'right' ? 'right' : ''} ${column.hide === 'narrow' ? 'hide-narrow' : ''}`;
          const width = widths[i];
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
                {column.unitLabel && !column.unitIn ? <u>{column.unitLabel}</u> : null}
                {by ? <i aria-hidden="true">{by.desc ? '↓' : '↑'}</i> : null}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
