import { useTranslations } from 'next-intl';
import { useCodes } from '@/app/_components/table/ReportTable';
import type { IdleSplit } from '../_model';

const vocabularies: Partial<Record<IdleSplit, string>> = {
  reason: 'idle_reason',
  tier: 'tier',
  grade: 'grade',
};

/** A group of a split in words: codes by their vocabulary, names as they are, none said. */
export function useGroupNames(): (split: IdleSplit, value: string | null) => string {
  const t = useTranslations('idle.none');
  const codes = useCodes();
  return (split, value) => (value === null ? t(split) : (codes(vocabularies[split])[value] ?? value));
}
