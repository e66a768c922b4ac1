/**
 * An answer of the engine as columns of numbers: a company's 200,000 customers fit into a few megabytes, where their
 * rows as objects take hundreds.
 */
import {
  type DuckDBDataChunk,
  type DuckDBDateValue,
  DuckDBDateVector,
  DuckDBDecimal64Vector,
  DuckDBIntegerVector,
  type DuckDBResult,
  DuckDBVarCharVector,
  type DuckDBVector,
} from '@duckdb/node-api';
import { filledOf, INLINE, type Memory, textsOf, WORD, wordsOf } from './rows';

/** Whole numbers, days since 1970, or cents. Where one is too large to be exact as a number, big integers. */
export type Column = Int32Array | Float64Array | BigInt64Array;

/**
 * A column's memory is its chunk's, and is freed with it: whoever holds the column holds the chunk too. Without this,
 * texts that are read later would be read from memory that is something else by then.
 */
const chunkOf = new WeakMap<DuckDBVector, DuckDBDataChunk>();

function vectorOf(chunk: DuckDBDataChunk, index: number): DuckDBVector {
  const vector = chunk.getColumnVector(index);
  chunkOf.set(vector, chunk);
  return vector;
}

/** Stands for an empty cell of integers and days. */
export const NONE = -(2 ** 31);

/** @throws Error where a column is neither integers, days nor decimals of 64 bits, or an empty decimal is in it */
export async function columnsOfResult<N extends string>(
  result: DuckDBResult,
  names: readonly N[],
): Promise<Record<N, Column>> {
  const at = result.deduplicatedColumnNames();
  const chunks = await result.fetchAllChunks();
  const read = (name: N): [N, Column] => {
    const index = at.indexOf(name);
    const vectors = chunks.map((c) => vectorOf(c, index));
    return [name, columnOf(name, vectors)];
  };
  return Object.fromEntries(names.map(read)) as Record<N, Column>;
}

/** A column of few texts, each written once: departments, grades. */
export interface Coded {
  /** Places in `texts`. */
  codes: Uint8Array | Uint16Array | Uint32Array;
  /** Null where an empty cell is among them. */
  texts: (string | null)[];
}

/** An answer whose columns are read one by one, when and how they are wanted. */
export class Table {
  private constructor(
    private readonly names: readonly string[],
    private readonly chunks: readonly DuckDBDataChunk[],
    readonly length: number,
  ) {}

  static async of(result: DuckDBResult): Promise<Table> {
    const chunks = await result.fetchAllChunks();
    const length = chunks.reduce((n, chunk) => n + chunk.rowCount, 0);
    return new Table(result.deduplicatedColumnNames(), chunks, length);
  }

  /** Whole numbers, days or cents. @throws Error as `columnsOfResult` */
  numbers(name: string): Column {
    return columnOf(name, this.vectors(name));
  }

  /** @throws Error where the column holds no texts */
  coded(name: string): Coded {
    return codedOf(this.texts(name), this.length);
  }

  /** Each text when it is asked for: the answer's memory is kept for as long as whoever asks. @throws as `coded` */
  text(name: string): (row: number) => string | null {
    // Each reader holds its column, and so its chunk.
    const readers = this.texts(name).map(textsOf);
    const starts = new Int32Array(this.chunks.length);
    for (let c = 1; c < starts.length; c++)
      starts[c] = (starts[c - 1] ?? 0) + (this.chunks[c - 1]?.rowCount ?? 0);
    return (row) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= row) low = middle;
        else high = middle - 1;
      }
      return readers[low]?.(row - (starts[low] ?? 0)) ?? null;
    };
  }

  private texts(name: string): DuckDBVarCharVector[] {
    return this.vectors(name).map((vector) => {
      if (vector instanceof DuckDBVarCharVector) return vector;
      throw new Error(`The column "${name}" holds no texts.`);
    });
  }

  private vectors(name: string): DuckDBVector[] {
    const index = this.names.indexOf(name);
    return this.chunks.map((chunk) => vectorOf(chunk, index));
  }
}

/** Texts by their bytes, the last of each slot; a power of two. */
const SLOTS = 4096;

function codedOf(vectors: readonly DuckDBVarCharVector[], length: number): Coded {
  const known = new Map<string | null, number>();
  const texts: (string | null)[] = [];
  const codeOf = (text: string | null): number => {
    const code = known.get(text);
    if (code !== undefined) return code;
    known.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const codes = new Uint32Array(length);
  // The bytes of a slot's text, four words, and its code.
  const slots = new Int32Array(SLOTS * 5).fill(-1);
  let row = 0;
  for (const vector of vectors) {
    const filled = filledOf(vector as unknown as Memory);
    const words = wordsOf(vector as unknown as Memory);
    const read = textsOf(vector);
    for (let i = 0; i < vector.itemCount; i++, row++) {
      if (words === null || filled === null || !filled(i)) {
        codes[row] = codeOf(words !== null && filled !== null ? null : read(i));
        continue;
      }
      const at = i * 4;
      const [bytes = 0, a = 0, b = 0, c = 0] = [words[at], words[at + 1], words[at + 2], words[at + 3]];
      if (bytes > INLINE) {
        codes[row] = codeOf(read(i));
        continue;
      }
      const mixed = Math.imul(a, 31) ^ Math.imul(b, 17) ^ Math.imul(c, 7) ^ bytes;
      const slot = ((mixed ^ (mixed >>> 15) ^ (mixed >>> 7)) & (SLOTS - 1)) * 5;
      if (slots[slot] !== bytes || slots[slot + 1] !== a || slots[slot + 2] !== b || slots[slot + 3] !== c) {
        slots.set([bytes, a, b, c, codeOf(read(i))], slot);
      }
      codes[row] = slots[slot + 4] ?? 0;
    }
  }
  // A typed array made of another copies it; `from` would walk over it.
  return { codes: texts.length < 2 ** 16 ? new Uint16Array(codes) : codes, texts };
}

function columnOf(name: string, vectors: readonly DuckDBVector[]): Column {
  const count = vectors.reduce((n, v) => n + v.itemCount, 0);
  if (vectors[0] instanceof DuckDBDecimal64Vector)
    return decimals(name, vectors as DuckDBDecimal64Vector[], count);
  const column = new Int32Array(count);
  let at = 0;
  for (const vector of vectors) {
    const items = itemsOf(vector);
    if (items !== null) {
      column.set(items, at);
      at += items.length;
      continue;
    }
    const read = numbersOf(name, vector);
    for (let i = 0; i < vector.itemCount; i++) column[at++] = read(i) ?? NONE;
  }
  return column;
}

/** The cells of a column without an empty one; null where there are some, or the package does not show it. */
function itemsOf(vector: DuckDBVector): Int32Array | null {
  if (!(vector instanceof DuckDBIntegerVector) && !(vector instanceof DuckDBDateVector)) return null;
  const { items, validity } = vector as unknown as Memory;
  if (!(items instanceof Int32Array) || validity?.offset !== 0 || validity.data !== null) return null;
  return items.length === vector.itemCount ? items : items.subarray(0, vector.itemCount);
}

function numbersOf(name: string, vector: DuckDBVector): (index: number) => number | undefined {
  if (!(vector instanceof DuckDBIntegerVector) && !(vector instanceof DuckDBDateVector))
    throw new Error(`The column "${name}" holds no numbers.`);
  const memory = vector as unknown as Memory;
  const { items } = memory;
  const filled = filledOf(memory);
  if (items instanceof Int32Array && filled !== null) return (i) => (filled(i) ? items[i] : undefined);
  if (vector instanceof DuckDBIntegerVector) return (i) => vector.getItem(i) ?? undefined;
  return (i) => (vector.getItem(i) as DuckDBDateValue | null)?.days ?? undefined;
}

function decimals(name: string, vectors: readonly DuckDBDecimal64Vector[], count: number): Column {
  const column = new Float64Array(count);
  let at = 0;
  for (const vector of vectors) {
    const words = wordsOf(vector as unknown as Memory);
    const filled = filledOf(vector as unknown as Memory);
    for (let i = 0; i < vector.itemCount; i++) {
      const value =
        words === null || filled === null
          ? Number(scaledOf(name, vector, i))
          : filled(i)
            ? (words[i * 2 + 1] ?? 0) * WORD + ((words[i * 2] ?? 0) >>> 0)
            : Number.NaN;
      // An empty cell, or too large to be exact.
      if (!Number.isSafeInteger(value)) return exactDecimals(name, vectors, count);
      column[at++] = value;
    }
  }
  return column;
}

function exactDecimals(name: string, vectors: readonly DuckDBDecimal64Vector[], count: number): Column {
  const column = new BigInt64Array(count);
  let at = 0;
  for (const vector of vectors) {
    for (let i = 0; i < vector.itemCount; i++) column[at++] = scaledOf(name, vector, i);
  }
  return column;
}

function scaledOf(name: string, vector: DuckDBDecimal64Vector, i: number): bigint {
  const scaled = vector.getScaledValue(i);
  if (scaled === null) throw new Error(`The column "${name}" has an empty cell.`);
  return scaled;
}
