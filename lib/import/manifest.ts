/** What an import was asked to do, kept beside its bytes: enough to do it again without the warehouse. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { uploadsDir } from '@/lib/warehouse/paths';
import { mappingSchema } from './recognise';

const fileSchema = z.object({
  /** Number within the import: the kept bytes bear it. */
  id: z.number().int(),
  name: z.string(),
  kind: z.string().nullable(),
  mapping: mappingSchema.nullable(),
});

const manifestSchema = z.object({
  by: z.string(),
  /** `YYYY-MM-DD HH:MM:SS`, company time. */
  startedAt: z.string(),
  files: z.array(fileSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;

const undoneSchema = z.object({ by: z.string() });

const MANIFEST = 'import.json';
const UNDONE = 'undone.json';

/** Into the folder of an import that is about to be settled. */
export function writeManifest(folder: string, manifest: Manifest): void {
  fs.writeFileSync(path.join(folder, MANIFEST), JSON.stringify(manifest));
}

/** Notes beside the bytes that an import was taken back. */
export function noteUndone(dataDir: string, importId: number, by: string): void {
  const folder = path.join(uploadsDir(dataDir), String(importId));
  if (fs.existsSync(folder)) fs.writeFileSync(path.join(folder, UNDONE), JSON.stringify({ by }));
}

export interface KeptImport {
  importId: number;
  folder: string;
  /** Null where it was loaded before imports kept it. */
  manifest: Manifest | null;
  /** Who took it back, else null. */
  undoneBy: string | null;
}

/** Every import whose bytes are kept, in the order in which they were loaded. */
export function keptImports(dataDir: string): KeptImport[] {
  const uploads = uploadsDir(dataDir);
  if (!fs.existsSync(uploads)) return [];
  return fs
    .readdirSync(uploads)
    .filter((name) => /^[1-9][0-9]*$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
    .map((importId) => {
      const folder = path.join(uploads, String(importId));
      const read = <T>(name: string, schema: z.ZodType<T>): T | null => {
        const file = path.join(folder, name);
        return fs.existsSync(file) ? schema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : null;
      };
      return {
        importId,
        folder,
        manifest: read(MANIFEST, manifestSchema),
        undoneBy: read(UNDONE, undoneSchema)?.by ?? null,
      };
    });
}
