/** Every SQL file fits the schema, and the type that the code gives it. */
import fs from 'node:fs';
import path from 'node:path';
import { type DuckDBConnection, DuckDBTypeId, listValue } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { modelFiles, tablesRead } from '@/lib/warehouse/model';
import { definedQueries, sqlText } from '@/lib/warehouse/query';
import { duckdbTypeOf } from '@/lib/warehouse/types';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse } from './support/golden';

const tsFiles = fs.readdirSync('lib/queries').filter((f) => f.endsWith('.ts'));
for (const f of tsFiles) await import(path.resolve('lib/queries', f));
const queries = [...definedQueries().values()];

const sqlFiles = (folder: string) =>
  fs.existsSync(path.join('queries', folder))
    ? fs
        .readdirSync(path.join('queries', folder))
        .filter((f) => f.endsWith('.sql'))
        .map((f) => `${folder}/${f}`)
    : [];

const typesOf = (shape: Record<string, z.ZodType>) =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, duckdbTypeOf(schema)]));

/** A value of each type, as a query function binds it; null where the parameter may be. */
const values: Record<string, string | number | boolean> = {
  VARCHAR: 'x',
  DATE: '2026-01-01',
  TIMESTAMP: '2026-01-01 09:00:00',
  INTEGER: 1,
  DOUBLE: 1,
  BOOLEAN: false,
};
const sampleOf = (shape: Record<string, z.ZodType>) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => {
      if (schema.safeParse(null).success) return [name, null];
      const type = duckdbTypeOf(schema);
      return [
        name,
        type.endsWith('[]') ? listValue([values[type.slice(0, -2)] ?? '1']) : (values[type] ?? '1'),
      ];
    }),
  );

/** The types to which a parameter is cast: one, where it is always cast to the same. */
const castsOf = (sql: string, name: string) =>
  [
    ...new Set(
      [...sql.matchAll(new RegExp(`\\$${name}\\b(?:::(\\w+(?:\\([\\d, ]+\\))?(?:\\[\\])?))?`, 'g'))].map(
        (m) => (m[1] ?? 'no cast').toUpperCase().replaceAll(' ', ''),
      ),
    ),
  ].join(' and ');

const sorted = (o: Record<string, string>) =>
  Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)));

describe('the SQL of the project', () => {
  let w: Warehouse;
  const read = <T>(work: (c: DuckDBConnection) => Promise<T>) => w.read(work);
  beforeAll(async () => {
    w = await emptyWarehouse();
  });
  afterAll(() => w.close());

  it.each(queries.map((q) => [q.file, q] as const))(
    '%s has the parameters and columns that its function declares',
    async (file, q) => {
      await read(async (c) => {
        const statement = await c.prepare(sqlText(file));
        const params: Record<string, string> = {};
        for (let i = 1; i <= statement.parameterCount; i++) {
          const name = statement.parameterName(i);
          // Where the plan depends on the value, DuckDB leaves the type open: the casts in the text tell it.
          const open = statement.parameterTypeId(i) === DuckDBTypeId.INVALID;
          params[name] = open ? castsOf(sqlText(file), name) : String(statement.parameterType(i));
        }
        expect(sorted(params)).toEqual(sorted(typesOf(q.params)));
        statement.destroySync();
        // Its columns are those of an answer: only values settle the plan of some statements.
        const result = await c.runAndReadAll(sqlText(file), sampleOf(q.params));
        const names = result.columnNames();
        const types = result.columnTypes().map(String);
        expect(Object.fromEntries(names.map((n, i) => [n, types[i]]))).toEqual(typesOf(q.row));
      });
    },
  );

  it('is all in use: every report file has its function', () => {
    const used = queries.map((q) => q.file);
    expect(sqlFiles('reports').filter((f) => !used.includes(f))).toEqual([]);
  });

  it('reads downwards: reports read canonical and marts, marts and steps read canonical, marts and steps, canonical reads what was loaded and decided', async () => {
    const allowed: Record<string, readonly string[]> = {
      reports: ['canonical', 'marts', 'loads'],
      marts: ['canonical', 'marts', 'temp'],
      steps: ['canonical', 'marts', 'temp'],
      canonical: ['raw', 'canonical', 'decided', 'history', 'loads'],
    };
    const wrong: string[] = [];
    for (const layer of Object.keys(allowed)) {
      for (const file of sqlFiles(layer)) {
        const tables = await read((c) => tablesRead(c, file, sqlText(file)));
        wrong.push(
          ...tables
            .filter((t) => !allowed[layer]?.includes(t.split('.')[0] ?? ''))
            .map((t) => `${file} reads ${t}`),
        );
      }
    }
    expect(wrong).toEqual([]);
  });

  it('says in its first two lines what one row is, and its grain', () => {
    const silent = ['canonical', 'steps', 'marts', 'reports'].flatMap(sqlFiles).filter((f) => {
      const [first = '', ...rest] = sqlText(f).split('\n');
      return !/^-- One row( is |: )/.test(first) || !rest.slice(0, 3).some((l) => /^-- Grain:/.test(l));
    });
    expect(silent).toEqual([]);
  });

  it('builds each table after those that it reads', async () => {
    const files = await read((c) => modelFiles(c));
    const position = new Map(files.map((f, i) => [f.name, i]));
    const early = files.flatMap((f, i) =>
      f.reads.filter((r) => (position.get(r) ?? -1) > i).map((r) => `${f.name} before ${r}`),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(early).toEqual([]);
  });
});
