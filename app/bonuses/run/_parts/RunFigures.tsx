import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { change, monthName, pay, signed } from '@/lib/format';
import type { RunModel } from '../_model';
import { useStepLabel } from './RunSteps';

/** The month in sum against the month before, and what is left to do. */
export function RunFigures({ model }: { model: RunModel }) {
  const t = useTranslations('bonus_run.figures');
  const locale = useLocale();
  const label = useStepLabel();
  const { sums, before, rows, month, closing, open, waived } = model;
  const name = monthName(before.period, locale);
  const against = (now: string | null, then: string | null) => {
    if (now === null) return t('unknown');
    if (then === null || Number(then) === 0) return t('noBefore', { month: name });
    return t('against', { change: change(now, then), month: name, value: pay(then) });
  };
  const adjusted = rows.filter((r) => r.adjustments === null || Number(r.adjustments) !== 0);
  const carried = rows.filter((r) => Number(r.carried) !== 0).length;
  const next = month.steps.find((s) => s.next);
  const yuan = t('yuan');
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('payable')}
        rule="B-10"
        value={sums.payable === null ? null : pay(sums.payable)}
        unit={yuan}
        set={{ view: 'people', row: null }}
        note={against(sums.payable, before.payable)}
      />
      <Figure
        label={t('total')}
        rule="B-10"
        value={sums.total === null ? null : pay(sums.total)}
        unit={yuan}
        href={model.link('bonus')}
        note={against(sums.total, before.total)}
      />
      <Figure
        label={t('adjustments')}
        rule="B-12"
        value={sums.adjustments === null ? null : signed(sums.adjustments, 2)}
        unit={yuan}
        set={{ view: 'adjustments', row: null }}
        note={
          adjusted.length === 0
            ? t('noAdjustments')
            : t(model.moved > 0 ? 'adjustmentsNote' : 'adjustmentsTaken', {
                n: adjusted.length,
                months: model.moved,
              })
        }
      />
      <Figure
        label={t('carried')}
        rule="B-10"
        value={signed(sums.carried, 2)}
        unit={yuan}
        set={{ view: 'people', row: null, sort: 'carried' }}
        note={carried === 0 ? t('noCarried') : t('carriedNote', { n: carried, month: name })}
      />
      <Figure
        label={t('findings')}
        rule="B-12"
        value={String(open)}
        tone={open > 0 ? 'full' : undefined}
        set={{ view: null, row: null }}
        note={waived > 0 ? t('waived', { n: waived }) : open === 0 ? t('none') : undefined}
      />
      <Figure
        label={t('steps')}
        rule="B-13"
        value={String(month.steps.filter((s) => s.taken).length)}
        unit={t('stepsOf', { n: month.steps.length })}
        note={
          closing
            ? t('frozen', { version: closing.dataVersion })
            : next
              ? t('next', { step: label('month', next.step) })
              : t('done')
        }
      />
    </Figures>
  );
}
