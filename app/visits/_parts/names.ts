import { useTranslations } from 'next-intl';

/** A group of a split by its name; what has none is said. */
export function useGroupName(): (by: string, group: string | null) => string {
  const t = useTranslations('visits.none');
  return (by, group) => group ?? t(by);
}
