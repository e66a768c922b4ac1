'use client';
import { useTranslations } from 'next-intl';
import { useKeys } from '../navigation/keys';
import { ParamLink } from '../navigation/ParamLink';
import { useHref, useNavigation } from '../navigation/Pending';

const closed = { row: null, tab: null };

/** Closes the drawer; `Esc` does too. */
export function CloseDrawer() {
  const t = useTranslations('ui.drawer');
  const href = useHref();
  const { go } = useNavigation();
  const close = () => go(href(closed));
  useKeys({ Escape: close });
  return (
    <ParamLink
      set={closed}
      className="grid min-h-5 flex-none place-items-center whitespace-nowrap text-table text-ink-3 max-desk:size-11"
      aria-label={t('close')}
    >
      <span>
        <span className="max-desk:hidden">Esc </span>×
      </span>
    </ParamLink>
  );
}
