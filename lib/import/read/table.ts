/** Where the table is within the rows of a sheet: titles above, the header, a unit row, what is no data below. */
import { foldHeader, monthOfHeader } from '../recognise/fold';
import { isKnownHeader } from '../recognise/headers';
import { type Cell, filled, isBlank, looksDate, looksNumeric, looksValue } from './cells';
import type { SkippedLine, SkipReason } from './source';

export interface RawRow {
  line: number;
  cells: Cell[];
}

export interface TableStart {
  /** 0 = none. */
  headerLine: number;
  header: string[];
  /** How many of the rows given lie above the data. */
  consumed: number;
  skipped: SkippedLine[];
}

/** A header stands within the first rows, or there is none. */
const searchedRows = 60;

export function skippedLine(row: RawRow, why: SkipReason): SkippedLine {
  return { line: row.line, why, text: filled(row.cells).join(' ').slice(0, 200) };
}

/**
 * Finds the header among the first rows: the row with the most headers that our kinds know, else the first
 * that has a header's shape. Never takes a row of values for a header: without one, `headerLine` is 0.
 */
export function findTable(rows: readonly RawRow[]): TableStart {
  const head = rows.slice(0, searchedRows);
  const width = Math.max(0, ...rows.map((r) => lastFilled(r.cells) + 1));
  let at = byKnownHeaders(head);
  if (at < 0) at = byShape(head, rows);
  if (at < 0) {
    const skipped = leadingBlanks(head);
    const columns = Array.from({ length: width }, (_, i) => `column ${i + 1}`);
    return { headerLine: 0, header: columns, consumed: skipped.length, skipped };
  }
  const skipped = head
    .slice(0, at)
    .map((r) => skippedLine(r, filled(r.cells).length === 0 ? 'blank' : 'title'));
  let last = at;
  let names = (head[at] as RawRow).cells.map((c) => c ?? '');
  const below = head[at + 1];
  if (below && isSecondHeaderRow(head[at] as RawRow, below, rows[at + 2])) {
    skipped.push(skippedLine(head[at] as RawRow, 'title'));
    names = joinHeaderRows(names, below.cells);
    last = at + 1;
  }
  const units = head[last + 1];
  const headerLine = (head[last] as RawRow).line;
  if (units && isUnitRow(units)) {
    skipped.push(skippedLine(units, 'unit_row'));
    names = names.map((n, i) => withUnit(n, units.cells[i] ?? null));
    last++;
  }
  return { headerLine, header: uniqueNames(names), consumed: last + 1, skipped };
}

function leadingBlanks(rows: readonly RawRow[]): SkippedLine[] {
  const first = rows.findIndex((r) => filled(r.cells).length > 0);
  return rows.slice(0, Math.max(0, first)).map((r) => skippedLine(r, 'blank'));
}

function lastFilled(cells: readonly Cell[]): number {
  let last = cells.length - 1;
  while (last >= 0 && isBlank(cells[last])) last--;
  return last;
}

/** Cells of a row that some kind knows as a header; month columns of a wide target sheet are known too. */
function knownCount(row: RawRow): number {
  return new Set(
    filled(row.cells)
      .filter((c) => isKnownHeader(c) || monthOfHeader(c) !== null)
      .map((c) => foldHeader(c).stem),
  ).size;
}

function byKnownHeaders(rows: readonly RawRow[]): number {
  let best = -1;
  let most = 1;
  rows.forEach((row, i) => {
    const cells = filled(row.cells);
    if (cells.some((c) => (looksNumeric(c) || looksDate(c)) && monthOfHeader(c) === null)) return;
    const known = knownCount(row);
    if (known > most && known >= cells.length * 0.3) {
      best = i;
      most = known;
    }
  });
  return best;
}

function byShape(head: readonly RawRow[], rows: readonly RawRow[]): number {
  const widths = rows.flatMap((r) => filled(r.cells).length || []).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  for (const [i, row] of head.entries()) {
    const cells = filled(row.cells);
    if (cells.length === 0) continue;
    if (cells.length < Math.max(1, Math.ceil(usual * 0.5)) || (usual > 1 && cells.length < 2)) continue;
    if (cells.length < usual && narrowerThanNext(head, i)) continue;
    // The first row as wide as the table: it is the header or there is none.
    return cells.some(looksValue) ? -1 : i;
  }
  return -1;
}

/** A note above the table: the next filled row has more cells and no value either. */
function narrowerThanNext(head: readonly RawRow[], i: number): boolean {
  const own = filled(head[i]?.cells ?? []).length;
  const next = head.slice(i + 1).find((r) => filled(r.cells).length > 0);
  if (!next) return false;
  const cells = filled(next.cells);
  return cells.length > own && !cells.some(looksValue);
}

/** Two header rows: the upper one spans columns (Travel) that the lower one names (Air, Rail). */
function isSecondHeaderRow(upper: RawRow, lower: RawRow, data: RawRow | undefined): boolean {
  const cells = filled(lower.cells);
  if (!data || cells.length < 2 || cells.some(looksValue)) return false;
  const lowerStems = cells.map((c) => foldHeader(c).stem);
  if (new Set(lowerStems).size < Math.min(2, lowerStems.length)) return false;
  const last = lastFilled(upper.cells);
  let under = 0;
  for (let i = 0; i <= Math.max(last, lastFilled(lower.cells)); i++) {
    const top = isBlank(upper.cells[i]);
    const sub = isBlank(lower.cells[i]);
    if (top && !sub) under++;
    else if (!top && sub) continue;
    else if (!top && !sub && !isBlank(upper.cells[i + 1])) return false;
  }
  return under > 0 && filled(data.cells).length > cells.length / 2 && filled(upper.cells).length > 1;
}

function joinHeaderRows(upper: readonly string[], lower: readonly Cell[]): string[] {
  const width = Math.max(upper.length, lower.length);
  let span = '';
  return Array.from({ length: width }, (_, i) => {
    const top = (upper[i] ?? '').trim();
    const sub = (lower[i] ?? '').trim();
    if (top !== '') span = sub === '' ? '' : top;
    if (sub === '') return top;
    return span === '' ? sub : `${span} ${sub}`;
  });
}

const unitWord =
  /^[(（[【]?(?:单位[:：]?)?(元|万元|千元|亿元|百万元|件|台|套|个|次|天|日|小时|分钟|人|张|家|户|%|％|yyyy-mm-dd|yyyy\/mm\/dd)[)）\]】]?$/i;

function isUnitRow(row: RawRow): boolean {
  const cells = filled(row.cells);
  return cells.length > 0 && cells.every((c) => unitWord.test(c));
}

function withUnit(name: string, unit: Cell): string {
  const word = unit?.trim().match(unitWord)?.[1];
  return word === undefined || foldHeader(name).scale !== 1 ? name : `${name}(${word})`;
}

/** Trimmed, never empty, never twice the same. */
export function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((raw, i) => {
    const name = raw.trim() === '' ? `column ${i + 1}` : raw.trim();
    let unique = name;
    for (let n = 2; used.has(unique); n++) unique = `${name} (${n})`;
    used.add(unique);
    return unique;
  });
}
