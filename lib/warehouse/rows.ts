/**
 * An answer of the engine as rows, read a column at a time. The engine's own conversion asks of every cell what type
 * it has; a report of 20,000 customers has 300,000 cells, and there that takes as long as the query.
 */
import {
  type DuckDBDateValue,
  DuckDBDecimal64Vector,
  type DuckDBDecimalType,
  type DuckDBResult,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBVector,
  JsonDuckDBValueConverter,
} from '@duckdb/node-api';

type Row = Record<string, unknown>;
type Convert = (value: DuckDBValue) => unknown;
type Read = (index: number) => unknown;

/**
 * The rows of an answer, with the values of `getRowObjectsJson`: dates, instants and decimals as text, exactly as
 * DuckDB prints them.
 */
export async function rowsOfResult(result: DuckDBResult): Promise<Row[]> {
  const names = result.deduplicatedColumnNames();
  const converters = result.columnTypes().map(converterOf);
  const blank: Row = Object.fromEntries(names.map((name) => [name, null]));
  const rows: Row[] = [];
  for (const chunk of await result.fetchAllChunks()) {
    const first = rows.length;
    // Copies of one object share its shape: quick to make, and quick for whoever reads them.
    for (let i = 0; i < chunk.rowCount; i++) rows.push({ ...blank });
    for (const [column, name] of names.entries()) {
      const vector = chunk.getColumnVector(column);
      const read = readerOf(vector, converters[column] as Convert);
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
  if (vector instanceof DuckDBDecimal64Vector) {
    const { scale } = vector.type as DuckDBDecimalType;
    return (i) => {
      const scaled = vector.getScaledValue(i);
      return scaled === null ? null : (smallDecimal(scaled, scale) ?? convert(vector.getItem(i)));
    };
  }
  return (i) => {
    const value = vector.getItem(i);
    return value === null ? null : convert(value);
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
function smallDecimal(value: bigint, scale: number): string | null {
  const scaled = Number(value);
  if (scaled === 0) return zeros[scale] ?? null;
  if (!Number.isSafeInteger(scaled) || scale === 0) return null;
  const unit = 10 ** scale;
  const size = Math.abs(scaled);
  const fraction = size % unit;
  const whole = (size - fraction) / unit;
  return `${scaled < 0 ? '-' : ''}${whole}.${String(fraction).padStart(scale, '0')}`;
}

/** Zero by scale: most of a company owes nothing, and one text serves them all. */
const zeros = Array.from({ length: 19 }, (_, scale) => (scale === 0 ? '0' : `0.${'0'.repeat(scale)}`));
