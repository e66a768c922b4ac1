import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { change, money, moneyExact, moneyParts, number, rate } from '@/lib/format';
import { missing, type PlansModel, recordsHref } from '../_model';

/** How far the month has come, what is sold, where it leads, and the visits and new customers beside the plan. */
export function PlansFigures({ model }: { model: PlansModel }) {
  const t = useTranslations('plans.figures');
  const locale = useLocale();
  const { whole, compare } = model;
  const sold = moneyParts(whole.actual_amount, locale);
  const pace = whole.run_rate === null ? null : moneyParts(whole.run_rate, locale);
  const left = missing(whole);
  const behind = whole.attainment !== null && whole.elapsed !== null && whole.attainment < whole.elapsed;
  return (
    <Figures label={model.params.period}>
      <Figure
        label={t('elapsed')}
        rule="P-01"
        value={whole.elapsed === null ? null : rate(whole.elapsed)}
        note={t('elapsedNote', { day: model.params.as_of })}
      />
      <Figure
        label={t('sold')}
        rule="P-01"
        value={sold.number}
        prefix={sold.prefix}
        unit={sold.unit}
        exact={moneyExact(whole.actual_amount, locale)}
        href={recordsHref(model, 'sales')}
        note={
          whole.before_amount === null || compare.period === null
            ? t('notCompared')
            : t('against', {
                period: compare.period,
                change: change(whole.actual_amount, whole.before_amount),
              })
        }
      />
      <Figure
        label={t('attainment')}
        rule="P-01"
        value={whole.attainment === null ? null : rate(whole.attainment)}
        href={recordsHref(model, 'plan')}
        note={
          whole.plan_amount === null
            ? t('noPlan')
            : t(Number(left ?? 0) > 0 ? 'attainmentNote' : 'attained', {
                plan: money(whole.plan_amount, locale),
                left: money(left ?? 0, locale),
              })
        }
        noteTone={behind ? 'full' : undefined}
      />
      <Figure
        label={t('pace')}
        rule="P-01"
        value={pace?.number ?? null}
        prefix={pace?.prefix}
        unit={pace?.unit}
        exact={whole.run_rate === null ? undefined : moneyExact(whole.run_rate, locale)}
        href={recordsHref(model, 'sales')}
        note={
          whole.expected === null
            ? t(whole.run_rate === null ? 'notBegun' : 'noPlan')
            : t('paceNote', { expected: rate(whole.expected) })
        }
      />
      <Figure
        label={t('visits')}
        rule="P-01"
        value={number(whole.actual_visits)}
        href={recordsHref(model, 'visits')}
        note={whole.plan_visits === null ? t('noPlan') : t('ofPlan', { n: whole.plan_visits })}
      />
      <Figure
        label={t('new')}
        rule="P-01"
        value={number(whole.actual_new)}
        href={recordsHref(model, 'new')}
        note={whole.plan_new === null ? t('noPlan') : t('ofPlan', { n: whole.plan_new })}
      />
    </Figures>
  );
}
