/** The sum of a month as a formula with the numbers filled in, from left to right as people read it. */
import { sum, yuan } from '@/lib/rules/bonus_decimal';
import type { MonthPolicy, MonthStatement } from '@/lib/rules/bonus_month';
import type { StatementTerm } from './bonus_statement_shape';

type Term = [
  sign: StatementTerm['sign'],
  term: string,
  value: string | null,
  unit: StatementTerm['unit'],
  rule: string | null,
  figures?: readonly string[],
];

/** Gross − repeats − accidents − base = excess × rate = pay + rewards − fines = total (B-04, B-10). */
export function monthFormula(s: MonthStatement, policy: MonthPolicy): StatementTerm[] {
  const rewards = yuan(sum([s.praise, s.savings]));
  const fines = yuan(sum([s.fines_unsigned, s.fines_complaint]));
  const terms: Term[] = [
    ['', 'gross', s.gross_points, 'points', 'B-01', ['gross_points']],
    ['-', 'repeat', s.repeat_points, 'points', 'B-02', ['repeat_points']],
    ['-', 'safety', s.safety_points, 'points', 'B-03', ['safety_points']],
    ['-', 'base', policy['bonus.base_points'], 'points', 'B-04'],
    ['=', 'excess', s.excess_points, 'points', null],
    ['*', 'rate', policy['bonus.point_rate'], 'yuan_per_point', 'B-04'],
    ['=', 'pay', s.performance_pay, 'yuan', null],
    ['+', 'rewards', rewards, 'yuan', 'B-06', ['praise', 'savings']],
    ['-', 'fines', fines, 'yuan', 'B-07', ['fines_unsigned', 'fines_complaint']],
    ['=', 'total', s.total, 'yuan', 'B-10'],
  ];
  return terms.map(([sign, term, value, unit, rule, figures = []]) => ({
    sign,
    term,
    value,
    unit,
    rule,
    figures,
  }));
}
