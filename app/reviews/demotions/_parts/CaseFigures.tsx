import { useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { number } from '@/lib/format';
import type { CasesModel } from '../_model';

/** The open cases in four figures, each opening its rows. */
export function CaseFigures({ model }: { model: CasesModel }) {
  const t = useTranslations('demotions');
  const { counts } = model;
  return (
    <Figures label={t('figures.label')}>
      <Figure
        label={t('figures.open')}
        rule="R-13"
        value={number(counts.all)}
        set={{ view: null }}
        note={t('figures.openNote', { day: model.params.as_of })}
      />
      <Figure
        label={t('figures.late')}
        rule="R-05"
        value={number(counts.late)}
        set={{ view: 'late' }}
        tone={counts.late > 0 ? 'over' : undefined}
        note={t('figures.lateNote', { n: model.within })}
      />
      <Figure
        label={t('figures.running')}
        rule="R-05"
        value={number(counts.running)}
        set={{ view: 'running' }}
        note={t('figures.runningNote')}
      />
      <Figure
        label={t('figures.problems')}
        rule="R-03"
        value={number(model.problemCount)}
        href={model.problems}
        note={t('figures.problemsNote', { n: model.toLowest })}
      />
    </Figures>
  );
}
