/** The preview of dropped files: what is shown before anything is written. */
import { one, type SearchParams } from '@/app/_lib/url';
import { progressOf } from '@/lib/import/drop-jobs';
import { type Drop, readDrop, readPreview } from '@/lib/import/drops';
import { kindOf } from '@/lib/import/kinds';
import type { FilePreview, Preview } from '@/lib/import/preview';
import type { Warehouse } from '@/lib/reports/open';
import {
  type FileLine,
  type PlaceOf,
  type RejectedLine,
  rejectedLines,
  type Totals,
  totalsOf,
} from '../_parts/lines';
import { type FirstRows, firstRows } from './_first';

export type NewImport =
  | { state: 'empty' }
  | { state: 'gone' }
  | { state: 'loaded'; importId: number }
  | { state: 'working'; drop: Drop; loading: boolean; changes: number }
  | { state: 'stopped'; drop: Drop; failure: string | null }
  | { state: 'ready'; view: PreviewView };

export interface ChangeShown {
  kind: string;
  key: string;
  name: string | null;
  line: number;
  column: string;
  before: string | null;
  after: string | null;
}

export interface PreviewView {
  drop: Drop;
  preview: Preview;
  lines: FileLine[];
  totals: Totals;
  /** The file that is looked at. */
  place: number;
  current: FileLine;
  rejected: RejectedLine[];
  /** More rejected rows than are shown. */
  moreRejected: boolean;
  changes: ChangeShown[];
  first: FirstRows | null;
  notes: FilePreview['notes'];
  /** The data changed since the preview was made. */
  outdated: boolean;
}

export function newImport(db: Warehouse, search: SearchParams): NewImport {
  const id = one(search, 'drop');
  if (id === undefined) return { state: 'empty' };
  const drop = readDrop(db.dir, id);
  if (!drop) return { state: 'gone' };
  if (drop.state === 'loaded' && drop.importId !== null) return { state: 'loaded', importId: drop.importId };
  const preview = readPreview(db.dir, drop);
  if (progressOf(id)) {
    const loading = drop.state === 'loading';
    return { state: 'working', drop, loading, changes: preview ? changesOf(preview.files) : 0 };
  }
  if (drop.state !== 'ready' || !preview) return { state: 'stopped', drop, failure: drop.failure };
  return { state: 'ready', view: viewOf(db, drop, preview, search) };
}

const changesOf = (files: readonly FilePreview[]) => files.reduce((n, f) => n + f.new + f.changed, 0);

function viewOf(db: Warehouse, drop: Drop, preview: Preview, search: SearchParams): PreviewView {
  const lines = preview.files.map(lineOf);
  const asked = Number(one(search, 'file') ?? '-1');
  const place = asked in lines ? asked : worthLooking(preview.files);
  const file = preview.files[place];
  const current = lines[place];
  if (!file || !current) throw new Error('The preview has no file.');
  const rejected = rejectedLines(file.rejects, placesByPlan(file));
  return {
    drop,
    preview,
    lines,
    totals: totalsOf(lines),
    place,
    current,
    rejected,
    moreRejected: rejected.length < file.rejected,
    changes: changesShown(preview.files, place),
    first: firstRows(file),
    notes: file.notes,
    outdated: drop.dataVersion !== null && drop.dataVersion !== db.dataVersion(),
  };
}

/** The first file that somebody has to look at: refused, with rejected rows, with changes. */
function worthLooking(files: readonly FilePreview[]): number {
  for (const needs of [
    (f: FilePreview) => f.refused !== null,
    (f: FilePreview) => f.rejected > 0,
    (f: FilePreview) => f.changed > 0,
  ]) {
    const found = files.findIndex(needs);
    if (found >= 0) return found;
  }
  return 0;
}

const lineOf = (f: FilePreview, place: number): FileLine => ({
  key: String(place),
  file: f.file,
  sheet: f.sheet,
  kind: f.kind,
  mapping: f.mapping,
  encoding: f.encoding,
  separator: f.separator,
  headerLine: f.headerLine,
  header: f.header,
  read: f.read,
  new: f.new,
  changed: f.changed,
  unchanged: f.unchanged,
  rejected: f.rejected,
  warnings: f.warnings,
  dropped: f.dropped,
  unknown: f.unknown,
  skipped: f.skipped,
  refused: f.refused,
});

function placesByPlan(file: FilePreview): PlaceOf {
  return (m) => {
    const name = file.plan?.names.find((n) => n.column === m.column);
    const sources = file.plan?.columns.find((c) => c.column === m.column)?.sources ?? [];
    const indexes = sources.flatMap((s) =>
      s.from === 'header' || s.from === 'with_year' ? [s.index] : s.from === 'product' ? [s.a] : [],
    );
    const bearing = indexes.find((i) => m.cells[i] === m.value);
    return bearing ?? indexes[0] ?? name?.index ?? -1;
  };
}

/** What was and what would be, column by column: of the file looked at, else of the first files that change something. */
function changesShown(files: readonly FilePreview[], place: number): ChangeShown[] {
  const own = files[place];
  const from = own && own.changedSamples.length > 0 ? [own] : [];
  return from.flatMap((file) => {
    const kind = kindOf(file.kind ?? '');
    return file.changedSamples.flatMap((change) => {
      const text = (v: unknown) => (v === null || v === undefined ? null : String(v));
      const key = kind.key.map((k) => text(change.after[k]) ?? '').join(' · ');
      const name = text(change.after.name) ?? text(change.after.customer_id);
      return kind.columns
        .map((c) => ({
          column: c.name,
          before: text(change.before[c.name]),
          after: text(change.after[c.name]),
        }))
        .filter((c) => c.before !== c.after)
        .map((c) => ({ kind: kind.name, key, name: name === key ? null : name, line: change.line, ...c }));
    });
  });
}
