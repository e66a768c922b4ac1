import { useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { number, rate } from '@/lib/format';
import { type CohortModel, type CohortSum, cohortHref } from '../_model';

/** The range in figures, against as many months before and the same months a year before. */
export function CohortFigures({ model }: { model: CohortModel }) {
  const t = useTranslations('cohorts.figures');
  const { sum, before, yearBefore } = model;
  const counted = (pick: (s: CohortSum) => number) =>
    t('counts', {
      before: number(pick(before.sum)),
      year: number(pick(yearBefore.sum)),
    });
  const rated = (pick: (s: CohortSum) => number | null) =>
    t('rates', { before: rate(pick(before.sum)), year: rate(pick(yearBefore.sum)) });
  return (
    <Figures label={t('label', { from: model.from, to: model.to })}>
      <Figure
        label={t('created')}
        rule="F-03"
        value={number(sum.created)}
        href={cohortHref(model)}
        note={counted((s) => s.created)}
      />
      <Figure
        label={t('signed')}
        rule="F-03"
        value={number(sum.signed)}
        href={cohortHref(model, { state: 'signed' })}
        note={counted((s) => s.signed)}
      />
      <Figure
        label={t('signedRate')}
        rule="F-03"
        value={sum.signed_rate === null ? null : rate(sum.signed_rate)}
        href={cohortHref(model, { state: 'signed' })}
        note={sum.signed_rate === null ? t('nothingCreated') : rated((s) => s.signed_rate)}
      />
      <Figure
        label={t('lost')}
        rule="F-03"
        value={number(sum.lost)}
        href={cohortHref(model, { state: 'lost' })}
        note={counted((s) => s.lost)}
      />
      <Figure
        label={t('open')}
        rule="F-02"
        value={number(sum.open)}
        href={cohortHref(model, { state: 'open' })}
        note={counted((s) => s.open)}
      />
      <Figure
        label={t('winRate')}
        rule="F-06"
        value={sum.win_rate === null ? null : rate(sum.win_rate)}
        href={cohortHref(model, { state: 'closed' })}
        note={sum.win_rate === null ? t('nothingClosed') : rated((s) => s.win_rate)}
      />
    </Figures>
  );
}
