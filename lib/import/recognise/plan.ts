/**
 * What a recognition or a saved mapping comes to: for each of our columns, from where its text is taken and
 * how it is read. The loader executes a plan and decides nothing itself. JSON-serialisable.
 */

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** Indexes are positions in the sheet's header. */
export type PlanSource =
  | { from: 'header'; index: number; header: string }
  /** The product of two numbers (quantity × price), exact, rounded half up to the column's scale. */
  | { from: 'product'; a: number; b: number }
  /**
   * The row's place (1, 2, …) among the data rows with the same text in the cells `within`, in file order,
   * counted before drops: the line number of a document that has none. Without `within`: among all.
   */
  | { from: 'position'; within: number[] }
  | { from: 'constant'; value: string }
  /** A period without its year (`3月`, `1季度`) after the cell of the year column; a text with a year stays. */
  | { from: 'with_year'; year: number; index: number }
  /** The month (`2026-03`) and the value of an unpivoted month column. */
  | { from: 'unpivot'; what: 'month' | 'value' };

/**
 * What is done to the text before the column's type reads it, in this order: sources (first that is not
 * null), `part`, `owner`, `values`, `ifEmpty`, `prefix`/`suffix`.
 */
export interface PlanColumn {
  /** Our column. */
  column: string;
  /** The first one whose text is not null is taken (手机 before 座机). */
  sources: PlanSource[];
  /** Numbers are multiplied by this (万元 in the header: 10000). */
  scale?: number;
  /** `1052,75` is 1052.75 and `1.052,75` is 1052.75. Without it such a value is a rejected row. */
  decimalComma?: true;
  /** `17850.0` is the key `17850`: a fraction of zeros is cut off a text. */
  asInteger?: true;
  /** Order of a date like `3/4/2016`; without it the column itself must prove it. */
  dateOrder?: DateOrder;
  /** Numbers are divided by this (分钟 in the header: 60). */
  divide?: number;
  /** Their value (folded with `foldValue`) → ours; '' is null. Looked up before the code's own names. */
  values?: Record<string, string>;
  /** The code or the name of `C001-某公司`, `某公司[C001]`; the whole text where the pattern does not fit. */
  part?: 'code' | 'name';
  /** A person's name: 公海 and the like are null, 张三(已离职) is 张三. See `ownerNulls`, `leaverMark`. */
  owner?: true;
  ifEmpty?: string;
  /** Put before and after a value that is not null. */
  prefix?: string;
  suffix?: string;
}

/** Where the file gives a name instead of a number: `column` is resolved by it when it is empty. */
export interface PlanName {
  /** Our reference column, such as `customer_id`. */
  column: string;
  index: number;
  header: string;
  /** The kind and its column that bears the name: `customers`, `name`. */
  kind: string;
  nameColumn: string;
}

/** A row is left out when the cell, folded, is one of `values` (folded; '' = an empty cell). */
export interface PlanDrop {
  index: number;
  header: string;
  values: string[];
}

/** One row of the file becomes one row per month column whose cell is not null. */
export interface PlanUnpivot {
  /** Our columns that take the month and the value. */
  monthColumn: string;
  valueColumn: string;
  months: { index: number; header: string; month: number; year: number | null }[];
  /** The year of the months whose header has none. */
  year: { from: 'constant'; year: number } | { from: 'header'; index: number } | null;
}

export interface LoadPlan {
  kind: string;
  /** Only the columns that the file feeds; the others are null or their default. */
  columns: PlanColumn[];
  names: PlanName[];
  drops: PlanDrop[];
  /** Further texts that mean null in this file, folded (`?`, `'null`). */
  nulls: string[];
  unpivot: PlanUnpivot | null;
  /** Headers of nobody: kept out and reported. */
  unknown: { index: number; header: string }[];
  /** Required columns without a source: the file is rejected whole. */
  missing: string[];
  /** What a person has to say before the file may load; empty = load. */
  questions: Question[];
}

/**
 * Something that a person decides, never guessed.
 * - `kind`: two kinds fit equally
 * - `header`: a header fits two columns, or two headers one column
 * - `decimal_comma`: `1052,75` may be 1052.75 or a misplaced thousands separator
 * - `date_order`: 3/4/2016 and nothing in the sample proves an order (the whole column may yet prove it)
 * - `value`: a code column has values that no code bears
 * - `year`: months without a year
 */
export interface Question {
  about: 'kind' | 'header' | 'decimal_comma' | 'date_order' | 'value' | 'year';
  column: string | null;
  header: string | null;
  /** What may be answered: kinds, headers, columns or codes; empty = free. */
  options: string[];
  /** Values that raise it, at most five. */
  examples: string[];
  zh: string;
  en: string;
  /** False: the file may load as it is, the rows concerned are rejected or the loader sees the whole column. */
  blocking: boolean;
}
