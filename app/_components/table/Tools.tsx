'use client';
import { useTranslations } from 'next-intl';
import { MenuBox } from '../ui/MenuBox';
import type { WordedColumn } from './columns';

interface Props {
  words: string;
  typed: string;
  onType: (text: string) => void;
  found: number;
  all: number;
  columns: readonly WordedColumn[];
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

/** The order in words, a quick filter, the columns shown. */
export function Tools({ words, typed, onType, found, all, columns, hidden, onToggle }: Props) {
  const t = useTranslations('ui.table');
  return (
    <div className="section-tools">
      <span className="max-desk:hidden" aria-live="polite">
        {typed ? t('found', { n: found, all }) : words}
      </span>
      <input
        type="search"
        className="table-find"
        placeholder={t('find')}
        aria-label={t('find')}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <span className="max-desk:hidden">
        <MenuBox className="table-columns" label={t('columns')} title={t('chooseColumns')}>
          {columns.map((column) =>
            column.label ? (
              <label key={column.id} className="popup-item">
                <input
                  type="checkbox"
                  checked={!hidden.has(column.id)}
                  onChange={() => onToggle(column.id)}
                />
                {column.label}
              </label>
            ) : null,
          )}
        </MenuBox>
      </span>
    </div>
  );
}
