'use client';
import type { ComponentProps, MouseEvent } from 'react';
import { useHref, useNavigation } from './Pending';
import type { Changes } from './url';

interface Props extends Omit<ComponentProps<'a'>, 'href'> {
  /** Parameters to change on this page; all others stay. */
  set: Changes;
  /** Replaces the entry of the history instead of adding one. */
  replace?: boolean;
}

const plain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link that changes parameters of this page. A plain link without script, so it opens in a new tab too. */
export function ParamLink({ set, replace = false, onClick, ...rest }: Props) {
  const href = useHref()(set);
  const { go } = useNavigation();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !plain(event)) return;
        event.preventDefault();
        go(href, { replace });
      }}
    />
  );
}
