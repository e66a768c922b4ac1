/** What a cell looks like, before anybody knows its column. */

export type Cell = string | null;

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || cell.trim() === '';
}

export function filled(cells: readonly Cell[]): string[] {
  return cells.flatMap((c) => (isBlank(c) ? [] : [(c as string).trim()]));
}

const number =
  /^[(（]?[-+]?\s*(?:[¥￥$€£]|rmb|cny|usd)?\s*[-+]?[\d０-９][\d０-９,，.]*(?:e[-+]?\d+)?\s*(?:%|元|万元|亿元|万|kg|mt)?[)）]?-?$/i;

export function looksNumeric(cell: string): boolean {
  return number.test(cell.trim());
}

const date =
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}年\d{1,2}月|\d{1,2}:\d{2}(?::\d{2})?)(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?\s*(?:am|pm|z|[-+]\d{2}:?\d{2})?$/i;

export function looksDate(cell: string): boolean {
  return date.test(cell.trim());
}

/** A value that no header has: a number, a date, an address of the network, a code of digits, prose. */
export function looksValue(cell: string): boolean {
  const s = cell.trim();
  return (
    looksNumeric(s) ||
    looksDate(s) ||
    s.length > 60 ||
    /^\S+@\S+\.\S+$|^https?:/i.test(s) ||
    /^(?:true|false|是|否|null|na|n\/a)$/i.test(s) ||
    /^[a-z]{0,4}[-_]?\d{3,}$/i.test(s)
  );
}
