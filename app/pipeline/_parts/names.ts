import { useTranslations } from 'next-intl';
import type { Split } from '@/lib/rules/funnel_groups';

/** A group of a split in words: grades by their letter, names as they are, none said. */
export function useGroupName(by: Split): (group: string | null) => string {
  const t = useTranslations('funnel');
  return (group) => {
    if (by === 'none') return t('whole');
    if (group === null) return t(`none.${by}`);
    return by === 'grade' ? t('gradeName', { grade: group }) : group;
  };
}
