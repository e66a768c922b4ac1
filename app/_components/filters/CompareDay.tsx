import { useLocale, useTranslations } from 'next-intl';
import { dayWords } from '@/lib/format';
import { Segments } from './FilterBar';

interface Compared {
  kind: 'month' | 'year' | 'none';
  /** Null where nothing is compared. */
  day: string | null;
  /** What begins only after that day. */
  begins?: { source: string; first_on: string } | null;
}

/** The day beside the one of the page: a month before, a year before, or none. */
export function CompareDay({ compare }: { compare: Compared }) {
  const t = useTranslations('compare');
  return (
    <Segments
      param="compare"
      label={t('label')}
      current={compare.kind === 'month' ? null : compare.kind}
      items={[
        { value: null, label: t('month') },
        { value: 'year', label: t('year') },
        { value: 'none', label: t('none') },
      ]}
    />
  );
}

/** Which day it is, or why there is none to compare with. */
export function ComparedWith({ compare, asOf }: { compare: Compared; asOf: string }) {
  const t = useTranslations('compare');
  const locale = useLocale();
  const { day, begins } = compare;
  if (day === null) return t('without');
  if (!begins) return t('with', { day: dayWords(day, locale, asOf) });
  return t('notReached', {
    compared: dayWords(day, locale, asOf),
    source: t(`source.${begins.source}`),
    day: dayWords(begins.first_on, locale, asOf),
  });
}
