import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkStore, type WorkStore } from '@/lib/work/store';
import {
  deleteView,
  ForeignUrlError,
  NameTakenError,
  renameView,
  savedViews,
  saveView,
} from '@/lib/work/views';

describe('saved views', () => {
  let store: WorkStore;
  let dir: string;
  beforeAll(async () => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-views-'));
    store = await openWorkStore(dir);
  });
  afterAll(async () => {
    await store.close();
    fs.rmSync(dir, { recursive: true, force: true });
  });
  const list = async (by: string) => (await savedViews(store, by)).map((v) => [v.name, v.url]);

  it('belong to who saved them, one of a name', async () => {
    await saveView(store, { name: '华东', url: '/idle?region=a', by: '王' });
    await saveView(store, { name: '华东', url: '/idle?region=b', by: '王' });
    await saveView(store, { name: '华东', url: '/quotas', by: '李' });
    expect(await list('王')).toEqual([['华东', '/idle?region=b']]);
    expect(await list('李')).toEqual([['华东', '/quotas']]);
  });
  it('take another name, unless one has it already', async () => {
    await saveView(store, { name: '西部', url: '/visits', by: '王' });
    await expect(renameView(store, { name: '华东', to: '西部', by: '王' })).rejects.toThrow(NameTakenError);
    expect(await renameView(store, { name: '华东', to: '东部', by: '王' })).toBe(true);
    expect(await renameView(store, { name: '华东', to: '南部', by: '王' })).toBe(false);
    expect((await list('王')).map(([name]) => name).sort()).toEqual(['东部', '西部']);
  });
  it('go and come back, and what went stays in the store', async () => {
    expect(await deleteView(store, '西部', '王')).toBe(true);
    expect(await deleteView(store, '西部', '王')).toBe(false);
    await saveView(store, { name: '西部', url: '/visits', by: '王' });
    expect(await list('王')).toContainEqual(['西部', '/visits']);
    const { rows } = await store.read("select count(*) as n from views where name = '西部'");
    expect(Number(rows[0]?.n)).toBe(2);
  });
  it('never lead out of the product', async () => {
    for (const url of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
      await expect(saveView(store, { name: 'x', url, by: '王' })).rejects.toThrow(ForeignUrlError);
  });
});
