/** One import: what it did, file by file, and the line of a file that a row of another page came from. */
import { one, type SearchParams } from '@/app/_lib/url';
import { importDetail, sourceLines } from '@/lib/import/imports';
import { BadParameterError } from '@/lib/reports/errors';
import type { Warehouse } from '@/lib/reports/open';
import {
  type FileLine,
  placesByHeader,
  type RejectedLine,
  rejectedLines,
  type Totals,
  totalsOf,
} from '../_parts/lines';

const AROUND = 3;

export interface ImportPage {
  id: number;
  at: string;
  by: string;
  state: 'loaded' | 'refused' | 'undone';
  undoneAt: string | null;
  undoneBy: string | null;
  lines: FileLine[];
  totals: Totals;
  current: FileLine;
  rejected: RejectedLine[];
  notes: { line: number | null; rows: number; zh: string; en: string }[];
  /** The line asked for with its neighbours; null where none was asked for. */
  source: { line: number; header: string[]; rows: { line: number; cells: (string | null)[] }[] } | null;
}

/**
 * @returns null where there is no such import
 * @throws BadParameterError on a file or line that the import has not
 */
export async function importPage(
  db: Warehouse,
  id: string,
  search: SearchParams,
): Promise<ImportPage | null> {
  const detail = /^\d{1,9}$/.test(id) ? await importDetail(db, Number(id)) : null;
  if (!detail) return null;
  const lines = detail.contents.map(
    (f): FileLine => ({
      ...f,
      key: String(f.file_id),
      headerLine: f.header_line,
    }),
  );
  const current = fileOf(lines, one(search, 'file'), one(search, 'sheet'));
  if (!current) throw new BadParameterError('file', 'no such file in this import');
  const own = <T extends { file_id: number }>(rows: T[]) =>
    rows.filter((r) => String(r.file_id) === current.key);
  return {
    id: detail.import_id,
    at: detail.finished_at,
    by: detail.by_user,
    state: detail.state,
    undoneAt: detail.undone_at,
    undoneBy: detail.undone_by,
    lines,
    totals: totalsOf(lines),
    current,
    rejected: rejectedLines(own(detail.rejects), placesByHeader(current)),
    notes: own(detail.notes),
    source: await sourceOf(db, current, one(search, 'line')),
  };
}

/** By its number, or by the name and sheet that rows of other pages bear; without either the first worth a look. */
function fileOf(
  lines: FileLine[],
  file: string | undefined,
  sheet: string | undefined,
): FileLine | undefined {
  if (file === undefined)
    return lines.find((l) => l.refused) ?? lines.find((l) => l.rejected > 0) ?? lines[0];
  const named = lines.filter((l) => l.file === file);
  return named.find((l) => l.sheet === (sheet ?? null)) ?? named[0] ?? lines.find((l) => l.key === file);
}

async function sourceOf(
  db: Warehouse,
  file: FileLine,
  asked: string | undefined,
): Promise<ImportPage['source']> {
  if (asked === undefined) return null;
  const line = /^\d{1,9}$/.test(asked) ? Number(asked) : -1;
  const found = line > 0 ? await sourceLines(db, Number(file.key), line, AROUND) : null;
  if (!found) throw new BadParameterError('line', 'no such line in this file');
  return { line, header: found.header, rows: found.rows };
}
