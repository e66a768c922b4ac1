/** What the command line prints of an import. */
import type { ImportResult } from '@/lib/import/imports';
import type { Progress } from './protocol';

/** 0 all loaded, 1 some rows rejected or files refused, 2 nothing loaded. */
export function exitCode(r: ImportResult): 0 | 1 | 2 {
  const loaded = r.files.some((f) => f.refused === null && f.read > f.rejected);
  const nothingToLoad = r.files.length > 0 && r.files.every((f) => f.refused === null && f.read === 0);
  if (!loaded && !nothingToLoad) return 2;
  return r.files.some((f) => f.refused !== null || f.rejected > 0) ? 1 : 0;
}

/** The shape that the contract of the command line promises; more keys stand behind the promised ones. */
export function importJson(r: ImportResult) {
  return {
    import_id: r.import_id,
    files: r.files.map((f) => ({
      file: f.file,
      sheet: f.sheet,
      kind: f.kind,
      read: f.read,
      new: f.new,
      changed: f.changed,
      unchanged: f.unchanged,
      rejected: f.rejected,
      warnings: f.warnings,
      refused: f.refused?.en ?? null,
      refused_code: f.refused?.code ?? null,
      refused_zh: f.refused?.zh ?? null,
      file_id: f.file_id,
      mapping: f.mapping,
    })),
    seconds: r.seconds,
    data_version: r.data_version,
  };
}

export function importText(r: ImportResult): string {
  const lines = r.files.map((f) => {
    const name = f.sheet === null ? f.file : `${f.file} [${f.sheet}]`;
    if (f.refused) return `${name}: refused. ${f.refused.en}`;
    const counts = `${f.read} read, ${f.new} new, ${f.changed} changed, ${f.unchanged} unchanged`;
    return `${name}: ${f.kind}, ${counts}, ${f.rejected} rejected, ${f.warnings} warnings`;
  });
  if (r.files.length === 0) lines.push('There was no CSV or XLSX file to load.');
  return [`Import ${r.import_id}, ${r.seconds} s`, ...lines].join('\n');
}

export function progressText(p: Progress): string {
  switch (p.at) {
    case 'file':
      return `${p.file}: ${p.phase}`;
    case 'done':
      return `${p.file}: read`;
    case 'staged':
      return 'all files read';
    case 'publish':
      return 'loading';
  }
}
