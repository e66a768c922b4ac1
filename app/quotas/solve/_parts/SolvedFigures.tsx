import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { moneyExact, moneyParts, number, rate } from '@/lib/format';
import type { SolvedModel, SolveModel } from '../_model';

/** What the choice is worth, who rises and falls, and whether it is proven. */
export function SolvedFigures({ model, solved }: { model: SolveModel; solved: SolvedModel }) {
  const t = useTranslations('solve.figures');
  const w = useTranslations('solve');
  const locale = useLocale();
  const { choice } = solved;
  const worth = choice.worth ?? '0';
  const money = model.params.goal === 'sales' ? moneyParts(worth, locale) : null;
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('worth')}
        rule="Q-06"
        value={money ? money.number : number(worth, 2)}
        {...(money ? { prefix: money.prefix, unit: money.unit, exact: moneyExact(worth, locale) } : {})}
        note={t(`worthNote.${model.params.goal}`)}
      />
      <Figure
        label={t('promoted')}
        rule="R-07"
        value={number(choice.promoted)}
        note={t('promotedNote')}
        set={{ view: 'promoted' }}
      />
      <Figure
        label={t('due')}
        rule="R-05"
        value={number(choice.demoted_due)}
        note={t('dueNote')}
        set={{ view: 'due' }}
      />
      <Figure
        label={t('forced')}
        rule="Q-03"
        value={number(choice.demoted_further)}
        tone={choice.demoted_further > 0 ? 'full' : undefined}
        note={t('forcedNote')}
        set={{ view: 'forced' }}
      />
      <Figure
        label={t('excess')}
        rule="Q-04"
        value={number(choice.product_excess)}
        note={w(`wish.${model.params.goal}`, { n: number(model.params.excess ?? model.excess) })}
      />
      <Figure
        label={t('proven')}
        value={choice.proven ? t('yes') : t('no')}
        tone={choice.proven ? 'ok' : 'full'}
        note={
          choice.proven ? t('provenNote') : t('gap', { gap: choice.gap === null ? '—' : rate(choice.gap, 2) })
        }
      />
    </Figures>
  );
}
