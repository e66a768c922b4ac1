/** Puts a staged import into the warehouse, inside one transaction: rows, provenance, rejects, rollups, version. */
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { buildModel } from '@/lib/warehouse/model';
import { kindOf, kinds } from '../kinds';
import type { Refusal, Reject, StagedFile } from './job';
import { recordFiles, recordRejects, recordWarnings } from './log';
import { type Change, type Fate, mergeKind } from './merge';
import { type FileNote, unknownReferences } from './references';
import { mistakesOf } from './rejects';
import type { NumberedPart } from './staged';

/** What became of one kind of rows of one sheet. `read` = `new` + `changed` + `unchanged` + `rejected`. */
export interface FileResult {
  file_id: number;
  file: string;
  sheet: string | null;
  part: number;
  kind: string | null;
  mapping: string | null;
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  refused: Refusal | null;
}

export interface Published {
  importId: number;
  files: FileResult[];
  /** The first changed rows of each kind: for the preview. */
  changes: Change[];
  notes: FileNote[];
  /** Rows that other files of the import or the register speak against. */
  lateRejects: (Reject & { fileId: number })[];
  dataVersion: number;
}

export interface PublishInput {
  staged: readonly StagedFile[];
  spool: string;
  by: string;
  /** `YYYY-MM-DD HH:MM:SS` */
  startedAt: string;
  /** Where the bytes of file number n are kept, relative to the data folder. */
  storedAs(file: StagedFile, importId: number): string;
  onStep?: (step: PublishStep) => void;
}

/** How far a publication has come. */
export type PublishStep = 'begun' | 'merged' | 'built' | 'settled' | 'committed';

/** Registers first: others find their numbers by name there, and jobs their coefficients (B-01). */
const first = ['customers', 'technicians', 'salespeople', 'coefficients'];
const inOrder = [...first.map(kindOf), ...kinds.filter((k) => !first.includes(k.name))];

async function nextId(c: DuckDBConnection, table: string, column: string): Promise<number> {
  const reader = await c.runAndReadAll(
    `select (coalesce(max(${column}), 0) + 1)::integer as id from ${table}`,
  );
  return Number(reader.getRowObjectsJson()[0]?.id ?? 1);
}

/**
 * @param rehearsal true: only count and compare; the caller rolls back
 */
export async function publish(
  c: DuckDBConnection,
  input: PublishInput,
  rehearsal: boolean,
): Promise<Published> {
  input.onStep?.('begun');
  const importId = await nextId(c, 'loads.imports', 'import_id');
  const { files, parts } = numbered(input, await nextId(c, 'loads.files', 'file_id'));
  const fates = new Map<number, Fate>();
  const changes: Change[] = [];
  const notes: FileNote[] = files.flatMap(({ result, sheet }) =>
    (result.part === 0 ? (sheet?.notes ?? []) : []).map((n) => ({ ...n, fileId: result.file_id })),
  );
  const touched = new Set<string>();
  const rejectedLate = new Map<number, number>();
  const lateRejects: Published['lateRejects'] = [];
  for (const kind of inOrder) {
    const mine = parts.filter((p) => p.kind === kind.name && p.read > p.rejected);
    if (mine.length === 0) continue;
    const merged = await mergeKind(c, kind, mine, importId, rehearsal);
    for (const [fileId, fate] of merged.fates) fates.set(fileId, fate);
    changes.push(...merged.changes);
    if (merged.touched) touched.add(`raw.${kind.name}`);
    notes.push(...merged.repeated.map(repeatedNote));
    const late = merged.rejects.flatMap((r) => {
      const part = mine.find((p) => p.fileId === r.fileId);
      rejectedLate.set(r.fileId, (rejectedLate.get(r.fileId) ?? 0) + 1);
      return part ? mistakesOf(kind, part.plan, r).map((m) => ({ ...m, fileId: r.fileId })) : [];
    });
    await recordRejects(c, importId, late);
    lateRejects.push(...late);
  }
  input.onStep?.('merged');
  for (const p of parts) {
    if (p.rejects)
      await recordRejects(c, importId, { path: path.join(p.spool, p.rejects), fileId: p.fileId });
  }
  for (const kind of inOrder) {
    if (parts.some((p) => p.kind === kind.name)) notes.push(...(await unknownReferences(c, kind, importId)));
  }
  for (const { result } of files) {
    Object.assign(result, fates.get(result.file_id) ?? {});
    result.rejected += rejectedLate.get(result.file_id) ?? 0;
    result.warnings = notes
      .filter((n) => n.fileId === result.file_id)
      .reduce((sum, n) => sum + Math.max(n.rows, 1), 0);
    const told = result.new + result.changed + result.unchanged + result.rejected;
    if (result.refused === null && told !== result.read)
      throw new Error(`${result.file}: ${result.read} rows were read, but ${told} accounted for.`);
  }
  await recordWarnings(c, importId, notes);
  const dataVersion = await closeImport(c, input, importId, files, touched, rehearsal);
  return { importId, files: files.map((f) => f.result), changes, notes, lateRejects, dataVersion };
}

async function closeImport(
  c: DuckDBConnection,
  input: PublishInput,
  importId: number,
  files: ReturnType<typeof numbered>['files'],
  touched: ReadonlySet<string>,
  rehearsal: boolean,
): Promise<number> {
  const version = await currentVersion(c);
  if (rehearsal) return version;
  await recordFiles(c, importId, files, input.storedAs);
  // The same rows again are the same data: what rests on the version stays valid.
  const next = touched.size > 0 ? version + 1 : version;
  if (touched.size > 0) {
    await buildModel(c, touched);
    await setVersion(c, next);
  }
  input.onStep?.('built');
  const loaded = files.some((f) => f.result.refused === null);
  await c.run(
    `insert into loads.imports (import_id, started_at, finished_at, state, by_user, data_version)
     values ($id, $started::timestamp, current_timestamp::timestamp, $state, $by, $version)`,
    {
      id: importId,
      started: input.startedAt,
      state: loaded ? 'loaded' : 'refused',
      by: input.by,
      version: next,
    },
  );
  return next;
}

export async function currentVersion(c: DuckDBConnection): Promise<number> {
  return (await nextId(c, 'loads.version', 'data_version')) - 1;
}

export async function setVersion(c: DuckDBConnection, version: number): Promise<void> {
  await c.run('insert into loads.version values ($version, current_timestamp::timestamp)', { version });
}

const repeatedNote = (r: { fileId: number; line: number; rows: number }): FileNote => ({
  fileId: r.fileId,
  code: 'repeated_key',
  line: r.line,
  rows: r.rows,
  column: null,
  value: null,
  zh: `有 ${r.rows} 行的编号在后面又出现（第一处在第 ${r.line} 行），以最后一行为准。`,
  en: `${r.rows} rows bear a key that comes again further down (the first in line ${r.line}); the last one stands.`,
});

/** Each part of each sheet gets its number in `loads.files`; a refused file or sheet gets one too. */
function numbered(input: PublishInput, firstId: number) {
  const parts: NumberedPart[] = [];
  const files: { result: FileResult; staged: StagedFile; sheet: StagedFile['sheets'][number] | null }[] = [];
  const add = (staged: StagedFile, sheet: StagedFile['sheets'][number] | null, refused: Refusal | null) => {
    const result: FileResult = {
      file_id: firstId + files.length,
      file: staged.file,
      sheet: sheet?.sheet ?? null,
      part: 0,
      kind: null,
      mapping: null,
      read: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      warnings: 0,
      refused,
    };
    files.push({ result, staged, sheet });
    return result;
  };
  for (const staged of input.staged) {
    if (staged.refused) add(staged, null, staged.refused);
    for (const sheet of staged.sheets) {
      if (sheet.refused) add(staged, sheet, sheet.refused);
      for (const p of sheet.parts) {
        const result = add(staged, sheet, null);
        Object.assign(result, {
          part: p.part,
          kind: p.kind,
          mapping: p.mapping,
          read: p.read,
          rejected: p.rejected,
        });
        parts.push({
          ...p,
          fileId: result.file_id,
          order: files.length,
          headerLine: sheet.headerLine,
          spool: input.spool,
        });
      }
    }
  }
  return { files, parts };
}
