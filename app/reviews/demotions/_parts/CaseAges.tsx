import { useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import { Aside } from '@/app/_components/page/Page';
import { number } from '@/lib/format';
import type { CasesModel } from '../_model';

/** Beside the list: how many cases are how late. */
export function CaseAges({ model }: { model: CasesModel }) {
  const t = useTranslations('demotions');
  return (
    <Aside label={t('ages.title')} width={252}>
      <div className="p-3.5">
        <BarList
          title={t('ages.title')}
          heads={[t('ages.cases')]}
          rows={model.ages.map(({ key, count }) => ({
            key,
            label: t(`ages.${key}`),
            value: count,
            figures: [number(count)],
            set: { view: key === 'in_time' ? 'running' : 'late' },
          }))}
        />
        <p className="mt-3 text-ink-2 text-note">{t('ages.note', { n: model.inReview })}</p>
      </div>
    </Aside>
  );
}
