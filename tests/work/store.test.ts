import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workFile } from '@/lib/warehouse/paths';
import { recordExport, recordedExports } from '@/lib/work/audit';
import { deleteMapping, savedMappings, saveMapping } from '@/lib/work/mappings';
import { NewerStoreError } from '@/lib/work/migrate';
import { openWorkStore, type WorkStore } from '@/lib/work/store';
import { deleteView, savedViews, saveView } from '@/lib/work/views';

let dir: string;
let store: WorkStore;
beforeEach(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-work-'));
  store = await openWorkStore(dir);
});
afterEach(() => store.close());

describe('the work store', () => {
  it('is one for everybody who opens the same folder in a process', async () => {
    expect(await openWorkStore(dir)).toBe(store);
    expect(await openWorkStore(`${dir}${path.sep}`)).toBe(store);
    expect(fs.existsSync(workFile(dir))).toBe(true);
  });

  it('keeps what it holds when it is closed and opened again', async () => {
    await saveView(store, { name: '华东', url: '/quotas?region=华东', by: 'li' });
    await store.close();
    store = await openWorkStore(dir);
    expect((await savedViews(store, 'li')).map((v) => v.name)).toEqual(['华东']);
  });

  it('keeps nothing of a write that fails half-way', async () => {
    await expect(
      store.write(async (tx) => {
        await tx.execute("insert into views (name, url, saved_by, saved_at) values ('a', '/', 'li', '')");
        throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');
    expect(await savedViews(store, 'li')).toEqual([]);
  });

  it('lets twenty writes at once all happen', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => saveView(store, { name: `v${i}`, url: '/idle', by: 'li' })),
    );
    expect(await savedViews(store, 'li')).toHaveLength(20);
  });

  it('refuses a store that a newer version has written', async () => {
    await store.write((tx) => tx.execute('pragma user_version = 999'));
    await store.close();
    await expect(openWorkStore(dir)).rejects.toThrow(NewerStoreError);
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-work-'));
    store = await openWorkStore(dir);
  });
});

describe('mappings', () => {
  const mapping = { name: 'ERP 台账', matches: ['单据号', '金额'], parts: [{ kind: 'ledger' }] };

  it('come back as they were saved, by name', async () => {
    await saveMapping(store, mapping, 'li', new Date('2026-03-01T00:00:00Z'));
    expect(await savedMappings(store)).toEqual([
      {
        id: 1,
        name: 'ERP 台账',
        matches: ['单据号', '金额'],
        mapping,
        savedBy: 'li',
        savedAt: '2026-03-01T00:00:00.000Z',
      },
    ]);
  });

  it('saved again under a name take the place of the earlier one, which stays as a removed row', async () => {
    await saveMapping(store, mapping, 'li');
    await saveMapping(store, { ...mapping, matches: ['单据号'] }, 'wang');
    expect((await savedMappings(store)).map((m) => m.matches)).toEqual([['单据号']]);
    const { rows } = await store.read('select removed_by from mappings order by id');
    expect(rows.map((r) => r.removed_by)).toEqual(['wang', null]);
  });

  it('are taken out of use once', async () => {
    await saveMapping(store, mapping, 'li');
    expect(await deleteMapping(store, 'ERP 台账', 'li')).toBe(true);
    expect(await deleteMapping(store, 'ERP 台账', 'li')).toBe(false);
    expect(await savedMappings(store)).toEqual([]);
  });
});

describe('views', () => {
  it('belong to who saved them', async () => {
    await saveView(store, { name: '我的', url: '/idle', by: 'li' });
    await saveView(store, { name: '我的', url: '/quotas', by: 'wang' });
    expect((await savedViews(store, 'li')).map((v) => v.url)).toEqual(['/idle']);
    expect(await deleteView(store, '我的', 'li')).toBe(true);
    expect(await savedViews(store, 'li')).toEqual([]);
    expect(await savedViews(store, 'wang')).toHaveLength(1);
  });

  it('lead nowhere outside the product', async () => {
    for (const url of ['https://example.com', '//example.com', '/\\example.com', 'idle', 'javascript:1'])
      await expect(saveView(store, { name: 'x', url, by: 'li' })).rejects.toThrow('no address');
  });
});

describe('X-02 exports', () => {
  it('are recorded with who, when, report, filter and rows, the latest first', async () => {
    const one = { by: 'li', report: 'idle', params: '{"as_of":"2026-08-31"}', format: 'csv', rows: 12 };
    await recordExport(store, one, new Date('2026-09-01T01:00:00Z'));
    await recordExport(store, { ...one, rows: 13 }, new Date('2026-09-01T02:00:00Z'));
    expect(await recordedExports(store)).toEqual([
      { id: 2, at: '2026-09-01T02:00:00.000Z', ...one, rows: 13 },
      { id: 1, at: '2026-09-01T01:00:00.000Z', ...one },
    ]);
  });
});
