import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { href } from '@/app/_lib/url';
import { number, rate, ratePoints } from '@/lib/format';
import { share } from '@/lib/rules/visits';
import { customersHref, formsHref, type Summary, seenIn, type VisitsModel } from '../_model';

/** Coverage, approval, minutes, what came of the visits, how contact began, who decides: each opens its rows. */
export function VisitsFigures({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits.figures');
  const locale = useLocale();
  const { summary: s, summaryBefore: before, decisions, compare, policy } = model;
  const against = (now: number | null, of: (s: Summary) => number | null) => {
    const then = before ? of(before) : null;
    return now === null || then === null || compare.period === null
      ? null
      : t('against', { change: ratePoints(now - then, locale) });
  };
  const notes = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ');
  const approved = (x: Summary) => share(x.approved_before, x.field_visits);
  const onTime = (x: Summary) => share(x.minutes_on_time, x.minutes_on_time + x.minutes_late);
  const { period: _, ...open } = seenIn(model);
  const decided = share(decisions.met, decisions.open);
  return (
    <Figures label={model.params.period}>
      <Figure
        label={t('coverage')}
        rule="V-06"
        value={s.coverage === null ? null : rate(s.coverage)}
        href={customersHref(model, 'visited')}
        note={
          s.coverage === null
            ? t('nobody')
            : notes(
                t('of', { n: s.customers_visited, of: s.customers_assigned }),
                against(s.coverage, (x) => x.coverage),
              )
        }
      />
      <Figure
        label={t('approved')}
        rule="V-01"
        value={approved(s) === null ? null : rate(approved(s))}
        href={formsHref(model, 'approval_breaches')}
        note={
          s.field_visits === 0
            ? t('noField')
            : notes(
                t('breaches', { n: s.approval_breaches, of: s.field_visits }),
                against(approved(s), approved),
              )
        }
        noteTone={s.approval_breaches > 0 ? 'over' : undefined}
      />
      <Figure
        label={t('minutes', { days: policy.minutesWithin })}
        rule="V-02"
        value={onTime(s) === null ? null : rate(onTime(s))}
        href={formsHref(model, 'minutes_late')}
        note={
          s.minutes_due === 0
            ? t('noMeetings')
            : notes(
                t('minutesNote', { late: s.minutes_late, pending: s.minutes_pending, due: s.minutes_due }),
                against(onTime(s), onTime),
              )
        }
        noteTone={s.minutes_late > 0 ? 'over' : undefined}
      />
      <Figure
        label={t('strike', { days: policy.strikeDays })}
        rule="V-07"
        value={s.strike_rate === null ? null : rate(s.strike_rate)}
        href={customersHref(model, 'bought')}
        note={
          s.strike_rate === null
            ? t('noMeetings')
            : notes(
                t('strikeNote', { n: s.visited_and_bought, of: s.customers_met }),
                against(s.strike_rate, (x) => x.strike_rate),
              )
        }
      />
      <Figure
        label={t('cold')}
        rule="V-04"
        value={s.cold_call_share === null ? null : rate(s.cold_call_share)}
        href={formsHref(model, 'cold_calls')}
        note={
          s.cold_call_share === null
            ? t('noFirsts')
            : notes(
                t('of', { n: s.cold_calls, of: s.first_contacts }),
                against(s.cold_call_share, (x) => x.cold_call_share),
              )
        }
      />
      <Figure
        label={t('deciders')}
        rule="V-08"
        value={decided === null ? null : rate(decided)}
        href={href('/rows/visits_decision_makers', {}, { ...open, met: 'false' })}
        note={
          decided === null
            ? t('noOpen')
            : t('decidersNote', { missing: number(decisions.open - decisions.met), of: decisions.open })
        }
      />
    </Figures>
  );
}
