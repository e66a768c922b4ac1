import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ParamLink } from '../navigation/ParamLink';
import { FilterChip, type FilterOption } from './FilterChip';
import { SaveView } from './SaveView';

export interface Segment {
  /** The value of the parameter; null is the view without it. */
  value: string | null;
  label: string;
  count?: number;
}

export interface Filter {
  /** A repeatable parameter: `department`. */
  param: string;
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
}

interface Props {
  /** The views of the page, one of them shown. `param` defaults to `view`. */
  segments?: { param?: string; label: string; current: string | null; items: readonly Segment[] };
  filters?: readonly Filter[];
  /**
   * A second period to compare with: shown as an active chip that its × clears. Where comparing is the default,
   * `off` is the value of the parameter that ends it; while `on` is false the chip brings it back.
   */
  compare?: { param?: string; value: string; off?: string; on?: boolean } | null;
  /** Left of the saved views. */
  children?: ReactNode;
  /** Right: the limit in force, the order, what is counted. */
  note?: ReactNode;
  /** Many views and filters: what does not fit stands on a second line. */
  wraps?: boolean;
}

/** Views and filters of a page, all of it in the address. */
export function FilterBar({ segments, filters = [], compare, children, note, wraps }: Props) {
  const t = useTranslations('ui.filters');
  const active = filters.filter((filter) => filter.chosen.length > 0);
  return (
    <search className="filter-bar" data-wraps={wraps || undefined} aria-label={t('label')}>
      {segments ? <Segments {...segments} /> : null}
      {filters.map((filter) => (
        <FilterChip key={filter.param} {...filter} />
      ))}
      {compare ? <Compare {...compare} /> : null}
      {active.length > 1 ? (
        <ParamLink className="text-accent" set={Object.fromEntries(active.map((f) => [f.param, null]))}>
          {t('clearAll')}
        </ParamLink>
      ) : null}
      {children}
      <SaveView />
      {note ? (
        <span className="filter-note">
          <span>{note}</span>
        </span>
      ) : null}
    </search>
  );
}

function Compare({ param = 'compare', value, off, on = true }: NonNullable<Props['compare']>) {
  const t = useTranslations('ui.filters');
  return (
    <ParamLink
      className="chip"
      data-active={on || undefined}
      set={{ [param]: on && off ? off : null }}
      aria-label={on ? t('stopComparing', { value }) : `${t('compare')} ${value}`}
    >
      {t('compare')} <b>{value}</b> {on ? <i>×</i> : null}
    </ParamLink>
  );
}

/** A choice of one among few, each a link; also usable in a header. */
export function Segments({ param = 'view', label, current, items }: NonNullable<Props['segments']>) {
  return (
    <nav className="segments" aria-label={label}>
      {items.map((item) => (
        <ParamLink
          key={item.value ?? ''}
          set={{ [param]: item.value }}
          aria-current={item.value === current ? 'true' : undefined}
        >
          {item.label}
          {item.count === undefined ? null : ` ${item.count}`}
        </ParamLink>
      ))}
    </nav>
  );
}
