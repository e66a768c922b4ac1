import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { moneyExact, moneyParts, number, pay, points, rate } from '@/lib/format';
import type { TeamModel } from '../_model';

/** The year in sum; each figure opens its rows. */
export function TeamFigures({ model }: { model: TeamModel }) {
  const t = useTranslations('bonus_team.figures');
  const locale = useLocale();
  const { figures, months, link } = model;
  const cost = figures.cost === null ? null : moneyParts(figures.cost, locale);
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('cost')}
        rule="B-10"
        value={cost?.number ?? null}
        prefix={cost?.prefix}
        unit={cost?.unit}
        exact={figures.cost === null ? undefined : moneyExact(figures.cost, locale)}
        href={link('bonus_year_cost')}
        note={figures.cost === null ? t('unknown') : t('costNote', { n: months.length })}
      />
      <Figure
        label={t('above')}
        rule="B-04"
        value={figures.personMonths === 0 ? null : rate(figures.above / figures.personMonths)}
        href={link('bonus_year_points')}
        note={t('aboveNote', { n: figures.above, all: figures.personMonths })}
      />
      <Figure
        label={t('each')}
        rule="B-04"
        value={figures.each === null ? null : points(figures.each)}
        href={link('bonus_year_points')}
        note={figures.each === null ? t('unknown') : t('eachNote')}
      />
      <Figure
        label={t('parts')}
        rule="B-09"
        value={pay(figures.parts)}
        unit={t('yuan')}
        set={{ view: 'parts', band: null, row: null }}
        note={t('partsNote', { team: pay(figures.team) })}
      />
      <Figure
        label={t('ties')}
        rule="B-05"
        value={String(figures.ties)}
        tone={figures.ties > 0 ? 'full' : undefined}
        set={{ view: 'ranking', row: null }}
        note={figures.ties > 0 ? t('tiesNote') : t('noTies')}
      />
      <Figure
        label={t('satisfaction')}
        rule="S-06"
        value={figures.satisfaction === null ? null : number(figures.satisfaction, 2)}
        unit="/ 4"
        href={link('satisfaction_cards')}
        note={figures.cards === 0 ? t('noCards') : t('cards', { n: figures.cards })}
      />
    </Figures>
  );
}
