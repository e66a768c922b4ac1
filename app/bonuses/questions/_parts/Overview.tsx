import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { Aside } from '@/app/_components/page/Page';
import { Bar } from '@/app/_components/ui/Bar';
import { number } from '@/lib/format';
import { type QuestionsModel, views } from '../_model';

/** The view, and the department. */
export function QuestionFilters({ model }: { model: QuestionsModel }) {
  const t = useTranslations('bonus_questions');
  const { counts, signed, all } = model;
  const of = { ...counts, signatures: signed.length };
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: model.view,
        items: [
          { value: null, label: t('views.all'), count: all.length },
          ...views.map((value) => ({ value, label: t(`views.${value}`), count: of[value] })),
        ],
      }}
      filters={[
        {
          param: 'department',
          label: t('filter.department'),
          options: model.options.map((value) => ({ value, label: value })),
          chosen: model.params.department ?? [],
        },
      ]}
      note={t('note')}
    />
  );
}

/** How many wait, and how many signed: each opens its rows. */
export function QuestionFigures({ model }: { model: QuestionsModel }) {
  const t = useTranslations('bonus_questions.figures');
  const { counts, signatures, signed, waitingSince, all } = model;
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('open')}
        rule="B-13"
        value={number(counts.open)}
        tone={counts.open > 0 ? 'full' : undefined}
        note={waitingSince === null ? t('openNone') : t('openNote', { on: waitingSince })}
        set={{ view: 'open' }}
      />
      <Figure
        label={t('answered')}
        value={number(counts.answered)}
        note={t('answeredNote')}
        set={{ view: 'answered' }}
      />
      <Figure
        label={t('closed')}
        value={number(counts.closed)}
        note={t('closedNote', { n: all.length })}
        set={{ view: 'closed' }}
      />
      <Figure
        label={t('signed')}
        rule="B-13"
        value={number(signatures.signed)}
        unit={t('of', { n: signed.length })}
        note={
          signatures.signed === signed.length
            ? t('signedAll')
            : t('signedNote', { n: signed.length - signatures.signed })
        }
        set={{ view: 'signatures' }}
      />
      <Figure
        label={t('void')}
        rule="B-12"
        value={number(signatures.void)}
        tone={signatures.void > 0 ? 'over' : undefined}
        note={t('voidNote')}
        set={{ view: 'signatures' }}
      />
    </Figures>
  );
}

/** Where signatures are still out. */
export function SignedByDepartment({ model }: { model: QuestionsModel }) {
  const t = useTranslations('bonus_questions.aside');
  return (
    <Aside label={t('title')} width={252}>
      <div className="p-3.5">
        <table className="bar-list">
          <thead>
            <tr>
              <th scope="col">{t('title')}</th>
              <td />
              <th scope="col">{t('head')}</th>
            </tr>
          </thead>
          <tbody>
            {model.departments.map(({ name, signed, of }) => (
              <tr key={name ?? ''}>
                <th scope="row">
                  {name === null ? (
                    t('none')
                  ) : (
                    <ParamLink set={{ department: [name], view: 'signatures' }}>{name}</ParamLink>
                  )}
                </th>
                <td>
                  <Bar value={signed} max={of} />
                </td>
                <td>
                  {number(signed)} / {number(of)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Aside>
  );
}
