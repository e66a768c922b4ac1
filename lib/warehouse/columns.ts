/**
 * An answer of the engine as columns of numbers: a company's 200,000 customers fit into a few megabytes, where their
 * rows as objects take hundreds.
 */
import {
  type DuckDBDateValue,
  DuckDBDateVector,
  DuckDBDecimal64Vector,
  DuckDBIntegerVector,
  type DuckDBResult,
  type DuckDBVector,
} from '@duckdb/node-api';

/** Whole numbers, days since 1970, or cents. Where one is too large to be exact as a number, big integers. */
export type Column = Int32Array | Float64Array | BigInt64Array;

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
    const vectors = chunks.map((c) => c.getColumnVector(index));
    return [name, columnOf(name, vectors)];
  };
  return Object.fromEntries(names.map(read)) as Record<N, Column>;
}

function columnOf(name: string, vectors: readonly DuckDBVector[]): Column {
  const count = vectors.reduce((n, v) => n + v.itemCount, 0);
  if (vectors[0] instanceof DuckDBDecimal64Vector)
    return decimals(name, vectors as DuckDBDecimal64Vector[], count);
  const column = new Int32Array(count);
  let at = 0;
  for (const vector of vectors) {
    const read = numbersOf(name, vector);
    for (let i = 0; i < vector.itemCount; i++) column[at++] = read(i) ?? NONE;
  }
  return column;
}

function numbersOf(name: string, vector: DuckDBVector): (index: number) => number | undefined {
  if (vector instanceof DuckDBIntegerVector) return (i) => vector.getItem(i) ?? undefined;
  if (vector instanceof DuckDBDateVector)
    return (i) => (vector.getItem(i) as DuckDBDateValue | null)?.days ?? undefined;
  throw new Error(`The column "${name}" holds no numbers.`);
}

function decimals(name: string, vectors: readonly DuckDBDecimal64Vector[], count: number): Column {
  const exact = new BigInt64Array(count);
  const column = new Float64Array(count);
  let [at, safe] = [0, true];
  for (const vector of vectors) {
    for (let i = 0; i < vector.itemCount; i++) {
      const scaled = vector.getScaledValue(i);
      if (scaled === null) throw new Error(`The column "${name}" has an empty cell.`);
      exact[at] = scaled;
      const value = Number(scaled);
      safe &&= Number.isSafeInteger(value);
      column[at++] = value;
    }
  }
  return safe ? column : exact;
}
