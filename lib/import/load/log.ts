/** What an import leaves in `loads`: its files, its rejected rows, its warnings. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type DuckDBType, type DuckDBValue, INTEGER, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { Reject, StagedFile, StagedSheet } from './job';
import type { FileResult } from './publish';
import type { FileNote } from './references';
import { rejectsRelation } from './rejects';
import { name } from './sql/quote';

/** Skipped lines kept per sheet: they are titles and totals, never many. */
const KEPT_SKIPPED = 200;

/** Rejected rows, from the worker's file or from the merge. */
export async function recordRejects(
  c: DuckDBConnection,
  importId: number,
  rows: { path: string; fileId: number } | readonly (Reject & { fileId: number })[],
): Promise<void> {
  if ('path' in rows) {
    await c.run(
      `insert into loads.rejects (import_id, file_id, line, "column", value, code, cells)
       select ${importId}, ${rows.fileId}, line, "column", value, code, cells from ${rejectsRelation(rows.path)}`,
    );
    return;
  }
  await insertRows(c, 'rejects', importId, rows.length, {
    file_id: [INTEGER, rows.map((r) => r.fileId)],
    line: [INTEGER, rows.map((r) => r.line)],
    column: [VARCHAR, rows.map((r) => r.column)],
    value: [VARCHAR, rows.map((r) => r.value)],
    code: [VARCHAR, rows.map((r) => r.code)],
    cells: [LIST(VARCHAR), rows.map((r) => listValue(r.cells))],
  });
}

export async function recordWarnings(
  c: DuckDBConnection,
  importId: number,
  notes: readonly FileNote[],
): Promise<void> {
  await insertRows(c, 'warnings', importId, notes.length, {
    file_id: [INTEGER, notes.map((n) => n.fileId)],
    line: [INTEGER, notes.map((n) => n.line)],
    rows: [INTEGER, notes.map((n) => n.rows)],
    column: [VARCHAR, notes.map((n) => n.column)],
    value: [VARCHAR, notes.map((n) => n.value)],
    code: [VARCHAR, notes.map((n) => n.code)],
    zh: [VARCHAR, notes.map((n) => n.zh)],
    en: [VARCHAR, notes.map((n) => n.en)],
  });
}

/** All rows in one statement: two hundred of them, one by one, take as long as a rollup of a million rows. */
async function insertRows(
  c: DuckDBConnection,
  table: 'rejects' | 'warnings',
  importId: number,
  count: number,
  columns: Record<string, [DuckDBType, DuckDBValue[]]>,
): Promise<void> {
  if (count === 0) return;
  const names = Object.keys(columns);
  await c.run(
    `insert into loads.${table} (import_id, ${names.map(name).join(', ')})
     select ${importId}, ${names.map((n) => `unnest($${n})`).join(', ')}`,
    Object.fromEntries(Object.entries(columns).map(([n, [, values]]) => [n, listValue(values)])),
    // Types of their own: a list of nothing has none.
    Object.fromEntries(Object.entries(columns).map(([n, [type]]) => [n, LIST(type)])),
  );
}

export async function recordFiles(
  c: DuckDBConnection,
  importId: number,
  files: readonly { result: FileResult; staged: StagedFile; sheet: StagedSheet | null }[],
  storedAs: (file: StagedFile, importId: number) => string,
): Promise<void> {
  for (const { result, staged, sheet } of files) {
    const part = sheet?.parts.find((p) => p.part === result.part);
    const notes = {
      skipped: (sheet?.skipped ?? []).slice(0, KEPT_SKIPPED),
      unknown: part?.plan.unknown.map((u) => u.header) ?? [],
      dropped: part?.dropped ?? 0,
      refused: result.refused,
    };
    await c.run(
      `insert into loads.files by name select $file_id::integer as file_id, $import_id::integer as import_id,
         $part::integer as part, $file as file, $sheet as sheet, $kind as kind, $mapping as mapping,
         $encoding as encoding, $separator as separator, $header_line::integer as header_line,
         $header as header, $stored_as as stored_as, $bytes::bigint as bytes, $sha256 as sha256,
         $read::integer as read, $new::integer as new, $changed::integer as changed,
         $unchanged::integer as unchanged, $rejected::integer as rejected, $warnings::integer as warnings,
         $refused as refused, $refused_code as refused_code, $notes as notes`,
      {
        file_id: result.file_id,
        import_id: importId,
        part: result.part,
        file: result.file,
        sheet: result.sheet,
        kind: result.kind,
        mapping: result.mapping,
        encoding: staged.encoding,
        separator: staged.separator,
        header_line: sheet?.headerLine ?? 0,
        header: listValue(sheet?.header ?? []),
        stored_as: storedAs(staged, importId),
        bytes: staged.bytes,
        sha256: staged.sha256,
        read: result.read,
        new: result.new,
        changed: result.changed,
        unchanged: result.unchanged,
        rejected: result.rejected,
        warnings: result.warnings,
        refused: result.refused?.en ?? null,
        refused_code: result.refused?.code ?? null,
        notes: JSON.stringify(notes),
      },
      { header: LIST(VARCHAR) },
    );
  }
}
