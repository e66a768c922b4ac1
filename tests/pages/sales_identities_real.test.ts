import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
import { importFiles } from '@/lib/import/imports';
import { mappingSchema } from '@/lib/import/recognise';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { holds } from './sales_identities';

const real = path.resolve('../shared/data/real');
const mapped = (w: Warehouse, folder: string, files: readonly string[], names: readonly string[]) =>
  importFiles(
    w,
    files.map((f) => path.join(real, folder, f)),
    {
      mappings: names.map((name) =>
        mappingSchema.parse(JSON.parse(fs.readFileSync(`tests/import/mappings/${name}.json`, 'utf8'))),
      ),
    },
  );

describe('figures of sales are the rows behind them', () => {
  it.skipIf(!fs.existsSync(real))(
    'in a real pipeline (skipped where ../shared is missing)',
    async () => {
      const files = ['accounts.csv', 'sales_pipeline.csv'];
      await holds('2017-12-31', (w) => mapped(w, 's01_crm_maven', files, ['accounts', 'pipeline']));
    },
    900_000,
  );

  it.skipIf(!fs.existsSync(real))(
    'in real visits (skipped where ../shared is missing)',
    async () => {
      const files = ['doctors.csv', 'reps.csv', 'visits.csv'];
      await holds('2026-07-31', (w) => mapped(w, 's06_pharma_visits', files, ['doctors', 'reps', 'visits']));
    },
    900_000,
  );
});
