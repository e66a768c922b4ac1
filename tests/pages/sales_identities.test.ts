import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
import { importFiles } from '@/lib/import/imports';
import { goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { holds } from './sales_identities';

describe('figures of sales are the rows behind them', () => {
  it('in the sample company', async () => {
    const files = fs.readdirSync('data/sample').filter((f) => /\.(csv|xlsx)$/.test(f));
    await holds('2026-11-20', (w) =>
      importFiles(
        w,
        files.map((f) => path.resolve('data/sample', f)),
        {},
      ),
    );
  }, 900_000);

  it.skipIf(goldenMissing)(
    'in the golden company (skipped where ../shared is missing)',
    async () => {
      await holds('2026-08-31', (w) => loadCanonical(w, path.join(goldenDir, 'canonical')));
    },
    900_000,
  );
});
