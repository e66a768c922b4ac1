/** What a person sees before loading: how each file was understood, and what would change. */
import fs from 'node:fs';
import path from 'node:path';
import { kindOf } from './kinds';
import type { Candidate, Refusal, Reject, StagedFile, StagedPart, StagedSheet } from './load/job';
import type { Change } from './load/merge';
import type { FileResult, Published } from './load/publish';
import { rejectSentence } from './load/sentences';
import type { SkippedLine } from './read/source';
import type { LoadPlan } from './recognise/plan';
import { rejectsCsv } from './rejects-csv';
import type { Pending } from './uploads';

const SHOWN_REJECTS = 50;
/** What other files speak against, in the spool: known only after the rehearsal. */
const LATE = 'late.json';

export interface RejectShown extends Omit<Reject, 'cells'> {
  zh: string;
  en: string;
  cells: (string | null)[];
}

export interface FilePreview extends Omit<FileResult, 'file_id'> {
  /** Number of the file within the import, from 1. */
  id: number;
  encoding: string | null;
  separator: string | null;
  headerLine: number;
  header: string[];
  /** Kinds that the headers fit, best first. */
  candidates: Candidate[];
  /** How our columns are fed; null where the file is refused. */
  plan: LoadPlan | null;
  unknown: string[];
  skipped: SkippedLine[];
  /** Rows that the mapping leaves out. */
  dropped: number;
  sample: { line: number; cells: (string | null)[] }[];
  typedSample: Record<string, unknown>[];
  changedSamples: Change[];
  rejects: RejectShown[];
  notes: {
    code: string;
    line: number | null;
    rows: number;
    column: string | null;
    value: string | null;
    zh: string;
    en: string;
  }[];
  refused: Refusal | null;
}

export interface Preview {
  token: string;
  files: FilePreview[];
}

/** @param rehearsed what publishing would do, taken back */
export function previewOf(pending: Pending, staged: readonly StagedFile[], rehearsed: Published): Preview {
  const found = [...located(staged)];
  const place = new Map(rehearsed.files.map((f, i) => [f.file_id, i]));
  const late = rehearsed.lateRejects.map((r) => ({ ...r, place: place.get(r.fileId) ?? -1 }));
  fs.writeFileSync(path.join(pending.spool, LATE), JSON.stringify(late));
  const files = rehearsed.files.map((result, i): FilePreview => {
    const { file, sheet, part } = found[i] ?? {};
    if (!file) throw new Error('The preview lost a file.');
    const { file_id, ...rest } = result;
    return {
      ...rest,
      id: file.id,
      encoding: file.encoding,
      separator: file.separator,
      headerLine: sheet?.headerLine ?? 0,
      header: sheet?.header ?? [],
      candidates: sheet?.candidates ?? [],
      plan: part?.plan ?? null,
      unknown: part?.plan.unknown.map((u) => u.header) ?? [],
      skipped: sheet?.skipped ?? [],
      dropped: part?.dropped ?? 0,
      sample: sheet?.sample ?? [],
      typedSample: part?.typedSample ?? [],
      changedSamples: rehearsed.changes.filter((c) => c.fileId === file_id),
      rejects: [...firstRejects(pending, part), ...lateRejects(rehearsed, file_id, part)].slice(
        0,
        SHOWN_REJECTS,
      ),
      notes: rehearsed.notes.filter((n) => n.fileId === file_id).map(({ fileId, ...n }) => n),
    };
  });
  return { token: pending.token, files };
}

/** The order in which publishing numbers files: refused file, refused sheet, parts. */
function* located(
  staged: readonly StagedFile[],
): Generator<{ file: StagedFile; sheet?: StagedSheet; part?: StagedPart }> {
  for (const file of staged) {
    if (file.refused) yield { file };
    for (const sheet of file.sheets) {
      if (sheet.refused) yield { file, sheet };
      for (const part of sheet.parts) yield { file, sheet, part };
    }
  }
}

function firstRejects(pending: Pending, part: StagedPart | undefined): RejectShown[] {
  if (!part?.rejects) return [];
  const file = path.join(pending.spool, part.rejects);
  const head = Buffer.alloc(1_000_000);
  const handle = fs.openSync(file, 'r');
  const length = fs.readSync(handle, head);
  fs.closeSync(handle);
  const text = head.subarray(0, length).toString('utf8');
  const whole = text.slice(0, text.lastIndexOf('\n'));
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, SHOWN_REJECTS)
    .map((line) => toShown(part.kind, JSON.parse(line) as Reject));
}

const lateRejects = (rehearsed: Published, fileId: number, part: StagedPart | undefined): RejectShown[] =>
  part ? rehearsed.lateRejects.filter((r) => r.fileId === fileId).map((r) => toShown(part.kind, r)) : [];

const toShown = (kind: string, r: Reject): RejectShown => ({
  line: r.line,
  column: r.column,
  value: r.value,
  code: r.code,
  cells: r.cells,
  ...rejectSentence(kindOf(kind), r.column, r.code, r.value),
});

/**
 * All rejected rows of one part of a preview, as the file that `rejectedFile` gives of a loaded import.
 * @param place position among the files of the preview, from 0; null when there is no such preview or part
 */
export function rejectedOfPreview(pending: Pending, place: number, locale: 'zh' | 'en'): Uint8Array | null {
  const staging = JSON.parse(fs.readFileSync(path.join(pending.dir, 'staging.json'), 'utf8')) as {
    staged: StagedFile[];
  };
  const { sheet, part } = [...located(staging.staged)][place] ?? {};
  if (!sheet || !part) return null;
  const early = part.rejects ? fs.readFileSync(path.join(pending.spool, part.rejects), 'utf8') : '';
  const late = JSON.parse(fs.readFileSync(path.join(pending.spool, LATE), 'utf8')) as (Reject & {
    place: number;
  })[];
  const all = [
    ...early.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Reject])),
    ...late.filter((r) => r.place === place),
  ];
  return rejectsCsv(
    sheet.header,
    all.map((r) => ({ line: r.line, cells: r.cells, why: toShown(part.kind, r)[locale] })),
  );
}
