/** The page of imports: what was loaded when, what is there, how files are remembered. */
import { choice } from '@/app/_lib/periods';
import { one, type SearchParams } from '@/app/_lib/url';
import { type Drop, openDrops } from '@/lib/import/drops';
import { type Holding, holdings } from '@/lib/import/holdings';
import { importContents, listImports } from '@/lib/import/imports';
import { mappingSchema } from '@/lib/import/recognise';
import type { Warehouse } from '@/lib/reports/open';
import { savedMappings } from '@/lib/work/mappings';
import { openWorkStore } from '@/lib/work/store';

const views = ['kinds', 'mappings'] as const;
export type ImportsView = (typeof views)[number] | 'history';

export interface ImportLine {
  id: number;
  at: string;
  by: string;
  state: 'loaded' | 'refused' | 'undone';
  undoneAt: string | null;
  undoneBy: string | null;
  files: string[];
  kinds: string[];
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  refused: number;
  seconds: number;
}

export interface MappingLine {
  name: string;
  kinds: string[];
  headers: number;
  by: string;
  at: string;
}

export interface ImportsModel {
  view: ImportsView;
  imports: ImportLine[];
  holdings: Holding[];
  mappings: MappingLine[];
  /** Previews that nobody has confirmed or discarded. */
  waiting: Drop[];
}

export async function importsModel(db: Warehouse, search: SearchParams): Promise<ImportsModel> {
  const view = choice('view', one(search, 'view'), views) ?? 'history';
  const [imports, held, store] = await Promise.all([importLines(db), holdings(db), openWorkStore(db.dir)]);
  const mappings = (await savedMappings(store)).map((m) => {
    const { parts } = mappingSchema.parse(m.mapping);
    return {
      name: m.name,
      kinds: [...new Set(parts.map((p) => p.kind))],
      headers: m.matches.length,
      by: m.savedBy,
      at: m.savedAt,
    };
  });
  return { view, imports, holdings: held, mappings, waiting: openDrops(db.dir) };
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(`${to.replace(' ', 'T')}Z`) - Date.parse(`${from.replace(' ', 'T')}Z`)) / 1000);

async function importLines(db: Warehouse): Promise<ImportLine[]> {
  const [listed, contents] = await Promise.all([listImports(db), importContents(db)]);
  return listed.map((i) => {
    const own = contents.get(i.import_id) ?? { files: [], kinds: [] };
    return {
      id: i.import_id,
      at: i.finished_at,
      by: i.by_user,
      state: i.state,
      undoneAt: i.undone_at,
      undoneBy: i.undone_by,
      ...own,
      read: i.read,
      new: i.new,
      changed: i.changed,
      unchanged: i.unchanged,
      rejected: i.rejected,
      warnings: i.warnings,
      refused: i.refused,
      seconds: secondsBetween(i.started_at, i.finished_at),
    };
  });
}
