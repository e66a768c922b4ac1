import { useLocale, useTranslations } from 'next-intl';
import { change, dayWords, NONE, type Numeric } from '@/lib/format';

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
  /** Says the day too. */
  dated?: boolean;
}

/** How a figure changed since another day, and what it was then: that opens the page of that day. */
export function Against({ now, before, shown, day, href, asOf, dated = false }: Props) {
  const t = useTranslations('compare');
  const locale = useLocale();
  const changed = change(now, before);
  const words = dayWords(day, locale, asOf);
  return (
    <>
      {changed === NONE ? null : `${changed} · `}
      <a
        className="underline decoration-line-strong underline-offset-2 hover:text-accent"
        href={href}
        title={t('see', { day: words })}
      >
        {dated ? t('on', { day: words, value: shown }) : t('then', { value: shown })}
      </a>
    </>
  );
}
