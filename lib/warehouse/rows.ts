/**
 * An answer of the engine as rows, read a column at a time. The engine's own conversion asks of every cell what type
 * it has; a report of 20,000 customers has 300,000 cells, and there that takes as long as the query.
 */
import {
  type DuckDBDateValue,
  type DuckDBDecimalValue,
  type DuckDBResult,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  JsonDuckDBValueConverter,
} from '@duckdb/node-api';

type Row = Record<string, unknown>;
type Convert = (value: DuckDBValue) => unknown;

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
      const convert = converters[column] as Convert;
      for (let i = 0; i < vector.itemCount; i++) {
        const value = vector.getItem(i);
        if (value !== null) (rows[first + i] as Row)[name] = convert(value);
      }
    }
  }
  return rows;
}

function converterOf(type: DuckDBType): Convert {
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BOOLEAN:
      return (value) => value;
    case DuckDBTypeId.DATE:
      return (value) => dateText(value as DuckDBDateValue);
    case DuckDBTypeId.DECIMAL:
      return (value) => decimalText(value as DuckDBDecimalValue);
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

/** As `toString` of the value, without arithmetic on big integers where the number is small enough to be exact. */
function decimalText(decimal: DuckDBDecimalValue): string {
  const scaled = Number(decimal.value);
  if (!Number.isSafeInteger(scaled) || decimal.scale === 0) return decimal.toString();
  const unit = 10 ** decimal.scale;
  const size = Math.abs(scaled);
  const fraction = size % unit;
  const whole = (size - fraction) / unit;
  return `${scaled < 0 ? '-' : ''}${whole}.${String(fraction).padStart(decimal.scale, '0')}`;
}
