/**
 * How one kind of export is declared: its columns, their types, codes and headers. Everything else, the
 * tables of the warehouse, recognition, validation and the pages, follows from the declaration, so a new
 * kind costs one file under `kinds/`.
 */

export type ColumnType =
  | { is: 'text' }
  | { is: 'date' }
  /** A local date and time in the company's time zone, without an offset. */
  | { is: 'instant' }
  | { is: 'boolean' }
  | { is: 'integer'; min?: number; max?: number }
  | { is: 'decimal'; scale: number; min?: number; max?: number }
  | { is: 'code'; codes: readonly Code[] }
  /** A period as in rule T-04, written canonically: `2026-03`, `2026Q1`, `2026H1`, `2026`. */
  | { is: 'period'; of: readonly PeriodGrain[] };

export type PeriodGrain = 'month' | 'quarter' | 'half' | 'year';

/** A canonical code, its Chinese name, and other ways to write it. */
export interface Code {
  code: string;
  zh: string;
  aliases?: readonly string[];
}

export interface Column {
  /** Canonical name: the column's name in the file contract, in SQL and in reports. */
  name: string;
  /** The Chinese header. */
  zh: string;
  type: ColumnType;
  required: boolean;
  /** Other headers, as `spec/aliases.md` lists them; the first ones are preferred when several are there. */
  aliases: readonly string[];
  /** Headers that mean this column only when its values prove it (all distinct values must fit the type). */
  aliasesByValue: readonly string[];
  /** Value taken when the cell is empty. */
  default?: string;
}

/** A rule that a whole row must keep: an SQL condition over the typed columns that is true for a BROKEN row. */
export interface RowRule {
  /** Stable name; the sentence shown to people is looked up by `kind.rule`. */
  name: string;
  /** The column in which the mistake is shown. */
  column: string;
  brokenWhen: string;
  zh: string;
  en: string;
}

/** A rewrite of a typed row, e.g. a negative sale is a return. SQL expressions over the typed columns. */
export interface RowRewrite {
  column: string;
  as: string;
}

/** A reference to another kind's key; an unknown one is a warning, and the row loads. */
export interface Reference {
  column: string;
  kind: string;
  /** The key column there. */
  to: string;
  /** The column with its name there, by which a file that gives only a name is resolved. */
  byName?: { header: readonly string[]; column: string };
}

export interface Kind {
  name: string;
  zh: string;
  en: string;
  /** Other names of such a file, used on a tie between kinds. */
  fileNames: readonly string[];
  columns: readonly Column[];
  key: readonly string[];
  rules: readonly RowRule[];
  rewrites: readonly RowRewrite[];
  references: readonly Reference[];
}

interface ColumnOptions {
  required?: boolean;
  aliases?: readonly string[];
  aliasesByValue?: readonly string[];
  default?: string;
}

type ColumnDeclaration = Omit<Column, 'name'>;

function column(zh: string, type: ColumnType, o: ColumnOptions = {}): ColumnDeclaration {
  return {
    zh,
    type,
    required: o.required ?? false,
    aliases: o.aliases ?? [],
    aliasesByValue: o.aliasesByValue ?? [],
    ...(o.default === undefined ? {} : { default: o.default }),
  };
}

export const text = (zh: string, o?: ColumnOptions) => column(zh, { is: 'text' }, o);
export const date = (zh: string, o?: ColumnOptions) => column(zh, { is: 'date' }, o);
export const instant = (zh: string, o?: ColumnOptions) => column(zh, { is: 'instant' }, o);
export const boolean = (zh: string, o?: ColumnOptions) => column(zh, { is: 'boolean' }, o);
export const integer = (zh: string, o?: ColumnOptions & { min?: number; max?: number }) =>
  column(zh, { is: 'integer', ...range(o) }, o);
/** Money: `decimal(18,2)`, yuan. */
export const money = (zh: string, o?: ColumnOptions & { min?: number; max?: number }) =>
  column(zh, { is: 'decimal', scale: 2, ...range(o) }, o);
export const decimal = (zh: string, scale: number, o?: ColumnOptions & { min?: number; max?: number }) =>
  column(zh, { is: 'decimal', scale, ...range(o) }, o);
export const code = (zh: string, codes: readonly Code[], o?: ColumnOptions) =>
  column(zh, { is: 'code', codes }, o);
export const period = (zh: string, of: readonly PeriodGrain[], o?: ColumnOptions) =>
  column(zh, { is: 'period', of }, o);

function range(o?: { min?: number; max?: number }): { min?: number; max?: number } {
  return { ...(o?.min === undefined ? {} : { min: o.min }), ...(o?.max === undefined ? {} : { max: o.max }) };
}

export function defineKind(d: {
  name: string;
  zh: string;
  en: string;
  fileNames?: readonly string[];
  key: readonly string[];
  columns: Record<string, ColumnDeclaration>;
  rules?: readonly RowRule[];
  rewrites?: readonly RowRewrite[];
  references?: readonly Reference[];
}): Kind {
  const columns = Object.entries(d.columns).map(([name, c]) => ({ name, ...c }));
  return {
    name: d.name,
    zh: d.zh,
    en: d.en,
    fileNames: d.fileNames ?? [],
    key: d.key,
    columns,
    rules: d.rules ?? [],
    rewrites: d.rewrites ?? [],
    references: d.references ?? [],
  };
}

/** The DuckDB type in which the warehouse keeps a column. */
export function duckdbType(type: ColumnType): string {
  switch (type.is) {
    case 'text':
    case 'code':
    case 'period':
      return 'VARCHAR';
    case 'date':
      return 'DATE';
    case 'instant':
      return 'TIMESTAMP';
    case 'boolean':
      return 'BOOLEAN';
    case 'integer':
      return 'INTEGER';
    case 'decimal':
      return `DECIMAL(18,${type.scale})`;
  }
}
