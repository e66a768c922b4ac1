import { useLocale, useTranslations } from 'next-intl';
import { Against } from '@/app/_components/page/Against';
import { Figure, Figures } from '@/app/_components/page/Figures';
import type { SearchParams } from '@/app/_lib/url';
import { dayWords, number } from '@/lib/format';
import { beforeHref, type OwnershipModel } from '../_model';

/**
 * What was found, each with its rule, and what is decided. What bears its dates is compared; of the rest, how much is
 * there only since the day compared with.
 */
export function OwnershipFigures({ model, search }: { model: OwnershipModel; search: SearchParams }) {
  const t = useTranslations('ownership.figures');
  const units = useTranslations('columns.units');
  const locale = useLocale();
  const { counts, within, toDecide, decisions, compare, before, params } = model;
  const day = dayWords(compare.reached ?? params.as_of, locale, params.as_of);
  const against = (now: number, was: number) => (
    <Against
      now={now}
      before={was}
      shown={`${number(was)} ${units('customers')}`}
      day={compare.reached ?? params.as_of}
      href={beforeHref(model, search)}
      asOf={params.as_of}
    />
  );
  const figure = (view: 'unowned' | 'conflict' | 'late_entry' | 'late_first_contact', rule: string) => ({
    label: t(view),
    rule,
    value: number(counts[view]),
    unit: units('customers'),
    set: { view },
  });
  return (
    <Figures label={t('label')}>
      <Figure
        {...figure('unowned', 'O-04')}
        note={before ? t('fresh', { n: before.fresh.unowned, day }) : t('unownedNote')}
      />
      <Figure
        {...figure('conflict', 'O-02')}
        note={before ? t('fresh', { n: before.fresh.conflict, day }) : t('conflictNote')}
      />
      <Figure
        {...figure('late_entry', 'O-01')}
        note={
          before ? against(counts.late_entry, before.counts.late_entry) : t('entryNote', { n: within.enter })
        }
      />
      <Figure
        {...figure('late_first_contact', 'O-03')}
        note={
          typeof before?.fresh.late_first_contact === 'number'
            ? t('contactFresh', { n: counts.reassign, fresh: before.fresh.late_first_contact })
            : t('contactNote', { n: counts.reassign, days: within.first })
        }
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
        note={
          before
            ? against(
                counts.late_forward + counts.entered_before_review,
                before.counts.late_forward + before.counts.entered_before_review,
              )
            : t('reviewNote', { late: counts.late_forward, early: counts.entered_before_review })
        }
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
