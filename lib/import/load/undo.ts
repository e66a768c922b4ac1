/**
 * Takes an import back as if it had never been: rows that it brought go, what it replaced returns, rows that
 * a later import brought again unchanged stay under that import's name.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { buildModel } from '@/lib/warehouse/model';
import type { Kind } from '../kind';
import { kindOf } from '../kinds';
import { currentVersion, setVersion } from './publish';
import { name } from './sql/quote';
import { columnList, provenance, sameKey } from './staged';

async function count(c: DuckDBConnection, sql: string): Promise<number> {
  return Number((await c.runAndReadAll(sql)).getRowObjectsJson()[0]?.n ?? 0);
}

/** @returns the data version after it @throws Error when there is no such import, or it is undone already */
export async function undo(c: DuckDBConnection, importId: number, by: string): Promise<number> {
  const reader = await c.runAndReadAll('select state from loads.imports where import_id = $id', {
    id: importId,
  });
  const state = reader.getRowObjectsJson()[0]?.state;
  if (state === undefined) throw new Error(`There is no import ${importId}.`);
  if (state === 'undone') throw new Error(`Import ${importId} is undone already.`);
  const kindNames = (
    await c.runAndReadAll(
      'select distinct kind from loads.files where import_id = $id and kind is not null',
      {
        id: importId,
      },
    )
  ).getRowObjectsJson();
  const changed = new Set<string>();
  for (const { kind } of kindNames) {
    if (await undoKind(c, kindOf(String(kind)), importId)) changed.add(`raw.${String(kind)}`);
  }
  const version = await currentVersion(c);
  const next = changed.size > 0 ? version + 1 : version;
  if (changed.size > 0) {
    await buildModel(c, changed);
    await setVersion(c, next);
  }
  await c.run(
    `update loads.imports set state = 'undone', undone_at = current_timestamp::timestamp, undone_by = $by, undone_version = $version where import_id = $id`,
    { id: importId, by, version: next },
  );
  return next;
}

/** True when the current rows of the kind changed. */
async function undoKind(c: DuckDBConnection, kind: Kind, id: number): Promise<boolean> {
  const raw = `raw.${kind.name}`;
  const history = `history.${kind.name}`;
  const seen = `seen.${kind.name}`;
  const columns = [...columnList(kind), ...provenance].join(', ');
  const keys = kind.key.map(name).join(', ');
  await c.run(`delete from ${seen} where _import_id = ${id}`);
  await handOn(c, kind, raw, id, null);
  await handOn(c, kind, history, id, '_superseded_by');
  // Versions of this import that lie in history: what it had replaced is now replaced by their successor.
  await c.run(
    `update ${history} as before set _superseded_by = gone._superseded_by from ${history} as gone
     where gone._import_id = ${id} and before._superseded_by = ${id} and ${sameKey(kind, 'before', 'gone')}`,
  );
  await c.run(`delete from ${history} where _import_id = ${id}`);
  const touched = await count(c, `select count(*)::integer as n from ${raw} where _import_id = ${id}`);
  await c.run(`delete from ${raw} where _import_id = ${id}`);
  await c.run(
    `insert into ${raw} (${columns}) select ${columns} from ${history} where _superseded_by = ${id}`,
  );
  await c.run(`delete from ${history} where _superseded_by = ${id}`);
  // A repeated row without a row, or two rows of one key, would be data lost or counted twice.
  const orphans = await count(
    c,
    `select count(*)::integer as n from ${seen} as s where not exists (select 1 from ${raw} as r where ${sameKey(kind, 's', 'r')})`,
  );
  const doubles = await count(
    c,
    `select (count(*) - (select count(*) from (select distinct ${keys} from ${raw})))::integer as n from ${raw}`,
  );
  if (orphans + doubles > 0) throw new Error(`Undoing import ${id} would leave ${kind.name} inconsistent.`);
  return touched > 0;
}

/**
 * A version of this import that a later import brought again unchanged, before any other version came, is that
 * import's from now on.
 */
async function handOn(
  c: DuckDBConnection,
  kind: Kind,
  table: string,
  id: number,
  until: string | null,
): Promise<void> {
  const seen = `seen.${kind.name}`;
  const keys = kind.key.map((k) => `s.${name(k)}`).join(', ');
  const limit = until === null ? '' : ` and s._import_id < t.${until}`;
  await c.run(
    `create or replace temp table heirs as select ${keys}, min(s._import_id)::integer as _heir, t._superseded as _until
     from (select *, ${until ?? 'null::integer'} as _superseded from ${table} where _import_id = ${id}) as t
     join ${seen} as s on ${sameKey(kind, 's', 't')} where s._import_id > ${id}${limit.replace(`t.${until}`, 't._superseded')} group by all`,
  );
  if ((await count(c, 'select count(*)::integer as n from heirs')) > 0) {
    const match = `${sameKey(kind, 'x', 'h')}`;
    await c.run(
      `update ${table} as x set _import_id = s._import_id, _file_id = s._file_id, _line = s._line
       from heirs as h, ${seen} as s where x._import_id = ${id} and ${match} and ${sameKey(kind, 's', 'h')} and s._import_id = h._heir${until === null ? '' : ` and x.${until} = h._until`}`,
    );
    // Who was replaced by this import is replaced by the heir, and does not come back.
    await c.run(
      `update history.${kind.name} as x set _superseded_by = h._heir from heirs as h where x._superseded_by = ${id} and ${match}`,
    );
    await c.run(`delete from ${seen} as x using heirs as h where ${match} and x._import_id = h._heir`);
  }
  await c.run('drop table heirs');
}
