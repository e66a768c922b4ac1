import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';

/** The funnel drawn, or every figure of it as a table. */
export function PictureOrTable({ current }: { current: 'table' | null }) {
  const t = useTranslations('funnel.bars');
  return (
    <Segments
      label={t('views')}
      current={current}
      items={[
        { value: null, label: t('picture') },
        { value: 'table', label: t('table') },
      ]}
    />
  );
}
