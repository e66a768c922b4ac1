/**
 * The invented company of the golden data: loaded as an office keeps its files, every expected table agrees
 * cell by cell. The test finds the expected files by itself; a file's name is the report and its parameters.
 */
import fs from 'node:fs';
import path from 'node:path';
import Decimal from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toJson } from '@/lib/export/json';
import { importFiles } from '@/lib/import/imports';
import { reportNames } from '@/lib/reports/registry';
import { runReport } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing } from './support/golden';

type Row = Record<string, unknown>;

const expectedDir = path.join(goldenDir, 'expected');
const files = goldenMissing ? [] : fs.readdirSync(expectedDir).filter((f) => f.endsWith('.json'));
const known = new Set(reportNames());
const reportOf = (file: string) => file.split('.')[0] ?? '';

/** Decimal strings are compared as numbers, doubles to 12 digits, everything else to the letter. */
function same(got: unknown, expected: unknown): boolean {
  if (got === expected) return true;
  if (Array.isArray(got) && Array.isArray(expected)) return JSON.stringify(got) === JSON.stringify(expected);
  if (typeof expected === 'number' && typeof got === 'number')
    return Math.abs(got - expected) < 1e-12 * (1 + Math.abs(expected));
  if (typeof expected === 'string' && typeof got === 'string' && /^-?\d+(\.\d+)?$/.test(expected)) {
    return new Decimal(got).equals(expected);
  }
  return false;
}

const keyOf = (row: Row): string =>
  String(row.customer_id ?? row.technician_id ?? JSON.stringify([row.group, row.stage ?? row.tier]));

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared is missing)', () => {
  let db: Warehouse;

  beforeAll(async () => {
    db = await emptyWarehouse();
    const result = await importFiles(db, [path.join(goldenDir, 'office')], {});
    const wrong = result.files.filter((f) => f.refused !== null || f.rejected > 0);
    expect(wrong).toEqual([]);
  });
  afterAll(() => db.close());

  it.each(files.filter((f) => known.has(reportOf(f))))('%s agrees cell by cell', async (file) => {
    const [name = '', ...parts] = file.slice(0, -'.json'.length).split('.');
    const given = Object.fromEntries(parts.map((p) => p.split('=')).map(([k = '', v = '']) => [k, [v]]));
    const answer = JSON.parse(toJson(await runReport(db, soleViewer, name, given))) as { rows: Row[] };
    const expected = JSON.parse(fs.readFileSync(path.join(expectedDir, file), 'utf8')) as Row[];
    const got = new Map(answer.rows.map((r) => [keyOf(r), r]));
    const differing = expected.flatMap((e) =>
      Object.entries(e)
        .filter(([column, value]) => !same(got.get(keyOf(e))?.[column], value))
        .map(
          ([column, value]) =>
            `${keyOf(e)} ${column}: ${String(got.get(keyOf(e))?.[column])} ≠ ${String(value)}`,
        ),
    );
    expect(differing).toEqual([]);
    expect([...got.keys()].sort()).toEqual(expected.map(keyOf).sort());
  });

  it('has at least the reports of pipeline, quotas, reviews, bonuses, idle customers and receivables', () => {
    expect(files.filter((f) => known.has(reportOf(f))).length).toBeGreaterThanOrEqual(11);
  });
});
