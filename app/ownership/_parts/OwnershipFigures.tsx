import { useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { number } from '@/lib/format';
import type { OwnershipModel } from '../_model';

/** What was found, each with its rule, and what is decided. */
export function OwnershipFigures({ model }: { model: OwnershipModel }) {
  const t = useTranslations('ownership.figures');
  const units = useTranslations('columns.units');
  const { counts, within, toDecide, decisions } = model;
  const figure = (view: 'unowned' | 'conflict' | 'late_entry' | 'late_first_contact', rule: string) => ({
    label: t(view),
    rule,
    value: number(counts[view]),
    unit: units('customers'),
    set: { view },
  });
  return (
    <Figures label={t('label')}>
      <Figure {...figure('unowned', 'O-04')} note={t('unownedNote')} />
      <Figure {...figure('conflict', 'O-02')} note={t('conflictNote')} />
      <Figure {...figure('late_entry', 'O-01')} note={t('entryNote', { n: within.enter })} />
      <Figure
        {...figure('late_first_contact', 'O-03')}
        note={t('contactNote', { n: counts.reassign, days: within.first })}
        noteTone={counts.reassign > 0 ? 'full' : undefined}
      />
      <Figure
        label={t('review')}
        rule="O-05"
        value={number(counts.late_forward + counts.entered_before_review)}
        unit={units('customers')}
        set={
          counts.late_forward >= counts.entered_before_review
            ? { view: 'late_forward' }
            : { view: 'entered_before_review' }
        }
        note={t('reviewNote', { late: counts.late_forward, early: counts.entered_before_review })}
      />
      <Figure
        label={t('decided')}
        rule="O-04"
        value={number(counts.decided)}
        unit={t('of', { n: toDecide })}
        set={{ view: 'decided' }}
        note={
          decisions > 0 ? (
            <a className="text-accent" href="/api/reports/owner_decisions?format=xlsx" download="">
              {t('file', { n: decisions })}
            </a>
          ) : (
            t('noneDecided')
          )
        }
      />
    </Figures>
  );
}
