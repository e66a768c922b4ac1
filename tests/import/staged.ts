/** Imports of a few rows without a file: staged as the worker would, then published by the real code. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdbType } from '@/lib/import/kind';
import { kindOf } from '@/lib/import/kinds';
import type { StagedFile } from '@/lib/import/load/job';
import { type Published, publish } from '@/lib/import/load/publish';
import type { Warehouse } from '@/lib/warehouse/warehouse';

export type Row = Record<string, string | number | null>;

const engine = DuckDBInstance.create(':memory:');

/** Publishes rows as one file of one kind. */
export async function load(db: Warehouse, kindName: string, rows: readonly Row[]): Promise<Published> {
  const kind = kindOf(kindName);
  const spool = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-staged-'));
  const c = await (await engine).connect();
  const parquet = 'rows.parquet';
  const columns = kind.columns.map((k) => `"${k.name}" ${duckdbType(k.type)}`).join(', ');
  await c.run(`create or replace temp table rows (${columns}, _bad varchar, _cells varchar[])`);
  for (const row of rows) {
    const names = Object.keys(row);
    await c.run(
      `insert into rows (${names.map((n) => `"${n}"`).join(', ')}) values (${names.map((n) => `$${n}`).join(', ')})`,
      row,
    );
  }
  await c.run(`copy rows to '${path.join(spool, parquet)}' (format parquet)`);
  c.closeSync();
  const staged: StagedFile = {
    id: 1,
    file: `${kindName}.csv`,
    bytes: 0,
    sha256: '',
    encoding: 'utf-8',
    separator: ',',
    refused: null,
    sheets: [
      {
        sheet: null,
        headerLine: 1,
        header: kind.columns.map((k) => k.name),
        skipped: [],
        sample: [],
        candidates: [],
        notes: [],
        refused: null,
        parts: [
          {
            part: 0,
            kind: kindName,
            mapping: null,
            plan: {
              kind: kindName,
              columns: [],
              names: [],
              drops: [],
              nulls: [],
              unpivot: null,
              unknown: [],
              missing: [],
              questions: [],
            },
            parquet,
            lined: false,
            exclude: [],
            read: rows.length,
            dropped: 0,
            rejected: 0,
            rejects: null,
            typedSample: [],
          },
        ],
      },
    ],
  };
  const input = {
    staged: [staged],
    spool,
    by: 'test',
    startedAt: '2026-01-01 00:00:00',
    storedAs: () => '',
  };
  const published = await db.write((w) => publish(w, input, false));
  fs.rmSync(spool, { recursive: true });
  return published;
}

/** All rows of a raw table as text, in an order of their own; `provenance`: with import and line. */
export async function rawRows(db: Warehouse, kindName: string, provenance = false): Promise<string[]> {
  const columns = kindOf(kindName).columns.map((k) => `"${k.name}"`);
  if (provenance) columns.push('_import_id', '_line');
  return db.read(async (c) => {
    const reader = await c.runAndReadAll(
      `select [${columns.map((n) => `${n}::varchar`).join(', ')}] as r from raw.${kindName}`,
    );
    return reader
      .getRowObjectsJson()
      .map((row) => JSON.stringify(row.r))
      .sort();
  });
}
