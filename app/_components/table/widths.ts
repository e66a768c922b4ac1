import { alignOf, type CellKind, type Row, type TableColumn, type WordedColumn } from './columns';
import { cellText, type TableWords } from './text';

const widths: Partial<Record<TableColumn['type'], number>> = {
  integer: 60,
  money: 92,
  points: 76,
  decimal: 72,
  number: 72,
  rate: 60,
  date: 92,
  instant: 128,
  boolean: 48,
  list: 140,
  code: 80,
};

/** A name of 176 px, its number, the padding. */
const NAME_AND_NUMBER = 264;

const cellWidths: Partial<Record<CellKind['kind'], number>> = {
  grade: 58,
  name: 212,
  owner: 72,
  bar: 76,
  score: 60,
  'quota-cells': 240,
  'quota-bar': 128,
  'points-bar': 120,
  fraction: 76,
  move: 104,
  late: 60,
};

/** About how wide a text of 12 px is: a Chinese character is twice as wide as a Latin letter, a digit between. */
export function textWidth(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (sign > '\u2e80' ? 12 : /[\d−+%]/.test(sign) ? 7.6 : /[.,]/.test(sign) ? 3.8 : 7.1),
    0,
  );
}

/** Left and right of a value in the compact table. */
const PADDING = 12;
const numeric = new Set<TableColumn['type']>(['integer', 'money', 'points', 'decimal', 'number']);

/** Pixels that the largest and the smallest number of each column need, by column id; `total` is one of the rows. */
export function numberWidths(
  columns: readonly WordedColumn[],
  rows: readonly Row[],
  words: TableWords,
): ReadonlyMap<string, number> {
  const needed = new Map<string, number>();
  for (const column of columns) {
    if (!numeric.has(column.type) || column.cell || column.label === '') continue;
    let [least, most] = [0, 0];
    for (const row of rows) {
      const value = Number(row[column.name] ?? 0);
      if (value > most) most = value;
      if (value < least) least = value;
    }
    const px = [least, most].map((value) => textWidth(cellText(value, column, words)));
    needed.set(column.id, Math.ceil(Math.max(...px)) + PADDING);
  }
  return needed;
}

/** About how wide a header is in pixels. */
function headerWidth({ label, unitLabel, unitIn }: WordedColumn): number {
  const text = unitLabel && !unitIn ? `${label} ${unitLabel}` : label;
  const px = [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 6.5), 0);
  return label ? Math.ceil(px) + 28 : 0;
}

/** What the values need, in pixels. */
function valueWidth(column: WordedColumn): number {
  if (column.width !== undefined) return column.width;
  if (column.type === 'money' && column.unit === 'wan' && !column.cell) return 88;
  const cell = column.cell?.kind;
  const drawn = cell === 'name' && 'id' in (column.cell ?? {}) ? NAME_AND_NUMBER : cell && cellWidths[cell];
  return drawn ?? widths[column.type] ?? 96;
}

/** The page's edge is wider than the padding between columns. */
const EDGE = 14;
/** What does not hold a number gives way to this share of its width, a bar to half. */
const LEAST = 0.75;
const LEAST_BAR = 0.5;
/** The share of its width that a column of words may lose where that is all that is missing. */
const FEW = 0.05;

/** Numbers are never cut, nor is a width that the page gave. */
function leastOf(column: WordedColumn, value: number, want: number): number {
  if (column.cell?.kind === 'bar' || column.cell?.kind === 'points-bar') return want * LEAST_BAR;
  if (column.width !== undefined) return want;
  return alignOf(column) === 'right' ? value : want * LEAST;
}

/**
 * Pixels of each column in a table of `room` pixels. With enough room, or while it is not known, what header
 * and values want (the table shares out the rest). With less, headers of numbers, words and bars give way in
 * proportion, where that is enough; else it scrolls sideways with nothing cut.
 * @param needed pixels that the values of a column need at least, by column id (`numberWidths`)
 */
export function fitWidths(
  columns: readonly WordedColumn[],
  room: number | null,
  needed: ReadonlyMap<string, number> = new Map(),
): number[] {
  const last = columns.length - 1;
  const sizes = columns.map((column, i) => {
    const edges = (i === 0 ? EDGE : 0) + (i === last ? EDGE : 0);
    const value = Math.max(valueWidth(column), needed.get(column.id) ?? 0);
    const want = (column.width === undefined ? Math.max(headerWidth(column), value) : value) + edges;
    const least = leastOf(column, value, want) + (alignOf(column) === 'right' ? edges : 0);
    return { want, slack: Math.max(0, want - least), words: alignOf(column) === 'right' ? 0 : want };
  });
  const wanted = sizes.reduce((sum, { want }) => sum + want, 0);
  const slack = sizes.reduce((sum, size) => sum + size.slack, 0);
  if (room === null || room >= wanted) return sizes.map(({ want }) => want);
  const give = (wanted - room) / slack;
  if (give > 1) {
    // For a few pixels nobody should have to scroll: columns of words give them. What scrolls all the same is not cut.
    const words = sizes.reduce((sum, size) => sum + size.words, 0);
    const share = (wanted - room) / words;
    return sizes.map((size) => (share <= FEW ? Math.floor(size.want - size.words * share) : size.want));
  }
  return sizes.map((size) => Math.floor(size.want - size.slack * give));
}
