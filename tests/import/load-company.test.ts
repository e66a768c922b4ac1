/** The company's exports, canonical and as an office keeps them, come to the same rows. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '@/lib/import/imports';
import { kinds } from '@/lib/import/kinds';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { rawRows } from './staged';

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared/data/company is missing)', () => {
  it('loads from canonical and from office files without a rejected row, to identical tables', async () => {
    const canonical = await emptyWarehouse();
    const first = await importFiles(canonical, [path.join(goldenDir, 'canonical')]);
    const office = await emptyWarehouse();
    const second = await importFiles(office, [path.join(goldenDir, 'office')]);
    // The same rows without any import: typed straight from the canonical text.
    const trusted = await emptyWarehouse();
    await loadCanonical(trusted, path.join(goldenDir, 'canonical'));
    for (const result of [first, second]) {
      expect(result.files).toHaveLength(16);
      expect(result.files.filter((f) => f.refused !== null || f.rejected > 0)).toEqual([]);
      expect(result.files.every((f) => f.read === f.new)).toBe(true);
    }
    for (const kind of kinds) {
      const rows = await rawRows(canonical, kind.name);
      expect(await rawRows(office, kind.name), kind.name).toEqual(rows);
      expect(await rawRows(trusted, kind.name), kind.name).toEqual(rows);
    }
    const again = await importFiles(canonical, [path.join(goldenDir, 'office')]);
    expect(again.files.every((f) => f.read === f.unchanged)).toBe(true);
    expect(again.data_version).toBe(first.data_version);
    for (const db of [canonical, office, trusted]) db.close();
  });
});

const torture = path.resolve('../shared/data/torture');

describe.skipIf(!fs.existsSync(torture))(
  'torture files (skipped where ../shared/data/torture is missing)',
  () => {
    const folders = fs.existsSync(torture)
      ? fs.readdirSync(torture).filter((f) => fs.statSync(path.join(torture, f)).isDirectory())
      : [];
    it.each(folders)(
      '%s: every file is loaded or refused with a sentence, in both languages',
      async (folder) => {
        const db = await emptyWarehouse();
        const files = fs.readdirSync(path.join(torture, folder)).filter((f) => /\.(csv|xlsx)$/.test(f));
        const result = await importFiles(db, [path.join(torture, folder)]);
        expect(new Set(result.files.map((f) => f.file))).toEqual(new Set(files));
        for (const f of result.files) {
          if (f.refused) {
            expect(f.refused.zh, f.file).toMatch(/。$/);
            expect(f.refused.en, f.file).toMatch(/\.$/);
            expect(f.refused.code, f.file).not.toMatch(/^reader_/);
          } else expect(f.new + f.changed + f.unchanged + f.rejected, f.file).toBe(f.read);
        }
        db.close();
      },
    );
  },
);
