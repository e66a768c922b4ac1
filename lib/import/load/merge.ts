/**
 * Merges the staged rows of one kind into `raw`, inside the import's transaction. The last row of a key
 * stands; what it replaces goes to `history`, what it only repeats leaves a mark in `seen`, so that any
 * import can be undone as if it had never been.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Kind } from '../kind';
import { judgedAtPublish } from './job';
import { name } from './sql/quote';
import {
  columnList,
  judgedRows,
  type NumberedPart,
  plainRows,
  provenance,
  sameKey,
  sameValues,
} from './staged';

export interface Fate {
  new: number;
  changed: number;
  unchanged: number;
}

export interface Change {
  fileId: number;
  line: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

export interface LateReject {
  fileId: number;
  line: number;
  /** `column=code`, several joined by `;`. */
  bad: string;
  cells: (string | null)[];
}

export interface Merged {
  fates: Map<number, Fate>;
  rejects: LateReject[];
  /** Rows that a later row of the same import replaced: file, first line, how many. */
  repeated: { fileId: number; line: number; rows: number }[];
  changes: Change[];
  touched: boolean;
}

const SHOWN = 20;

async function rowsOf(c: DuckDBConnection, sql: string) {
  return (await c.runAndReadAll(sql)).getRowObjectsJson();
}

export async function mergeKind(
  c: DuckDBConnection,
  kind: Kind,
  parts: readonly NumberedPart[],
  importId: number,
  wantChanges: boolean,
): Promise<Merged> {
  const judged = parts.some((p) => judgedAtPublish(p.plan));
  if (!judged) {
    const direct = await insertIntoEmpty(c, kind, parts, importId);
    if (direct) return direct;
  }
  return mergeRows(c, kind, parts, importId, { judged, wantChanges });
}

const target = (kind: Kind) => [...columnList(kind), ...provenance].join(', ');

/**
 * The first load of a kind needs no comparison: null when there are rows already, or a key comes twice. Keys are
 * counted where they are staged: the engine reads a table that the transaction has just filled on one core alone.
 */
async function insertIntoEmpty(
  c: DuckDBConnection,
  kind: Kind,
  parts: readonly NumberedPart[],
  importId: number,
): Promise<Merged | null> {
  const [held] = await rowsOf(c, `select 1 from raw.${kind.name} limit 1`);
  if (held) return null;
  const key = kind.key.length === 1 ? name(kind.key[0] ?? '') : `hash(${kind.key.map(name).join(', ')})`;
  const rows = parts.map((p) => plainRows(p, importId));
  const ofFile = parts.map(
    (p) => `count(*) filter (_file_id = ${p.fileId})::integer as ${name(`of_${p.fileId}`)}`,
  );
  const [counted = {}] = await rowsOf(
    c,
    `select count(*)::integer as rows, count(distinct ${key})::integer as keys, ${ofFile.join(', ')}
     from (${rows.join(' union all ')})`,
  );
  if (counted.rows !== counted.keys) return null;
  for (const sql of rows) {
    await c.run(`insert into raw.${kind.name} (${target(kind)}) select ${target(kind)} from (${sql})`);
  }
  const fates = new Map(
    parts.map((p) => [p.fileId, { new: Number(counted[`of_${p.fileId}`]), changed: 0, unchanged: 0 }]),
  );
  return { fates, rejects: [], repeated: [], changes: [], touched: Number(counted.rows) > 0 };
}

async function mergeRows(
  c: DuckDBConnection,
  kind: Kind,
  parts: readonly NumberedPart[],
  importId: number,
  o: { judged: boolean; wantChanges: boolean },
): Promise<Merged> {
  const incoming = name(`incoming_${kind.name}`);
  const fate = name(`fate_${kind.name}`);
  const all = parts.map((p) => (o.judged ? judgedRows(p, importId) : plainRows(p, importId)));
  await c.run(`create or replace temp table ${incoming} as ${all.join(' union all by name ')}`);
  const rejects = o.judged ? await takeRejects(c, incoming) : [];
  const repeated = await takeRepeated(c, kind, incoming);
  await c.run(
    `create or replace temp table ${fate} as select i._ord, i._file_id, r.rowid as old, ${sameValues(kind, 'i', 'r')} as same
     from ${incoming} as i left join raw.${kind.name} as r on ${sameKey(kind, 'i', 'r')}`,
  );
  const fates = new Map<number, Fate>();
  for (const r of await rowsOf(
    c,
    `select _file_id, count(*) filter (old is null)::integer as new, count(*) filter (old is not null and not same)::integer as changed,
       count(*) filter (old is not null and same)::integer as unchanged from ${fate} group by 1`,
  ))
    fates.set(Number(r._file_id), {
      new: Number(r.new),
      changed: Number(r.changed),
      unchanged: Number(r.unchanged),
    });
  for (const r of repeated) {
    const f = fates.get(r.fileId) ?? { new: 0, changed: 0, unchanged: 0 };
    fates.set(r.fileId, { ...f, unchanged: f.unchanged + r.rows });
  }
  const changes = o.wantChanges ? await changedSample(c, kind, incoming, fate) : [];
  const columns = target(kind);
  const replaced = `select old from ${fate} where old is not null and not same`;
  await c.run(
    `insert into history.${kind.name} (${columns}, _superseded_by) select ${columns}, ${importId} from raw.${kind.name} where rowid in (${replaced})`,
  );
  await c.run(`delete from raw.${kind.name} where rowid in (${replaced})`);
  await c.run(
    `insert into raw.${kind.name} (${columns}) select ${columns} from ${incoming} where _ord in (select _ord from ${fate} where old is null or not same) order by _ord`,
  );
  const marks = [...kind.key.map(name), ...provenance].join(', ');
  await c.run(
    `insert into seen.${kind.name} (${marks}) select ${marks} from ${incoming} where _ord in (select _ord from ${fate} where old is not null and same)`,
  );
  await c.run(`drop table ${incoming}`);
  await c.run(`drop table ${fate}`);
  const touched = [...fates.values()].some((f) => f.new + f.changed > 0);
  return { fates, rejects, repeated, changes, touched };
}

async function takeRejects(c: DuckDBConnection, incoming: string): Promise<LateReject[]> {
  const found = await rowsOf(
    c,
    `select _file_id, _line, _late, _cells from ${incoming} where _late is not null order by _ord`,
  );
  if (found.length > 0) await c.run(`delete from ${incoming} where _late is not null`);
  return found.map((r) => ({
    fileId: Number(r._file_id),
    line: Number(r._line),
    bad: String(r._late),
    cells: r._cells as (string | null)[],
  }));
}

/** Of rows with one key, the last stands; the others change nothing and count as unchanged. */
async function takeRepeated(c: DuckDBConnection, kind: Kind, incoming: string) {
  const keys = kind.key.map(name).join(', ');
  const losers = `select _ord from (select _ord, max(_ord) over (partition by ${keys}) as last from ${incoming}) where _ord < last`;
  const [{ n } = { n: 0 }] = await rowsOf(
    c,
    `select (count(*) - (select count(*) from (select distinct ${keys} from ${incoming})))::integer as n from ${incoming}`,
  );
  if (Number(n) === 0) return [];
  const found = await rowsOf(
    c,
    `select _file_id, min(_line)::integer as line, count(*)::integer as rows from ${incoming} where _ord in (${losers}) group by 1`,
  );
  await c.run(`delete from ${incoming} where _ord in (${losers})`);
  return found.map((r) => ({ fileId: Number(r._file_id), line: Number(r.line), rows: Number(r.rows) }));
}

async function changedSample(
  c: DuckDBConnection,
  kind: Kind,
  incoming: string,
  fate: string,
): Promise<Change[]> {
  const packed = (alias: string) =>
    `struct_pack(${kind.columns.map((k) => `${name(k.name)} := ${alias}.${name(k.name)}::varchar`).join(', ')})`;
  const rows = await rowsOf(
    c,
    `select i._file_id, i._line, ${packed('r')} as before, ${packed('i')} as after
     from ${fate} as f join ${incoming} as i using (_ord) join raw.${kind.name} as r on r.rowid = f.old
     where not f.same order by i._ord limit ${SHOWN}`,
  );
  return rows.map((r) => ({
    fileId: Number(r._file_id),
    line: Number(r._line),
    before: r.before as Record<string, unknown>,
    after: r.after as Record<string, unknown>,
  }));
}
