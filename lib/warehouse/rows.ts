/**
 * An answer of the engine as rows, read a column at a time. The engine's own conversion asks of every cell what type
 * it has; a report of 20,000 customers has 300,000 cells, and there that takes as long as the query.
 */
import {
  type DuckDBDateValue,
  DuckDBDateVector,
  DuckDBDecimal64Vector,
  type DuckDBDecimalType,
  DuckDBIntegerVector,
  type DuckDBResult,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  DuckDBVarCharVector,
  type DuckDBVector,
  JsonDuckDBValueConverter,
} from '@duckdb/node-api';

type Row = Record<string, unknown>;
type Convert = (value: DuckDBValue) => unknown;
type Read = (index: number) => unknown;

/**
 * The rows of an answer, with the values of `getRowObjectsJson`: dates, instants and decimals as text, exactly as
 * DuckDB prints them.
 * @param only the columns that are wanted, in the order of the rows' fields; undefined: all
 */
export async function rowsOfResult(result: DuckDBResult, only?: readonly string[]): Promise<Row[]> {
  const all = result.deduplicatedColumnNames();
  const types = result.columnTypes();
  const columns = (only ?? all).map((name) => {
    const at = all.indexOf(name);
    if (at < 0) throw new Error(`The answer has no column "${name}".`);
    return { at, name, convert: converterOf(types[at] as DuckDBType) };
  });
  const blank: Row = Object.fromEntries(columns.map(({ name }) => [name, null]));
  const rows: Row[] = [];
  for (const chunk of await result.fetchAllChunks()) {
    const first = rows.length;
    // Copies of one object share its shape: quick to make, and quick for whoever reads them.
    for (let i = 0; i < chunk.rowCount; i++) rows.push({ ...blank });
    for (const { at: column, name, convert } of columns) {
      const vector = chunk.getColumnVector(column);
      const read = readerOf(vector, convert);
      for (let i = 0; i < vector.itemCount; i++) {
        const value = read(i);
        if (value !== null) (rows[first + i] as Row)[name] = value;
      }
    }
  }
  return rows;
}

/** How the cells of a column are read; money without an object for each. */
function readerOf(vector: DuckDBVector, convert: Convert): Read {
  if (vector instanceof DuckDBDecimal64Vector) return decimalsOf(vector, convert);
  if (vector instanceof DuckDBDateVector) return datesOf(vector);
  if (vector instanceof DuckDBVarCharVector) return textsOf(vector);
  if (vector instanceof DuckDBIntegerVector) return integersOf(vector);
  return (i) => {
    const value = vector.getItem(i);
    return value === null ? null : convert(value);
  };
}

/*
 * Texts of up to twelve bytes lie in the column itself, and whole numbers too; the engine's package reads each cell by
 * a call, a copy and arithmetic on big integers. Its memory is read here where it shows it, else as it reads it itself.
 */

/** Bytes of a text in a column: its length, then the text, or a place elsewhere where it is longer than twelve. */
const TEXT_BYTES = 16;
export const INLINE = 12;

export interface Memory {
  dataView?: unknown;
  items?: unknown;
  validity?: { data?: unknown; offset?: unknown };
}

/** Whether a cell bears a value; null where the package does not show it. */
export function filledOf({ validity }: Memory): ((index: number) => boolean) | null {
  if (validity === undefined || validity.offset !== 0) return null;
  const { data } = validity;
  if (data === null) return () => true;
  if (!(data instanceof BigUint64Array)) return null;
  const bits = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return (i) => ((bits[i >> 3] ?? 0) & (1 << (i & 7))) !== 0;
}

/** The memory of a column of texts or decimals, four bytes each; null where the package does not show it. */
export function wordsOf({ dataView }: Memory): Int32Array | null {
  if (!(dataView instanceof DataView) || dataView.byteOffset % 4 !== 0) return null;
  return new Int32Array(dataView.buffer, dataView.byteOffset, dataView.byteLength / 4);
}

function integersOf(vector: DuckDBIntegerVector): Read {
  const memory = vector as unknown as Memory;
  const { items } = memory;
  const filled = filledOf(memory);
  if (!(items instanceof Int32Array) || filled === null) return (i) => vector.getItem(i);
  return (i) => (filled(i) ? items[i] : null);
}

/** The high half of 64 bits counts so many. */
export const WORD = 2 ** 32;

/** A big integer for each amount costs more than all else that is done with it. */
function decimalsOf(vector: DuckDBDecimal64Vector, convert: Convert): Read {
  const memory = vector as unknown as Memory;
  const { scale } = vector.type as DuckDBDecimalType;
  const words = wordsOf(memory);
  const filled = filledOf(memory);
  const large = (i: number) => {
    const value = vector.getItem(i);
    return value === null ? null : convert(value);
  };
  if (words === null || filled === null) return large;
  return (i) => {
    if (!filled(i)) return null;
    const scaled = (words[i * 2 + 1] ?? 0) * WORD + ((words[i * 2] ?? 0) >>> 0);
    return smallDecimal(scaled, scale) ?? large(i);
  };
}

function datesOf(vector: DuckDBDateVector): Read {
  const memory = vector as unknown as Memory;
  const { items } = memory;
  const filled = filledOf(memory);
  const plain = (i: number) => {
    const date = vector.getItem(i);
    return date === null ? null : dateText(date);
  };
  if (!(items instanceof Int32Array) || filled === null) return plain;
  return (i) => (filled(i) ? (days.get(items[i] as number) ?? plain(i)) : null);
}

/** Texts by their bytes, the last of each slot: departments, tiers and codes are written once. */
const SLOTS = 1024;
const slotBytes = new Int32Array(SLOTS * 4).fill(-1);
const slotTexts = new Array<string>(SLOTS).fill('');

export function textsOf(vector: DuckDBVarCharVector): (index: number) => string | null {
  const memory = vector as unknown as Memory;
  const words = wordsOf(memory);
  const filled = filledOf(memory);
  if (words === null || filled === null) return (i) => vector.getItem(i);
  const bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
  return (i) => {
    if (!filled(i)) return null;
    const [length = 0, a = 0, b = 0, c = 0] = [
      words[i * 4],
      words[i * 4 + 1],
      words[i * 4 + 2],
      words[i * 4 + 3],
    ];
    if (length > INLINE) return vector.getItem(i);
    const slot = (Math.imul(a, 31) ^ Math.imul(b, 17) ^ Math.imul(c, 7) ^ length ^ (b >>> 15)) & (SLOTS - 1);
    const at = slot * 4;
    if (
      slotBytes[at] === length &&
      slotBytes[at + 1] === a &&
      slotBytes[at + 2] === b &&
      slotBytes[at + 3] === c
    )
      return slotTexts[slot] ?? null;
    const from = i * TEXT_BYTES + 4;
    const text = bytes.toString('utf8', from, from + length);
    slotBytes[at] = length;
    slotBytes[at + 1] = a;
    slotBytes[at + 2] = b;
    slotBytes[at + 3] = c;
    slotTexts[slot] = text;
    return text;
  };
}

function converterOf(type: DuckDBType): Convert {
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BOOLEAN:
      return (value) => value;
    case DuckDBTypeId.DATE:
      return (value) => dateText(value as DuckDBDateValue);
    default:
      return (value) => JsonDuckDBValueConverter(value, type, JsonDuckDBValueConverter);
  }
}

/** Each day is written once: all dates of a company are a few thousand days. */
const days = new Map<number, string>();
const MAX_DAYS = 100_000;

function dateText(date: DuckDBDateValue): string {
  const known = days.get(date.days);
  if (known !== undefined) return known;
  const text = date.toString();
  if (days.size >= MAX_DAYS) days.clear();
  days.set(date.days, text);
  return text;
}

/** The decimal as text, without arithmetic on big integers; null where it is too large for that to be exact. */
function smallDecimal(scaled: number, scale: number): string | null {
  if (scaled === 0) return zeros[scale] ?? null;
  if (scale === 2 && scaled > -MOST_CENTS && scaled < MOST_CENTS) return money(scaled);
  if (!Number.isSafeInteger(scaled) || scale === 0) return null;
  const unit = 10 ** scale;
  const size = Math.abs(scaled);
  const fraction = size % unit;
  const whole = (size - fraction) / unit;
  return `${scaled < 0 ? '-' : ''}${whole}.${String(fraction).padStart(scale, '0')}`;
}

/** Cents up to which a division leaves nothing to chance. */
const MOST_CENTS = 2 ** 50;

/** Nearly every decimal is money: its cents are one of a hundred texts. */
const cents = Array.from({ length: 100 }, (_, n) => `.${String(n).padStart(2, '0')}`);

function money(scaled: number): string {
  const size = Math.abs(scaled);
  const fraction = size % 100;
  const text = (size - fraction) / 100 + (cents[fraction] as string);
  return scaled < 0 ? `-${text}` : text;
}

/** Zero by scale: most of a company owes nothing, and one text serves them all. */
const zeros = Array.from({ length: 19 }, (_, scale) => (scale === 0 ? '0' : `0.${'0'.repeat(scale)}`));
