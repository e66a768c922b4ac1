import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { NONE, pay, plain, points } from '@/lib/format';
import type { StatementFigure, StatementModel } from '../_model';

interface Term {
  sign: string;
  label: string;
  value: string;
  rule?: string;
  /** The figures whose rows stand behind it. */
  of?: readonly StatementFigure[];
  derived?: true;
  sum?: true;
}

const pts = (value: string | null) => (value === null ? NONE : points(value));
const yuan = (value: string | null) => (value === null ? NONE : pay(value));

function useTerms(m: StatementModel): Term[] {
  const t = useTranslations('bonuses.statement.terms');
  const { row } = m;
  const both = Number(row.praise) > 0 === Number(row.savings) > 0;
  const rewards = both ? 'rewards' : Number(row.praise) > 0 ? 'praise' : 'savings';
  return [
    { sign: '', label: t('gross'), value: pts(row.gross_points), rule: 'B-01', of: ['gross_points'] },
    { sign: '−', label: t('repeat'), value: pts(row.repeat_points), rule: 'B-02', of: ['repeat_points'] },
    { sign: '−', label: t('safety'), value: plain(row.safety_points), rule: 'B-03', of: ['safety_points'] },
    { sign: '−', label: t('base'), value: plain(m.base), rule: 'B-04' },
    {
      sign: '=',
      label: t(Number(row.excess_points) === 0 ? 'floor' : 'excess'),
      value: pts(row.excess_points),
      derived: true,
    },
    { sign: '×', label: t('rate'), value: plain(m.rate), rule: 'B-04' },
    { sign: '=', label: t('pay'), value: yuan(row.performance_pay), derived: true },
    { sign: '+', label: t(rewards), value: pay(m.rewards), rule: 'B-06', of: ['praise', 'savings'] },
    {
      sign: '−',
      label: t('fines'),
      value: pay(m.fines),
      rule: 'B-07',
      of: ['fines_unsigned', 'fines_complaint'],
    },
    { sign: '=', label: t('total'), value: yuan(row.total), rule: 'B-10', sum: true },
  ];
}

/** The formula across: numbers over names over rules; a letter leads to the rows of its term. */
export function Formula({ model }: { model: StatementModel }) {
  const t = useTranslations('bonuses.statement');
  const terms = useTerms(model);
  return (
    <dl className="formula" aria-label={t('formula')}>
      {terms.map((term) => (
        <div key={term.label} data-derived={term.derived} data-sum={term.sum}>
          <dt>
            <i aria-hidden="true">{term.sign}</i>
            <span>{term.label}</span>
            <span className="formula-refs">
              {model.groups
                .filter((group) => term.of?.includes(group.figure))
                .map((group) => (
                  <a
                    key={group.letter}
                    href={`#rows-${group.letter}`}
                    className="letter"
                    style={{ anchorName: `--term-${group.letter}` } as CSSProperties}
                  >
                    {group.letter}
                  </a>
                ))}
              {term.rule ? <RuleRef id={term.rule} /> : null}
            </span>
          </dt>
          <dd>{term.value}</dd>
        </div>
      ))}
    </dl>
  );
}
