/** Looking back at imports: what each did, the raw line behind a row, the rejected rows to mend. */
import fs from 'node:fs';
import path from 'node:path';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { kindOf } from './kinds';
import { rejectSentence } from './load/sentences';
import { defaultMaxBytes } from './options';
import { openSource, readRows } from './read';
import { rejectsCsv } from './rejects-csv';

export interface ImportListed {
  import_id: number;
  /** `YYYY-MM-DD HH:MM:SS`, local time */
  started_at: string;
  finished_at: string;
  state: 'loaded' | 'refused' | 'undone';
  by_user: string;
  data_version: number;
  undone_at: string | null;
  undone_by: string | null;
  files: number;
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  refused: number;
}

/** Every import, the latest first. */
export async function listImports(db: Warehouse): Promise<ImportListed[]> {
  return db.read(async (c) => {
    const reader = await c.runAndReadAll(
      `select i.import_id, i.started_at, i.finished_at, i.state, i.by_user, i.data_version, i.undone_at, i.undone_by,
         count(f.file_id)::integer as files, coalesce(sum(f.read), 0)::integer as read, coalesce(sum(f.new), 0)::integer as new,
         coalesce(sum(f.changed), 0)::integer as changed, coalesce(sum(f.unchanged), 0)::integer as unchanged,
         coalesce(sum(f.rejected), 0)::integer as rejected, coalesce(sum(f.warnings), 0)::integer as warnings,
         count(f.refused_code)::integer as refused
       from loads.imports as i left join loads.files as f using (import_id) group by all order by i.import_id desc`,
    );
    return reader.getRowObjectsJson() as unknown as ImportListed[];
  });
}

/** Which files and kinds each import brought, by its number. */
export async function importContents(
  db: Warehouse,
): Promise<Map<number, { files: string[]; kinds: string[] }>> {
  const rows = await db.read(async (c) =>
    (
      await c.runAndReadAll(
        'select import_id, list(distinct file order by file) as files, list(distinct kind order by kind) filter (kind is not null) as kinds from loads.files group by import_id',
      )
    ).getRowObjectsJson(),
  );
  return new Map(
    rows.map((r) => [
      Number(r.import_id),
      { files: r.files as string[], kinds: (r.kinds ?? []) as string[] },
    ]),
  );
}

export interface ImportFile {
  file_id: number;
  part: number;
  file: string;
  sheet: string | null;
  kind: string | null;
  mapping: string | null;
  encoding: string | null;
  separator: string | null;
  header_line: number;
  header: string[];
  bytes: string;
  sha256: string;
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  /** Why nothing of it was loaded. */
  refused: { code: string; zh: string; en: string } | null;
  skipped: { line: number; why: string; text: string }[];
  /** Headers of nobody, kept out. */
  unknown: string[];
  /** Rows that the mapping left out. */
  dropped: number;
}

export interface ImportDetail extends ImportListed {
  contents: ImportFile[];
  /** The first thousand of each; the counts of the files are complete. */
  rejects: {
    file_id: number;
    line: number;
    column: string | null;
    value: string | null;
    code: string;
    /** The row as it was written. */
    cells: (string | null)[];
    zh: string;
    en: string;
  }[];
  notes: {
    file_id: number;
    line: number | null;
    rows: number;
    column: string | null;
    value: string | null;
    code: string;
    zh: string;
    en: string;
  }[];
}

const LISTED = 1000;

/** All that is known of one import; null when there is none of this number. */
export async function importDetail(db: Warehouse, importId: number): Promise<ImportDetail | null> {
  const listed = (await listImports(db)).find((i) => i.import_id === importId);
  if (!listed) return null;
  return db.read(async (c) => {
    const rows = async (sql: string) => (await c.runAndReadAll(sql, { id: importId })).getRowObjectsJson();
    const contents = (
      await rows(
        `select file_id, part, file, sheet, kind, mapping, encoding, separator, header_line, header, bytes, sha256,
           read, new, changed, unchanged, rejected, warnings, notes from loads.files where import_id = $id order by file_id`,
      )
    ).map(({ notes, ...f }) => ({ ...f, ...JSON.parse(String(notes)) }) as unknown as ImportFile);
    const kinds = new Map(contents.map((f) => [f.file_id, f.kind]));
    const rejects = (
      await rows(
        `select file_id, line, "column", value, code, cells from loads.rejects where import_id = $id order by file_id, line limit ${LISTED}`,
      )
    ).map((r) => ({
      ...r,
      ...sentence(kinds.get(Number(r.file_id)) ?? null, r),
    })) as unknown as ImportDetail['rejects'];
    const notes = (await rows(
      `select file_id, line, rows, "column", value, code, zh, en from loads.warnings where import_id = $id order by file_id, line limit ${LISTED}`,
    )) as unknown as ImportDetail['notes'];
    return { ...listed, contents, rejects, notes };
  });
}

function sentence(kind: string | null, r: Record<string, unknown>): { zh: string; en: string } {
  if (kind === null) throw new Error('A rejected row has no kind.');
  const text = (v: unknown) => (v === null || v === undefined ? null : String(v));
  return rejectSentence(kindOf(kind), text(r.column), String(r.code), text(r.value));
}

async function storedFile(db: Warehouse, fileId: number) {
  return db.read(async (c) => {
    const reader = await c.runAndReadAll(
      'select file, sheet, kind, header, stored_as from loads.files where file_id = $id',
      { id: fileId },
    );
    const row = reader.getRowObjectsJson()[0];
    if (!row) return null;
    return {
      file: String(row.file),
      sheet: row.sheet === null ? null : String(row.sheet),
      kind: row.kind === null ? null : String(row.kind),
      header: row.header as string[],
      path: path.join(db.dir, String(row.stored_as)),
    };
  });
}

export interface SourceLines {
  file: string;
  sheet: string | null;
  header: string[];
  /** The line asked for and its neighbours, in file order. */
  rows: { line: number; cells: (string | null)[] }[];
}

/** The cells of one line as they were written, read again from the kept upload; null when there is no such line. */
export async function sourceRow(
  db: Warehouse,
  fileId: number,
  line: number,
): Promise<(Omit<SourceLines, 'rows'> & SourceLines['rows'][number]) | null> {
  const found = await sourceLines(db, fileId, line, 0);
  const row = found?.rows[0];
  return found && row ? { file: found.file, sheet: found.sheet, header: found.header, ...row } : null;
}

/**
 * A line of a kept upload with the rows of data before and after it; null when there is no such line.
 * @param around how many neighbours on either side
 */
export async function sourceLines(
  db: Warehouse,
  fileId: number,
  line: number,
  around: number,
): Promise<SourceLines | null> {
  const stored = await storedFile(db, fileId);
  if (!stored || !fs.existsSync(stored.path)) return null;
  const source = await openSource(stored.path, { name: stored.file, maxBytes: defaultMaxBytes });
  const sheet = source.sheets.find((s) => s.sheet === stored.sheet);
  if (!sheet) return null;
  const rows: SourceLines['rows'] = [];
  let after = -1;
  for await (const { line: at, cells } of readRows(source, sheet)) {
    if (after < 0 && at > line) return null;
    if (at === line) after = 0;
    else if (after >= 0) after += 1;
    if (after > around) break;
    rows.push({ line: at, cells });
    if (after < 0 && rows.length > around) rows.shift();
  }
  return after < 0 ? null : { file: stored.file, sheet: stored.sheet, header: sheet.header, rows };
}

/**
 * The rejected rows of a file as CSV (UTF-8 with BOM): its own header and cells, and why in a last column, so
 * that they can be mended and loaded again.
 * @param locale of the reasons
 */
export async function rejectedFile(
  db: Warehouse,
  importId: number,
  fileId: number,
  locale: 'zh' | 'en' = 'zh',
): Promise<Uint8Array> {
  const stored = await storedFile(db, fileId);
  if (!stored) throw new Error(`There is no file ${fileId}.`);
  const rows = await db.read(async (c) => {
    const reader = await c.runAndReadAll(
      'select line, "column", value, code, cells from loads.rejects where import_id = $id and file_id = $file order by line',
      { id: importId, file: fileId },
    );
    return reader.getRowObjectsJson();
  });
  return rejectsCsv(
    stored.header,
    rows.map((r) => ({
      line: Number(r.line),
      cells: r.cells as (string | null)[],
      why: sentence(stored.kind, r)[locale],
    })),
  );
}
