import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import type { LostModel } from '../_model';

/** What the lower half lists. */
export function ViewTools({ model }: { model: LostModel }) {
  const t = useTranslations('lost.views');
  return (
    <Segments
      label={t('label')}
      current={model.view}
      items={[
        { value: null, label: t('lost'), count: model.whole.lost },
        { value: 'signed', label: t('signed'), count: model.whole.signed },
        { value: 'groups', label: t('groups') },
        { value: 'traits', label: t('traits') },
      ]}
    />
  );
}
