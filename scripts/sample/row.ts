/** A row of an export by canonical column; an absent column is an empty cell. */
export type Row = Record<string, string | undefined>;

/** The rows of the company by kind of export. */
export type Tables = Record<string, Row[]>;

/** `code('C', 7, 4)` = `C0007`. */
export function code(prefix: string, n: number, digits: number): string {
  return `${prefix}${String(n).padStart(digits, '0')}`;
}
