/**
 * Loads every kept import again into a new warehouse, in order, and puts it in the place of the old one, which
 * is set aside. What people decided lies in the work store and is not touched.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { PolicyBook } from '@/lib/rules/policy';
import { warehouseFile } from '@/lib/warehouse/paths';
import { Warehouse } from '@/lib/warehouse/warehouse';
import { replayImport, undoImport } from './imports';
import { keptImports } from './manifest';

export interface Rebuilt {
  imports: number;
  /** Where the old warehouse lies now; null where there was none. */
  aside: string | null;
}

/** The kept bytes do not tell the whole story: nothing was replaced. */
export class RebuildError extends Error {
  override readonly name = 'RebuildError';
}

/**
 * Rebuilds the warehouse of a data folder. No process may hold it.
 * @param policy as it stands: row rules (B-06) judge by it again
 * @param onImport told before each import
 * @throws RebuildError where an import cannot be loaded as it was; the old warehouse is untouched then
 */
export async function rebuildWarehouse(
  dataDir: string,
  policy: PolicyBook,
  onImport: (importId: number, of: number) => void = () => {},
): Promise<Rebuilt> {
  const kept = keptImports(dataDir);
  const silent = kept.find((k) => k.manifest === null);
  if (silent)
    throw new RebuildError(
      `Import ${silent.importId} was loaded by a version that did not keep how it was asked for. Load its files again (${silent.folder}).`,
    );
  const beside = path.join(dataDir, 'rebuilding');
  fs.rmSync(beside, { recursive: true, force: true });
  const db = await Warehouse.open(beside);
  try {
    for (const { importId, folder, manifest, undoneBy } of kept) {
      if (!manifest) continue;
      onImport(importId, kept.length);
      await db.write(async (c) => {
        // Numbers that a failed import left out stay left out: pages and decisions name imports by number.
        await c.run(
          `insert into loads.imports (import_id, state) select $before, 'gap' where $before > 0
             and not exists (select 1 from loads.imports where import_id >= $before)`,
          { before: importId - 1 },
        );
      });
      const loaded = await replayImport(db, folder, manifest, policy);
      if (loaded.import_id !== importId)
        throw new RebuildError(`Import ${importId} came out as number ${loaded.import_id}.`);
      if (undoneBy !== null) await undoImport(db, importId, undoneBy);
    }
    await db.write(async (c) => {
      await c.run("delete from loads.imports where state = 'gap'");
    });
  } catch (error) {
    await db.settled();
    db.close();
    fs.rmSync(beside, { recursive: true, force: true });
    throw error;
  }
  // The file is moved: nothing may be on its way into it.
  await db.settled();
  db.close();
  const aside = setAside(warehouseFile(dataDir));
  fs.renameSync(warehouseFile(beside), warehouseFile(dataDir));
  fs.rmSync(beside, { recursive: true, force: true });
  return { imports: kept.length, aside };
}

/** The old file and its log, under a name that nothing opens. */
function setAside(file: string): string | null {
  if (!fs.existsSync(file)) return null;
  let aside = `${file}.before-rebuild`;
  for (let n = 2; fs.existsSync(aside); n++) aside = `${file}.before-rebuild-${n}`;
  fs.renameSync(file, aside);
  if (fs.existsSync(`${file}.wal`)) fs.renameSync(`${file}.wal`, `${aside}.wal`);
  return aside;
}
