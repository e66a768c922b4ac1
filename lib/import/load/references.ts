/** References of an import's rows to keys that no register has: a warning, and the row stays. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Kind } from '../kind';
import { kindOf } from '../kinds';
import type { Note } from './job';
import { name } from './sql/quote';
import { sameKey } from './staged';

/** Distinct findings shown of one column of one file; the count of rows is complete all the same. */
const LISTED = 200;

export interface FileNote extends Note {
  fileId: number;
}

/**
 * Unknown references among the rows that an import brought, also those that it only repeated: the first
 * of a column and file by name, the others as one count.
 */
export async function unknownReferences(
  c: DuckDBConnection,
  kind: Kind,
  importId: number,
): Promise<FileNote[]> {
  const notes: FileNote[] = [];
  const repeats = await c.runAndReadAll(
    `select 1 from seen.${kind.name} where _import_id = $import limit 1`,
    { import: importId },
  );
  for (const ref of kind.references) {
    const column = name(ref.column);
    // Rows of an open transaction are not counted: asked to join them, the engine takes the many for the few.
    const repeated =
      repeats.currentRowCount === 0
        ? ''
        : `union all
         select s._file_id, s._line, r.${column} from seen.${kind.name} as s join raw.${kind.name} as r on ${sameKey(kind, 's', 'r')}
         where s._import_id = $import`;
    const known = `select ${name(ref.to)} from raw.${ref.kind} where ${name(ref.to)} is not null`;
    const reader = await c.runAndReadAll(
      `with brought as (
         select _file_id, _line, ${column} as value from raw.${kind.name} where _import_id = $import
         ${repeated}),
       -- A value comes many times: it is looked for once.
       value as (
         select _file_id, value, min(_line) as line, count(*) as rows from brought where value is not null group by all),
       unknown as (
         select * from value where value not in (${known})),
       placed as (
         select *, least(row_number() over (partition by _file_id order by line), ${LISTED + 1}) as place from unknown)
       select _file_id, place > ${LISTED} as rest, min_by(value, place) as value, min(line)::integer as line,
         sum(rows)::integer as rows
       from placed group by _file_id, place order by _file_id, place`,
      { import: importId },
    );
    notes.push(...grouped(kind, ref.column, kindOf(ref.kind), reader.getRowObjectsJson()));
  }
  return notes;
}

function grouped(
  kind: Kind,
  columnName: string,
  register: Kind,
  rows: Record<string, unknown>[],
): FileNote[] {
  const column = kind.columns.find((c) => c.name === columnName);
  const notes: FileNote[] = [];
  for (const r of rows) {
    const fileId = Number(r._file_id);
    if (r.rest === true) {
      notes.push({
        fileId,
        code: 'unknown_reference',
        line: null,
        rows: Number(r.rows),
        column: columnName,
        value: null,
        zh: `「${column?.zh ?? columnName}」还有更多编号不在「${register.zh}」中。`,
        en: `More values of "${columnName}" are in no "${register.en}".`,
      });
      continue;
    }
    const value = String(r.value);
    notes.push({
      fileId,
      code: 'unknown_reference',
      line: Number(r.line),
      rows: Number(r.rows),
      column: columnName,
      value,
      zh: `「${column?.zh ?? columnName}」${value} 不在「${register.zh}」中。数据照常载入，补上登记后会自动对应。`,
      en: `"${columnName}" ${value} is in no "${register.en}". The rows are loaded, and resolve themselves when the register has it.`,
    });
  }
  return notes;
}
