/** What an import leaves in `loads`: its files, its rejected rows, its warnings. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { Reject, StagedFile, StagedSheet } from './job';
import type { FileResult } from './publish';
import type { FileNote } from './references';
import { rejectsRelation } from './rejects';

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
  for (const r of rows) {
    await c.run(
      `insert into loads.rejects (import_id, file_id, line, "column", value, code, cells)
       values ($import, $file, $line, $column, $value, $code, $cells)`,
      {
        import: importId,
        file: r.fileId,
        line: r.line,
        column: r.column,
        value: r.value,
        code: r.code,
        cells: listValue(r.cells),
      },
      // Types of their own: a list of nothing has none.
      { column: VARCHAR, value: VARCHAR, cells: LIST(VARCHAR) },
    );
  }
}

export async function recordWarnings(
  c: DuckDBConnection,
  importId: number,
  notes: readonly FileNote[],
): Promise<void> {
  for (const n of notes) {
    await c.run(
      `insert into loads.warnings (import_id, file_id, line, rows, "column", value, code, zh, en)
       values ($import, $file, $line, $rows, $column, $value, $code, $zh, $en)`,
      {
        import: importId,
        file: n.fileId,
        line: n.line,
        rows: n.rows,
        column: n.column,
        value: n.value,
        code: n.code,
        zh: n.zh,
        en: n.en,
      },
    );
  }
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
