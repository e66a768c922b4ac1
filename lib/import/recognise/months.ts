/** Wide sheets: 1月 … 12月 as columns, turned into rows. */
import type { Kind } from '../kind';
import type { Assignment } from './assign';
import { type FoldedHeader, foldHeader, monthOfHeader } from './fold';
import type { PlanUnpivot } from './plan';

/** Fewer month headers than this may be anything. */
const fewest = 3;

/** Words of the file, the sheet or the title that say which figure the months hold; the first is the default. */
const figures: Readonly<
  Record<string, { month: string; values: readonly { column: string; words: RegExp }[] }>
> = {
  targets: {
    month: 'month',
    values: [
      { column: 'visits', words: /拜访|走访|visit/i },
      { column: 'new_customers', words: /新客户|新增客户|新开/ },
      { column: 'sales_amount', words: /.?/ },
    ],
  },
};

/** The month columns of a header. */
export function monthColumns(header: readonly string[]): PlanUnpivot['months'] {
  return header.flatMap((h, index) => {
    const found = monthOfHeader(h);
    return found ? [{ index, header: h, ...found }] : [];
  });
}

/** How the month columns of a wide sheet are turned into rows; null when it is none. */
export function findUnpivot(
  kind: Kind,
  header: readonly string[],
  folded: readonly FoldedHeader[],
  assignment: Assignment,
  fileName: string,
): PlanUnpivot | null {
  const figure = figures[kind.name];
  if (!figure || assignment.assigned.some((a) => a.column.name === figure.month)) return null;
  const months = monthColumns(header);
  if (months.length < fewest) return null;
  const value = figure.values.find((v) => v.words.test(fileName)) ?? figure.values[0];
  if (!value) return null;
  return {
    monthColumn: figure.month,
    valueColumn: value.column,
    months,
    year: months.every((m) => m.year !== null) ? null : yearOf(folded, fileName),
  };
}

/** The year of the months: a column 年度, else the one year that the file's name, sheet or title says. */
export function yearOf(folded: readonly FoldedHeader[], fileName: string): PlanUnpivot['year'] {
  const index = yearColumn(folded);
  if (index >= 0) return { from: 'header', index };
  const years = new Set([...fileName.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((m) => Number(m[1])));
  const [year] = years;
  return years.size === 1 && year !== undefined ? { from: 'constant', year } : null;
}

const yearStems = new Set(
  ['年度', '年份', '年', 'year', '财年', '考核年度', '计划年度'].map((h) => foldHeader(h).stem),
);

export function yearColumn(folded: readonly FoldedHeader[]): number {
  return folded.findIndex((f) => yearStems.has(f.stem));
}
