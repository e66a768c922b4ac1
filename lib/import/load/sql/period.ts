/** Periods as SQL (rule T-04): every usual way of writing a month, quarter, half-year or year, made canonical. */
import type { PeriodGrain } from '../../kind';
import { bind, literal } from './quote';
import { halfWidthSql } from './text';

const year = '((?:19|20|21)[0-9]{2})';

/** Per grain: the canonical form, and what else it is written as: pattern → canonical text by its groups. */
const forms: Record<
  PeriodGrain,
  { canonical: string; others: [pattern: string, text: (x: string, p: string) => string][] }
> = {
  month: {
    canonical: '[12][0-9]{3}-(0[1-9]|1[0-2])',
    others: [
      [`^${year}[-/.年]?(0?[1-9]|1[0-2])(?:月|月份)?$`, month],
      // A spreadsheet keeps a month as its first day.
      [`^${year}[-/.](0?[1-9]|1[0-2])[-/.]0?1(?:[T]?0?0:00(?::00)?)?$`, month],
      [`^${year}年(0?[1-9]|1[0-2])月0?1日$`, month],
    ],
  },
  quarter: {
    canonical: '[12][0-9]{3}Q[1-4]',
    others: [
      [`^${year}年?[-/.]?第?q?([1-4一二三四])(?:季度|季)$`, quarter],
      [`^${year}年?[-/.]?q([1-4])$`, quarter],
      [
        `^q([1-4])[-/.]?${year}$`,
        (x, p) => `regexp_extract(${x}, ${p}, 2) || 'Q' || regexp_extract(${x}, ${p}, 1)`,
      ],
    ],
  },
  half: {
    canonical: '[12][0-9]{3}H[12]',
    others: [
      [`^${year}年?[-/.]?h([12])$`, half],
      [`^${year}年?[-/.]?(上|下)半年(?:度)?$`, half],
      [`^${year}年?[-/.]?第?([12一二])半年(?:度)?$`, half],
    ],
  },
  year: {
    canonical: '(19|20|21)[0-9]{2}',
    others: [[`^${year}年(?:度)?$`, (x, p) => `regexp_extract(${x}, ${p}, 1)`]],
  },
};

function month(x: string, p: string): string {
  return `regexp_extract(${x}, ${p}, 1) || '-' || lpad(regexp_extract(${x}, ${p}, 2), 2, '0')`;
}

function quarter(x: string, p: string): string {
  return `regexp_extract(${x}, ${p}, 1) || 'Q' || translate(regexp_extract(${x}, ${p}, 2), '一二三四', '1234')`;
}

function half(x: string, p: string): string {
  return `regexp_extract(${x}, ${p}, 1) || 'H' || translate(regexp_extract(${x}, ${p}, 2), '上下一二', '1212')`;
}

/** The canonical text of a period of one of the grains, or null. */
export function periodSql(x: string, of: readonly PeriodGrain[]): string {
  const strict = of.map((g) => `when regexp_full_match(${x}, ${literal(forms[g].canonical)}) then ${x}`);
  const tolerant = bind(`lower(replace(${halfWidthSql(x)}, ' ', ''))`, (y) => {
    const arms = of.flatMap((g) =>
      forms[g].others.map(
        ([p, text]) => `when regexp_matches(${y}, ${literal(p)}) then ${text(y, literal(p))}`,
      ),
    );
    return `case ${arms.join(' ')} end`;
  });
  return `case when ${x} is null then null ${strict.join(' ')} else ${tolerant} end`;
}
