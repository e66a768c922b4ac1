import { useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { number } from '@/lib/format';
import type { ReviewsModel } from '../_model';

/** The review in six figures, each opening its customers. */
export function ReviewFigures({ model }: { model: ReviewsModel }) {
  const t = useTranslations('reviews.figures');
  const { counts, demotedFrom, promotedTo, deadline, period, departments } = model;
  const late = deadline.daysOver > 0 && deadline.undecided > 0;
  return (
    <Figures label={t('label', { period: period.name })}>
      <Figure
        label={t('reviewed')}
        rule="R-01"
        value={number(counts.all)}
        set={{ view: 'all' }}
        note={t('reviewedNote', { n: departments, day: period.end })}
      />
      <Figure
        label={t('undecided')}
        rule="R-01"
        value={number(deadline.undecided)}
        unit={t('of', { n: counts.all })}
        set={{ view: 'undecided' }}
        note={t(late ? 'deadlineOver' : 'deadline', { day: deadline.on, days: deadline.daysOver })}
        noteTone={late ? 'over' : undefined}
      />
      <Figure
        label={t('demote')}
        rule="R-05"
        value={number(counts.demote)}
        set={{ view: 'demote' }}
        note={t('demoteNote', { vip: demotedFrom.vip ?? 0, preferred: demotedFrom.preferred ?? 0 })}
      />
      <Figure
        label={t('promote')}
        rule="R-07"
        value={number(counts.promote)}
        set={{ view: 'promote' }}
        note={t('promoteNote', { vip: promotedTo.vip ?? 0, preferred: promotedTo.preferred ?? 0 })}
      />
      <Figure
        label={t('waiting')}
        rule="R-07"
        value={number(counts.waiting)}
        set={{ view: 'waiting' }}
        note={t('waitingNote')}
      />
      <Figure
        label={t('blacklist')}
        rule="R-09"
        value={number(counts.blacklist)}
        set={{ view: 'blacklist' }}
        note={t('blacklistNote')}
      />
    </Figures>
  );
}
