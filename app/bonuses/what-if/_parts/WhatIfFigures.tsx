import { useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { change, pay, signed } from '@/lib/format';
import { ofPeople, type WhatIfModel } from '../_model';

/** What all the months cost before and after, who gains and who loses; each opens its rows. */
export function WhatIfFigures({ model }: { model: WhatIfModel }) {
  const t = useTranslations('bonus_what_if.figures');
  const { sums, team, counts, gained, lost, link } = model;
  const yuan = t('yuan');
  const rows = link('bonus_what_if_lines', { item: ofPeople });
  const amount = (value: string | null) => (value === null ? null : pay(value));
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('before')}
        rule="B-10"
        value={amount(sums.before)}
        unit={yuan}
        href={rows}
        note={sums.before === null ? t('unknown') : t('beforeNote')}
      />
      <Figure
        label={t('after')}
        rule="B-10"
        value={amount(sums.after)}
        unit={yuan}
        href={rows}
        note={sums.after === null ? t('unknown') : t('afterNote')}
      />
      <Figure
        label={t('difference')}
        rule="B-10"
        value={sums.difference === null ? null : signed(sums.difference, 2)}
        unit={yuan}
        href={link('bonus_what_if_cost')}
        note={
          sums.difference === null || sums.before === null || sums.after === null
            ? t('unknown')
            : Number(sums.difference) === 0
              ? t('nothing')
              : t('share', { change: change(sums.after, sums.before) })
        }
      />
      <Figure
        label={t('gains')}
        value={String(counts.gains)}
        unit={t('people', { n: counts.all })}
        set={{ view: 'gains', band: null, row: null }}
        note={t('gained', { sum: gained === null ? '—' : signed(gained, 2) })}
      />
      <Figure
        label={t('loses')}
        value={String(counts.loses)}
        unit={t('people', { n: counts.all })}
        set={{ view: 'loses', band: null, row: null }}
        note={t('lost', { sum: lost === null ? '—' : signed(lost, 2) })}
      />
      <Figure
        label={t('team')}
        rule="B-09"
        value={amount(team.after)}
        unit={yuan}
        href={link('bonus_what_if_lines', { item: ['parts_team_share'] })}
        note={t('teamNote', { before: team.before === null ? '—' : pay(team.before) })}
      />
    </Figures>
  );
}
