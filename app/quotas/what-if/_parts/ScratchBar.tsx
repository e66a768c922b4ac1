import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import type { WhatIfModel } from '../_model';

/** Whose customers are listed, and the way back and forth through the moves. */
export function ScratchBar({ model }: { model: WhatIfModel }) {
  const t = useTranslations('what_if');
  const { moves, undone, departments, department } = model;
  const last = moves.at(-1);
  const [again, ...later] = undone;
  return (
    <FilterBar
      segments={{
        param: 'department',
        label: t('department'),
        current: department,
        items: departments.flatMap(({ group }) => (group === null ? [] : [{ value: group, label: group }])),
      }}
      note={
        <>
          {t('note')} <RuleRef id="Q-06" />
        </>
      }
    >
      <span className="ml-2 flex gap-1.5">
        {last === undefined ? (
          <span className="chip text-ink-3!">{t('undo')}</span>
        ) : (
          <ParamLink className="chip" set={{ move: moves.slice(0, -1), undone: [last, ...undone] }}>
            {t('undo')}
          </ParamLink>
        )}
        {again === undefined ? (
          <span className="chip text-ink-3!">{t('redo')}</span>
        ) : (
          <ParamLink className="chip" set={{ move: [...moves, again], undone: later }}>
            {t('redo')}
          </ParamLink>
        )}
        {moves.length > 0 || model.from ? (
          <ParamLink className="chip" set={{ move: null, undone: null, scenario: null }}>
            {t('discard', { n: model.moved.length })}
          </ParamLink>
        ) : null}
      </span>
    </FilterBar>
  );
}
