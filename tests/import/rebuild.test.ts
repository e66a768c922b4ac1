/** The warehouse comes back from the kept bytes alone, with the same numbers of imports and lines. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles, listImports, undoImport } from '@/lib/import/imports';
import { RebuildError, rebuildWarehouse } from '@/lib/import/rebuild';
import { mappingSchema } from '@/lib/import/recognise';
import { PolicyBook } from '@/lib/rules/policy';
import { warehouseFile } from '@/lib/warehouse/paths';
import { Warehouse } from '@/lib/warehouse/warehouse';
import { rawRows } from './staged';

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-rebuild-'));
});
afterEach(() => fs.rmSync(dir, { recursive: true }));

function file(name: string, text: string): string {
  const folder = path.join(dir, 'given');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

const technicians = (...names: string[]) =>
  `technician_id,name,role\n${names.map((n, i) => `T${i + 1},${n},engineer`).join('\n')}\n`;

const roster = mappingSchema.parse({
  name: '花名册',
  matches: ['代号', '称呼'],
  parts: [
    {
      kind: 'technicians',
      columns: { technician_id: { header: '代号' }, name: { header: '称呼' } },
      constants: { role: 'engineer' },
    },
  ],
});

/** A store with a first load, a correction, one that was taken back, and one after it. */
async function company(): Promise<{ rows: string[]; imports: unknown[] }> {
  const db = await Warehouse.open(path.join(dir, 'store'));
  await importFiles(db, [file('a.csv', technicians('张', '李'))], { by: 'wang' });
  await importFiles(db, [file('a.csv', technicians('张', '李', '赵'))], { by: 'wang' });
  const third = await importFiles(db, [file('b.csv', technicians('错'))], { by: 'li' });
  await undoImport(db, third.import_id, 'wang');
  await importFiles(db, [file('c.csv', technicians('张三'))], { by: 'li' });
  const state = await told(db);
  await db.settled();
  db.close();
  return state;
}

async function told(db: Warehouse) {
  const imports = (await listImports(db)).map((i) => {
    const { import_id, state, by_user, started_at } = i as unknown as Record<string, unknown>;
    return { import_id, state, by_user, started_at };
  });
  return { rows: await rawRows(db, 'technicians', true), imports };
}

describe('a rebuild', () => {
  it('loads what was loaded, leaves out what was taken back, and keeps every number', async () => {
    const before = await company();
    expect(before.rows).toHaveLength(3);
    const store = path.join(dir, 'store');
    fs.writeFileSync(warehouseFile(store), 'no warehouse any more');
    const rebuilt = await rebuildWarehouse(store, new PolicyBook());
    expect(rebuilt.imports).toBe(4);
    expect(fs.readFileSync(rebuilt.aside ?? '', 'utf8')).toBe('no warehouse any more');
    const db = await Warehouse.open(store);
    expect(await told(db)).toEqual(before);
    expect((await importFiles(db, [file('d.csv', technicians('周'))])).import_id).toBe(5);
    db.close();
  });

  it('reads by the mapping of that day, although nobody has it any more', async () => {
    const store = path.join(dir, 'store');
    const db = await Warehouse.open(store);
    await importFiles(db, [file('x.csv', '代号,称呼\nT9,孙\n')], { mappings: [roster] });
    const before = await told(db);
    expect(before.rows).toHaveLength(1);
    db.close();
    await rebuildWarehouse(store, new PolicyBook());
    const again = await Warehouse.open(store);
    expect(await told(again)).toEqual(before);
    again.close();
  });

  it('that cannot load everything replaces nothing', async () => {
    const before = await company();
    const store = path.join(dir, 'store');
    fs.rmSync(path.join(store, 'uploads', '2', 'import.json'));
    await expect(rebuildWarehouse(store, new PolicyBook())).rejects.toThrow(RebuildError);
    const db = await Warehouse.open(store);
    expect(await told(db)).toEqual(before);
    db.close();
  });
});
