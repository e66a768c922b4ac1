/**
 * Builds what stands between loaded rows and reports: `queries/canonical` as views, `queries/marts` as tables,
 * `queries/steps` as tables that several marts are made from and that go when those are made (`temp.<name>`).
 * Files need no order of their own: DuckDB's parser says what each SELECT reads.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { QueryError } from './errors';
import { projectRoot } from './paths';

export interface ModelFile {
  /** Schema and table: `canonical.customers`. */
  name: string;
  makes: Makes;
  file: string;
  sql: string;
  reads: readonly string[];
}

const layers = [
  { folder: 'canonical', schema: 'canonical', makes: 'view' },
  { folder: 'steps', schema: 'temp', makes: 'temp table' },
  { folder: 'marts', schema: 'marts', makes: 'table' },
] as const;

type Makes = (typeof layers)[number]['makes'];

/** What a text reads, by the text: to parse them all takes longer than a small import. */
const parsed = new Map<string, readonly string[]>();

/** Every model file with the tables it reads, in an order in which each comes after what it reads. */
export async function modelFiles(c: DuckDBConnection): Promise<ModelFile[]> {
  const files: ModelFile[] = [];
  for (const { folder, schema, makes } of layers) {
    const at = path.join(projectRoot(), 'queries', folder);
    for (const entry of fs.readdirSync(at).sort()) {
      if (!entry.endsWith('.sql')) continue;
      const sql = fs.readFileSync(path.join(at, entry), 'utf8');
      const reads = parsed.get(sql) ?? (await tablesRead(c, `${folder}/${entry}`, sql));
      parsed.set(sql, reads);
      files.push({ name: `${schema}.${entry.slice(0, -4)}`, makes, file: `${folder}/${entry}`, sql, reads });
    }
  }
  return inOrder(files);
}

/**
 * The tables that a SELECT reads, as `schema.table`, by DuckDB's own parser; names without a schema are its CTEs.
 * @throws QueryError where the text is not one SELECT
 */
export async function tablesRead(c: DuckDBConnection, file: string, sql: string): Promise<string[]> {
  const result = await c.runAndReadAll('select json_serialize_sql($sql::varchar) as tree', { sql });
  const tree = JSON.parse(String(result.getRowObjectsJson()[0]?.tree)) as {
    error?: boolean;
    error_message?: string;
  };
  if (tree.error) throw new QueryError(file, {}, tree.error_message);
  const tables = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, schema_name, table_name } = node as Record<string, unknown>;
    if (type === 'BASE_TABLE' && schema_name) tables.add(`${schema_name}.${table_name}`);
    for (const child of Object.values(node)) walk(child);
  };
  walk(tree);
  return [...tables].sort();
}

function inOrder(files: readonly ModelFile[]): ModelFile[] {
  const byName = new Map(files.map((f) => [f.name, f]));
  const done = new Set<string>();
  const ordered: ModelFile[] = [];
  const visit = (file: ModelFile, above: readonly string[]) => {
    if (done.has(file.name)) return;
    if (above.includes(file.name)) {
      throw new Error(`These SQL files read each other in a circle: ${[...above, file.name].join(' → ')}`);
    }
    for (const name of file.reads) {
      const next = byName.get(name);
      if (next) visit(next, [...above, file.name]);
    }
    done.add(file.name);
    ordered.push(file);
  };
  for (const file of files) visit(file, []);
  return ordered;
}

/**
 * Brings views and rollups up to date, inside the caller's transaction.
 * @param changed the `raw` tables that changed; marts that rest on none of them are left as they are.
 *   Undefined: build everything.
 */
export async function buildModel(c: DuckDBConnection, changed?: ReadonlySet<string>): Promise<void> {
  const files = await modelFiles(c);
  const due = dueFiles(files, changed);
  for (const file of files.filter((f) => due.has(f.name))) {
    try {
      await c.run(`create or replace ${file.makes} ${file.name} as ${file.sql}`);
    } catch (error) {
      throw new QueryError(file.file, {}, error);
    }
  }
  for (const file of files) {
    if (file.makes === 'temp table' && due.has(file.name)) await c.run(`drop table ${file.name}`);
  }
}

/** All views, the marts that rest on what changed, and the steps that those are made from. */
function dueFiles(files: readonly ModelFile[], changed?: ReadonlySet<string>): ReadonlySet<string> {
  const stale = new Set(changed);
  const due = new Set<string>();
  for (const file of files) {
    const touched = changed === undefined || file.reads.some((r) => stale.has(r));
    if (touched) stale.add(file.name);
    if (file.makes === 'view' || (file.makes === 'table' && touched)) due.add(file.name);
  }
  for (const file of files.toReversed()) {
    if (!due.has(file.name)) continue;
    for (const read of file.reads) if (read.startsWith('temp.')) due.add(read);
  }
  return due;
}

/** Builds everything where the SQL files differ from those that the warehouse was last built with. */
export async function refreshModel(c: DuckDBConnection): Promise<void> {
  const hash = createHash('sha256');
  for (const file of await modelFiles(c)) hash.update(file.name).update(file.sql);
  const now = hash.digest('hex');
  await c.run('create table if not exists loads.model (built_with varchar)');
  const known = (await c.runAndReadAll('select built_with from loads.model')).getRowObjectsJson()[0]
    ?.built_with;
  if (known === now) return;
  await dropForgotten(c);
  await buildModel(c);
  await c.run('delete from loads.model');
  await c.run('insert into loads.model values ($now)', { now });
}

/** Rollups of an older version that no file makes any more. */
async function dropForgotten(c: DuckDBConnection): Promise<void> {
  const made = new Set((await modelFiles(c)).map((f) => f.name));
  const tables = await c.runAndReadAll("select table_name from duckdb_tables() where schema_name = 'marts'");
  for (const { table_name } of tables.getRowObjectsJson()) {
    if (!made.has(`marts.${table_name}`)) await c.run(`drop table marts."${table_name}"`);
  }
}
