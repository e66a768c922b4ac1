'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ParamLink } from '../navigation/ParamLink';
import { useHref, useNavigation } from '../navigation/Pending';

export interface FilterOption {
  value: string;
  label: string;
  count?: number;
}

interface Props {
  param: string;
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
}

const load = () => import('./FilterList');
const FilterList = dynamic(load, { ssr: false });

/**
 * A filter of several values. A plain button until it is first used; the list is fetched on hover or focus
 * and applies what was chosen when it closes, so that Back undoes the filter in one step.
 */
export function FilterChip({ param, label, options, chosen }: Props) {
  const t = useTranslations('ui.filters');
  const href = useHref();
  const { go } = useNavigation();
  const [used, setUsed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const names = chosen.map((value) => options.find((o) => o.value === value)?.label ?? value);
  const shown =
    names.length === 0 ? t('all') : names.length <= 2 ? names.join('、') : t('several', { n: names.length });
  const text = (
    <>
      {label} <b>{shown}</b> <i aria-hidden="true">▾</i>
    </>
  );
  return (
    <span className="inline-flex flex-none items-center">
      {used ? (
        <FilterList
          label={label}
          text={text}
          options={options}
          chosen={chosen}
          onApply={(values) => go(href({ [param]: values }))}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className="chip"
          data-active={chosen.length > 0 || undefined}
          aria-haspopup="listbox"
          aria-expanded={false}
          onPointerEnter={load}
          onFocus={load}
          onClick={() => load().then(() => setUsed(true))}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            load().then(() => setUsed(true));
          }}
        >
          {text}
        </button>
      )}
      {chosen.length > 0 ? (
        <ParamLink
          set={{ [param]: null }}
          className="px-1.5 text-ink-3 hover:text-ink max-desk:px-3"
          aria-label={t('clearOne', { label })}
        >
          ×
        </ParamLink>
      ) : null}
    </span>
  );
}
