import { useLocale, useTranslations } from 'next-intl';
import { change, dayWords, NONE, type Numeric, ratePoints } from '@/lib/format';

interface Props {
  now: Numeric;
  before: Numeric;
  /** What stood then, as shown: `102`, `2,480 万元`. */
  shown: string;
  /** The day compared with. */
  day: string;
  /** The same page at that day. */
  href: string;
  asOf: string;
  /** Shares change by points. */
  isRate?: boolean;
}

/** How a figure changed since another day, and what it was then: that opens the page of that day. */
export function Against({ now, before, shown, day, href, asOf, isRate = false }: Props) {
  const t = useTranslations('compare');
  const locale = useLocale();
  const changed = isRate
    ? ratePoints(Number((Number(now) - Number(before)).toFixed(12)), locale)
    : change(now, before);
  return (
    <>
      {changed === NONE ? null : `${changed} · `}
      <a
        className="underline decoration-line-strong underline-offset-2 hover:text-accent"
        href={href}
        title={t('see', { day: dayWords(day, locale, asOf) })}
      >
        {t('then', { value: shown })}
      </a>
    </>
  );
}
