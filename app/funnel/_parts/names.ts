import { useTranslations } from 'next-intl';
import { gradeColor } from '@/app/_components/ui/Grade';
import type { FunnelModel } from '../_model';

type Split = FunnelModel['params']['by'];

/** A group of a split in words: grades by their letter, names as they are, none said. */
export function useGroupName(by: Split): (group: string | null) => string {
  const t = useTranslations('funnel');
  return (group) => {
    if (by === 'none') return t('whole');
    if (group === null) return t(`none.${by}`);
    return by === 'grade' ? t('gradeName', { grade: group }) : group;
  };
}

const palette = ['a', 'c', 'b', 'd', 'k', 'none'];

/** Grades in their own colours; other groups in the same six, which differ for every kind of sight. */
export const groupColor = (by: Split, group: string | null, place: number): string =>
  by === 'grade' ? gradeColor(group) : `var(--grade-${palette[place % palette.length]})`;
