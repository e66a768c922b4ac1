/** Does what the command line asks for, in the process that holds the warehouse. */
import { type Format, writeReport } from '@/lib/export';
import { importFiles, undoImport } from '@/lib/import/imports';
import { kinds } from '@/lib/import/kinds';
import { type Mapping, mappingSchema } from '@/lib/import/recognise';
import { reportNamed } from '@/lib/reports/registry';
import { runReport } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { recordExport } from '@/lib/work/audit';
import { savedMappings } from '@/lib/work/mappings';
import { openWorkStore, policyBook, type WorkStore } from '@/lib/work/store';
import {
  CommandError,
  type ImportRequest,
  type Progress,
  type ReportRequest,
  type Request,
  type Results,
} from './protocol';
import { today } from './today';

type ResultOf<R extends Request> = Results[R['op']];

/** @throws CommandError and the errors of reports, each with a sentence for people */
export async function perform<R extends Request>(
  db: Warehouse,
  request: R,
  onProgress: (p: Progress) => void,
): Promise<ResultOf<R>> {
  switch (request.op) {
    case 'import':
      return (await performImport(db, request, onProgress)) as ResultOf<R>;
    case 'report':
      return (await performReport(db, request)) as ResultOf<R>;
    case 'undo':
      return { dataVersion: await undoImport(db, request.importId, request.by) } as ResultOf<R>;
  }
}

async function performImport(db: Warehouse, r: ImportRequest, onProgress: (p: Progress) => void) {
  if (r.kind !== null && !kinds.some((k) => k.name === r.kind)) {
    const known = kinds.map((k) => k.name).join(', ');
    throw new CommandError(`There is no kind "${r.kind}". The kinds are: ${known}.`);
  }
  const store = await openWorkStore(db.dir);
  const saved = await readMappings(store);
  return importFiles(db, r.paths, {
    ...(r.kind === null ? {} : { kind: r.kind }),
    ...(r.mapping === null ? {} : { mapping: chosenMapping(r.mapping, saved) }),
    mappings: saved,
    policy: await policyBook(store),
    by: r.by,
    onProgress,
  });
}

async function readMappings(store: WorkStore): Promise<Mapping[]> {
  return (await savedMappings(store)).map((m) => mappingSchema.parse(m.mapping));
}

function chosenMapping(wanted: string | Mapping, saved: readonly Mapping[]): Mapping {
  if (typeof wanted !== 'string') return mappingSchema.parse(wanted);
  const found = saved.find((m) => m.name === wanted);
  if (found) return found;
  const known = saved.length === 0 ? 'none is saved' : `saved are: ${saved.map((m) => m.name).join(', ')}`;
  throw new CommandError(`There is no mapping "${wanted}"; ${known}.`);
}

async function performReport(db: Warehouse, r: ReportRequest): Promise<Results['report']> {
  const given = { ...r.given };
  // T-05: nothing reads the clock on its own; the command line supplies today.
  if ('as_of' in reportNamed(r.name).params.shape && given.as_of === undefined) given.as_of = [today()];
  const result = await runReport(db, soleViewer, r.name, given);
  if (r.format !== 'json') {
    await recordExport(await openWorkStore(db.dir), {
      by: r.by,
      report: r.name,
      params: JSON.stringify(result.params),
      format: r.format,
      rows: result.rows.length,
    });
  }
  const bytes = await writeReport(result, r.format satisfies Format, r.by);
  return { bytes: Buffer.from(bytes).toString('base64') };
}
