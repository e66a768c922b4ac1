/** The first rows of a file before it is loaded: as they would be read, or as they stand where it is refused. */
import { kindOf } from '@/lib/import/kinds';
import type { FilePreview } from '@/lib/import/preview';
import type { PlanColumn } from '@/lib/import/recognise/plan';

/** Rows that are shown. */
const FIRST = 5;

export interface FirstColumn {
  /** Our column, or null where the file is shown as it stands. */
  name: string | null;
  /** What the column is called in the file; null where the file has none: a constant, a default. */
  header: string | null;
  number: boolean;
}

export interface FirstRows {
  kind: string | null;
  columns: FirstColumn[];
  rows: (string | null)[][];
}

const numbers = new Set(['decimal', 'integer']);
const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** The header that feeds a column: the first of several, both of a product. */
function headerOf(sources: PlanColumn['sources'], header: readonly string[]): string | null {
  for (const s of sources) {
    if (s.from === 'header') return s.header;
    if (s.from === 'product') return `${header[s.a]} × ${header[s.b]}`;
    if (s.from === 'with_year') return header[s.index] ?? null;
  }
  return null;
}

/** Null where nothing was read of the file. */
export function firstRows(file: FilePreview): FirstRows | null {
  if (file.refused || file.kind === null) return asTheyStand(file);
  const { plan, header } = file;
  if (!plan || file.typedSample.length === 0) return null;
  const rows = file.typedSample.slice(0, FIRST);
  const columns = kindOf(file.kind).columns.flatMap((c): FirstColumn[] => {
    const fed = plan.columns.find((p) => p.column === c.name);
    const named = plan.names.find((n) => n.column === c.name);
    if (!fed && !named && rows.every((row) => textOf(row[c.name]) === null)) return [];
    const from = (fed && headerOf(fed.sources, header)) ?? named?.header ?? null;
    return [{ name: c.name, header: from, number: numbers.has(c.type.is) }];
  });
  return {
    kind: file.kind,
    columns,
    rows: rows.map((row) => columns.map((c) => textOf(row[c.name ?? '']))),
  };
}

function asTheyStand(file: FilePreview): FirstRows | null {
  const rows = file.sample.slice(0, FIRST);
  if (file.header.length === 0 || rows.length === 0) return null;
  return {
    kind: null,
    columns: file.header.map((header) => ({ name: null, header, number: false })),
    rows: rows.map(({ cells }) => file.header.map((_, i) => cells[i] ?? null)),
  };
}
