import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { moneyExact, moneyParts, number, rate, shortDate } from '@/lib/format';
import { idleLists } from '@/lib/rules/idle_plan';
import type { DueModel } from '../_model';

const rules = { never: 'I-01', first_contact: 'I-01', again: 'I-08' } as const;

/** The three lists, what is urgent, what is planned, and what is at stake. */
export function DueFigures({ model }: { model: DueModel }) {
  const t = useTranslations('idledue.figures');
  const units = useTranslations('columns.units');
  const locale = useLocale();
  const { lists, counts, params, stake, urgentDays, horizon } = model;
  const amount = moneyParts(stake, locale);
  const [chosen] = params.list?.length === 1 ? params.list : [null];
  return (
    <Figures label={t('label')}>
      {idleLists.map((list) => (
        <Figure
          key={list}
          label={t(list)}
          rule={rules[list]}
          value={number(lists[list].count)}
          unit={units('customers')}
          set={{ list: chosen === list ? null : list }}
          note={lists[list].overdue > 0 ? t('overdue', { n: lists[list].overdue }) : t(`${list}Note`)}
          noteTone={lists[list].overdue > 0 ? 'over' : undefined}
        />
      ))}
      <Figure
        label={t('urgent', { n: urgentDays })}
        rule="I-08"
        value={number(counts.urgent)}
        unit={units('customers')}
        tone={counts.urgent > 0 ? 'over' : undefined}
        set={{ view: 'urgent' }}
        note={t('urgentNote', { n: counts.due, day: shortDate(horizon.until, params.as_of) })}
      />
      <Figure
        label={t('planned')}
        rule="V-07"
        value={number(counts.planned)}
        unit={units('customers')}
        set={{ view: 'planned' }}
        note={
          counts.todo + counts.planned === 0
            ? t('nothing')
            : t('plannedNote', { share: rate(counts.planned / (counts.todo + counts.planned), 0) })
        }
      />
      <Figure
        label={t('stake')}
        rule="I-09"
        value={amount.number}
        prefix={amount.prefix}
        unit={amount.unit}
        exact={moneyExact(stake, locale)}
        note={t('stakeNote', { n: model.n })}
      />
    </Figures>
  );
}
