/** A SQL file is a function: its parameters and its row, checked against the real schema by one test. */
import fs from 'node:fs';
import path from 'node:path';
import {
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import { z } from 'zod';
import { type Column, columnsOfResult, Table } from './columns';
import { QueryError } from './errors';
import { projectRoot } from './paths';
import { rowsOfResult } from './rows';
import { duckdbTypeOf } from './types';
import type { Warehouse } from './warehouse';

type Shape = Record<string, z.ZodType>;
type Values<S extends Shape> = { [K in keyof S]: z.infer<S[K]> };

export interface QueryDefinition<P extends Shape, R extends Shape> {
  /** Path under `queries/`. */
  file: string;
  params: P;
  row: R;
}

export interface Query<P extends Shape, R extends Shape> {
  (db: Warehouse, params: Values<P>): Promise<Values<R>[]>;
  /** The same rows with these columns alone, in this order: what is not looked at is not made. */
  picked<N extends keyof R & string>(
    db: Warehouse,
    params: Values<P>,
    names: readonly N[],
  ): Promise<Pick<Values<R>, N>[]>;
  /** The same answer as numbers, a column at a time: for what is kept of every customer of a company. */
  columns<N extends keyof R & string>(
    db: Warehouse,
    params: Values<P>,
    names: readonly N[],
  ): Promise<Record<N, Column>>;
  /** The same answer, its columns read one by one as they are wanted: for what is counted and mostly not listed. */
  table(db: Warehouse, params: Values<P>): Promise<Table>;
  definition: QueryDefinition<P, R>;
}

const registry = new Map<string, QueryDefinition<Shape, Shape>>();

/** Every query that has been defined so far, by file: what the schema test walks through. */
export const definedQueries = (): ReadonlyMap<string, QueryDefinition<Shape, Shape>> => registry;

const texts = new Map<string, string>();

/** The text of a file under `queries/`; read once in production, each time while developing. */
export function sqlText(file: string): string {
  const known = texts.get(file);
  if (known !== undefined && process.env.NODE_ENV === 'production') return known;
  const sql = fs.readFileSync(path.join(projectRoot(), 'queries', file), 'utf8');
  texts.set(file, sql);
  return sql;
}

/**
 * Makes a typed function of a SQL file.
 * @throws QueryError with the file and the parameters where DuckDB refuses.
 */
export function defineQuery<P extends Shape, R extends Shape>(
  definition: QueryDefinition<P, R>,
): Query<P, R> {
  registry.set(definition.file, definition);
  const paramsSchema = z.strictObject(definition.params);
  const listTypes = typesOfLists(definition.params);
  const asked = async <T>(
    db: Warehouse,
    params: Values<P>,
    read: (r: DuckDBResult) => Promise<T>,
  ): Promise<T> => {
    const checked = paramsSchema.parse(params) as Record<string, unknown>;
    try {
      return await db.read(async (c) =>
        read(await c.run(sqlText(definition.file), bound(checked), listTypes)),
      );
    } catch (error) {
      throw new QueryError(definition.file, checked, error);
    }
  };
  const query = (db: Warehouse, params: Values<P>) =>
    asked(db, params, async (result) => (await rowsOfResult(result)) as Values<R>[]);
  const picked: Query<P, R>['picked'] = (db, params, names) =>
    asked(db, params, async (result) => (await rowsOfResult(result, names)) as Values<R>[]);
  const columns: Query<P, R>['columns'] = (db, params, names) =>
    asked(db, params, (result) => columnsOfResult(result, names));
  const table: Query<P, R>['table'] = (db, params) => asked(db, params, (result) => Table.of(result));
  return Object.assign(query, { picked, columns, table, definition });
}

/** An empty list says nothing of its items, so lists are bound with their declared type. */
function typesOfLists(params: Shape): Record<string, DuckDBType> {
  const items: Record<string, DuckDBType> = { 'VARCHAR[]': LIST(VARCHAR), 'INTEGER[]': LIST(INTEGER) };
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, schema]) => {
      const type = items[duckdbTypeOf(schema)];
      return type ? [[name, type]] : [];
    }),
  );
}

function bound(params: Record<string, unknown>): Record<string, DuckDBValue> {
  return Object.fromEntries(
    Object.entries(params).map(([name, v]) => [name, Array.isArray(v) ? listValue(v) : (v as DuckDBValue)]),
  );
}
