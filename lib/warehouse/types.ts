/**
 * Column and parameter types that know both sides: the zod schema of the value as TypeScript sees it, and the
 * DuckDB type that the prepared statement must report. Dates, instants and decimals stay text, exactly as
 * DuckDB prints them, so that nothing is lost on the way to a page.
 */
import { z } from 'zod';

type Meta = { duckdb: string };

function typed<T extends z.ZodType>(schema: T, duckdb: string): T {
  return schema.meta({ duckdb }) as T;
}

export const text = () => typed(z.string(), 'VARCHAR');
/** `YYYY-MM-DD` */
export const date = () => typed(z.string(), 'DATE');
/** `YYYY-MM-DD HH:MM:SS`, local time of the company. */
export const instant = () => typed(z.string(), 'TIMESTAMP');
export const boolean = () => typed(z.boolean(), 'BOOLEAN');
export const integer = () => typed(z.number().int(), 'INTEGER');
/** A double: rates, shares and quantiles only, never money or points. */
export const double = () => typed(z.number(), 'DOUBLE');
/** An exact decimal, as text. */
export const decimal = (width: number, scale: number) => typed(z.string(), `DECIMAL(${width},${scale})`);
export const list = <T extends z.ZodType>(item: T) => typed(z.array(item), `${duckdbTypeOf(item)}[]`);

/** The DuckDB type behind a schema, also through `nullable` and `optional`. */
export function duckdbTypeOf(schema: z.ZodType): string {
  const meta = schema.meta() as Meta | undefined;
  if (meta?.duckdb) return meta.duckdb;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return duckdbTypeOf(schema.unwrap() as z.ZodType);
  }
  throw new Error('A query parameter or column has a schema without a DuckDB type.');
}
