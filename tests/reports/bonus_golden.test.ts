import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bonus } from '@/lib/reports/bonus';
import { bonusHalf } from '@/lib/reports/bonus_half';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import type { ReportContext } from '@/lib/reports/report';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { bonusContext } from './bonus_support';

const reports = { bonus, bonus_quarter: bonusQuarter, bonus_half: bonusHalf };

type Row = Record<string, unknown>;
const expectedFiles = () =>
  fs
    .readdirSync(path.join(goldenDir, 'expected'))
    .filter((f) => /^bonus(_quarter|_half)?\.period=/.test(f))
    .map((file) => {
      const [, name = '', period = ''] = /^(\w+)\.period=(\w+(?:-\d\d)?)\.json$/.exec(file) ?? [];
      const rows = JSON.parse(fs.readFileSync(path.join(goldenDir, 'expected', file), 'utf8')) as Row[];
      return { file, name: name as keyof typeof reports, period, rows };
    });

const comparable = (value: unknown) =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;

describe.skipIf(goldenMissing)('the invented company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  let ctx: ReportContext;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, path.join(goldenDir, 'canonical'));
    ctx = bonusContext(w);
  });
  afterAll(() => w.close());

  it.each(goldenMissing ? [] : expectedFiles())('$file, cell by cell', async ({ name, period, rows }) => {
    const mine = new Map(
      (await reports[name].run(ctx, { period })).map((r) => [r.technician_id, r as unknown as Row]),
    );
    expect([...mine.keys()].sort()).toEqual(rows.map((r) => String(r.technician_id)).sort());
    const differences = rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => {
        const got = mine.get(String(row.technician_id))?.[column];
        return comparable(got) === comparable(value)
          ? []
          : [`${row.technician_id}.${column}: ${String(got)} for ${String(value)}`];
      }),
    );
    expect(differences).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });
});
