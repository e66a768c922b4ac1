/** What a report's column holds: decides how JSON, CSV, XLSX and pages write it. Plain data. */

export type ColumnType =
  | 'text'
  | 'code'
  | 'integer'
  | 'money'
  | 'points'
  | 'decimal'
  | 'rate'
  | 'number'
  | 'date'
  | 'instant'
  | 'boolean'
  | 'list';

export interface ReportColumn {
  name: string;
  type: ColumnType;
  /** Vocabulary by which a code is shown: `codes.<vocabulary>.<code>` in the messages. */
  vocabulary?: string;
  /** Personal data that is masked for those who may not see it. */
  personal?: true;
}

const of =
  (type: ColumnType) =>
  (name: string, options: { personal?: true } = {}): ReportColumn => ({ name, type, ...options });

export const column = {
  text: of('text'),
  integer: of('integer'),
  /** Yuan, exact to 0.01, as text. */
  money: of('money'),
  /** Points, exact, as text. */
  points: of('points'),
  decimal: of('decimal'),
  /** A share between 0 and 1, or null where there is no base. */
  rate: of('rate'),
  number: of('number'),
  date: of('date'),
  instant: of('instant'),
  boolean: of('boolean'),
  code: (name: string, vocabulary: string): ReportColumn => ({ name, type: 'code', vocabulary }),
  list: (name: string, vocabulary?: string): ReportColumn => ({
    name,
    type: 'list',
    ...(vocabulary ? { vocabulary } : {}),
  }),
};

/** Where a row was loaded from: the last columns of every report whose rows are rows of a file. */
export const sourceColumns: readonly ReportColumn[] = [
  column.integer('source_import'),
  column.text('source_file'),
  column.text('source_sheet'),
  column.integer('source_line'),
];
