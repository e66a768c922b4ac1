import { useTranslations } from 'next-intl';
import { useCodes } from '@/app/_components/table/ReportTable';
import type { TraitRow } from '@/lib/reports/win_loss';

const unnamed = ['grade', 'department', 'region', 'salesperson', 'product', 'source'] as const;

/** Traits and their values in words. */
export function useTraitNames() {
  const t = useTranslations('lost.apart');
  const words = useTranslations('funnel');
  const codes = useCodes();
  return {
    traitOf: (trait: string) => codes('trait')[trait] ?? trait,
    wordOf: ({ trait, value }: Pick<TraitRow, 'trait' | 'value'>): string => {
      const of = unnamed.find((one) => one === trait);
      if (of)
        return value === null
          ? words(`none.${of}`)
          : of === 'grade'
            ? words('gradeName', { grade: value })
            : value;
      if (trait === 'size') return t(value === 'large' ? 'large' : value === 'small' ? 'small' : 'noAmount');
      return t(value === 'met' ? 'met' : 'notMet');
    },
  };
}
