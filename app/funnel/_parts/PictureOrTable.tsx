import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import type { View } from '../_more';

/** The funnel drawn, every figure of it as a table, where each stage's went, and how long they stayed. */
export function PictureOrTable({ current }: { current: View }) {
  const t = useTranslations('funnel.bars');
  return (
    <Segments
      label={t('views')}
      current={current}
      items={[
        { value: null, label: t('picture') },
        { value: 'table', label: t('table') },
        { value: 'flow', label: t('flow') },
        { value: 'times', label: t('times') },
      ]}
    />
  );
}
