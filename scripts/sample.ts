/**
 * Writes the sample company to data/sample: `npm run sample [-- FOLDER]`. The same files on every run, every
 * day and every Node; a test compares them with the committed ones.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeCompany } from './sample/company';
import type { Note } from './sample/faults';
import { layouts } from './sample/files';
import { write } from './sample/write';

export interface Sample {
  files: Map<string, Buffer>;
  /** Rows by kind. */
  counts: Map<string, number>;
  notes: readonly Note[];
}

export async function makeSample(): Promise<Sample> {
  const { tables, notes } = makeCompany();
  const files = new Map<string, Buffer>();
  for (const layout of layouts(tables)) files.set(layout.file, await write(layout));
  const counts = new Map(Object.entries(tables).map(([kind, rows]) => [kind, rows.length]));
  return { files, counts, notes };
}

async function main(folder: string): Promise<void> {
  const { files, counts, notes } = await makeSample();
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of files) writeFileSync(path.join(folder, file), bytes);
  for (const [kind, count] of counts) console.log(`${kind.padEnd(16)}${String(count).padStart(7)}`);
  for (const [what, where] of notes) console.log(`${what}\t${where}`);
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`${files.size} files, ${(size / 1_000_000).toFixed(2)} MB → ${folder}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(process.argv[2] ?? 'data/sample');
}
