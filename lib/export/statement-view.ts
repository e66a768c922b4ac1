/**
 * A statement in words, said once: what the page shows and what stands on paper. Letters lead from a term of the
 * formula to the rows behind it.
 */
import { NONE, pay, plain, points, shortDate, signed } from '@/lib/format';
import type { AnySheet, StatementLine, StatementTerm } from '@/lib/reports/bonus_statement_shape';
import { exact, sum } from '@/lib/rules/bonus_decimal';
import { cellsOf } from './statement-cells';
import { groupWords } from './statement-groups';
import type { StatementWords } from './statement-words';

export interface ViewTerm {
  key: string;
  sign: string;
  label: string;
  value: string;
  rule: string | null;
  letters: string[];
  derived: boolean;
  sum: boolean;
}

export interface ViewRow {
  key: string;
  line: StatementLine;
  /** A mark before the row, with what it says: nobody says whether its record is signed. */
  flag: string | null;
  date: string;
  id: string;
  type: string;
  note: string;
  left: string;
  right: string;
  effect: string;
}

export interface ViewGroup {
  letter: string;
  figure: string;
  rule: string;
  title: string;
  note: string;
  effect: string;
  rows: ViewRow[];
}

export const viewColumns = ['date', 'id', 'type', 'note', 'left', 'right', 'effect'] as const;

export interface StatementView {
  heads: Record<(typeof viewColumns)[number], string>;
  terms: ViewTerm[];
  groups: ViewGroup[];
  /** Jobs whose record nobody says is signed. */
  blank: number;
}

const signs: Record<StatementTerm['sign'], string> = { '': '', '-': '−', '+': '+', '*': '×', '=': '=' };

/** @param words in the reader's language */
export function statementView(sheet: AnySheet, words: StatementWords): StatementView {
  const groups = groupsOf(sheet, words);
  const heads = Object.fromEntries(
    viewColumns.map((name) => [name, words.t(`head.${sheet.grain}.${name}`)]),
  ) as StatementView['heads'];
  return {
    heads,
    groups,
    terms: sheet.formula.map((term) => termOf(term, sheet, groups, words)),
    blank: sheet.lines.filter(isBlank).length,
  };
}

const isBlank = (line: StatementLine) => line.note === 'signature_unknown';

function termOf(
  term: StatementTerm,
  sheet: AnySheet,
  groups: readonly ViewGroup[],
  words: StatementWords,
): ViewTerm {
  const label = labelOf(term, sheet);
  return {
    key: term.term,
    sign: signs[term.sign],
    label: words.t(`terms.${label}`),
    value: termValue(term),
    rule: term.rule,
    letters: groups.filter((g) => term.figures.includes(g.figure)).map((g) => g.letter),
    derived: term.sign === '=' && term.rule === null,
    sum: term.term === 'total',
  };
}

/** The term's name says what is in it: rewards that are praise alone, an excess that ended at the base. */
function labelOf(term: StatementTerm, sheet: AnySheet): string {
  if (term.term === 'excess' && Number(term.value) === 0) return 'floor';
  if (term.term !== 'rewards' || !('praise' in sheet.figures)) return term.term;
  const praise = Number(sheet.figures.praise) > 0;
  const savings = Number(sheet.figures.savings) > 0;
  return praise === savings ? 'rewards' : praise ? 'praise' : 'savings';
}

function termValue({ value, unit, rule, term }: StatementTerm): string {
  if (value === null) return NONE;
  if (unit === 'yuan') return pay(value);
  return unit === 'points' && rule !== 'B-04' && term !== 'safety' ? points(value) : plain(value);
}

function groupsOf(sheet: AnySheet, words: StatementWords): ViewGroup[] {
  const blank = new Set(sheet.lines.filter(isBlank).map((line) => line.source_id));
  // What only lists a blank signature is marked at its job.
  const shown = sheet.lines.filter((line) => !isBlank(line));
  const figures = [...new Set(shown.map((line) => line.figure))];
  return figures.map((figure, i) => {
    const lines = shown.filter((line) => line.figure === figure);
    return {
      letter: String.fromCharCode(97 + i),
      figure,
      rule: lines[0]?.rule ?? '',
      ...groupWords(figure, lines, sheet, words),
      effect: effectOf(figure, sumOf(lines), words),
      rows: lines.map((line) => ({
        key: `${line.figure}:${line.source_kind}:${line.source_id}`,
        line,
        flag: figure === 'gross_points' && blank.has(line.source_id) ? words.t('blank') : null,
        date: line.date === null ? NONE : shortDate(line.date, sheet.period),
        id: line.source_id,
        ...cellsOf(line, sheet, words),
        effect: line.counts
          ? effectOf(figure, line.points ?? line.amount, words)
          : effectOf(figure, '0', words),
      })),
    };
  });
}

function sumOf(lines: readonly StatementLine[]): string | null {
  const effects = lines.map((line) => line.points ?? line.amount);
  if (effects.some((e) => e === null)) return null;
  return sum(effects.map((e) => exact(e ?? '0'))).toFixed();
}

/** Points as they are, what is taken away with its minus; amounts with sign and unit. */
function effectOf(figure: string, effect: string | null, words: StatementWords): string {
  if (effect === null) return NONE;
  if (!figure.endsWith('_points')) return `${signed(effect, 2)} ${words.t('yuan')}`;
  return figure === 'gross_points' ? points(effect) : signed(effect, 3);
}
