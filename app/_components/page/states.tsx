import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { daysBetween, dayWords } from '@/lib/format';
import { ParamLink } from '../navigation/ParamLink';

/** Nothing to show: the fact, then the act. `children` may end in a link. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="state">{children}</div>;
}

/** Filters leave nothing: names them and clears each. `filters`: parameter and what is chosen, worded. */
export function EmptyFiltered({
  filters,
}: {
  filters: readonly { param: string; label: string; value: string }[];
}) {
  const t = useTranslations('ui.states');
  return (
    <div className="state">
      {t('filtered')}{' '}
      {filters.map((f) => (
        <ParamLink key={f.param} set={{ [f.param]: null }} className="mr-2">
          {t('clear', { label: f.label, value: f.value })}
        </ParamLink>
      ))}
    </div>
  );
}

interface ErrorProps {
  /** What could not be done and why, one sentence. */
  children: ReactNode;
  /** What to do: buttons, links. */
  actions?: ReactNode;
}

/** What failed, that nothing changed, what to do. */
export function ErrorState({ children, actions }: ErrorProps) {
  const t = useTranslations('ui.states');
  return (
    <div className="state" role="alert">
      <p>
        <span data-tone="over">{children}</span> {t('unchanged')}
      </p>
      {actions ? <p className="mt-2 flex gap-3">{actions}</p> : null}
    </div>
  );
}

/** Under the header while the data is older than the day shown; printed too. Nothing where it is not. */
export function StaleLine({ through, today }: { through: string; today: string }) {
  const t = useTranslations('ui.states');
  const locale = useLocale();
  const days = daysBetween(through, today);
  if (days <= 0) return null;
  return (
    <p className="stale-line">
      {t('stale', { day: dayWords(through, locale, today), days })} <Link href="/imports">{t('load')}</Link>
    </p>
  );
}
