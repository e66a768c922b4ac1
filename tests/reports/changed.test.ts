import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '@/lib/import/imports';
import { changed, changedRows, comparable, comparableNames, sinceImports } from '@/lib/reports/changed';
import { changesOf } from '@/lib/reports/changed_rows';
import { column } from '@/lib/reports/columns';
import '@/lib/reports/all';
import { idle } from '@/lib/reports/idle';
import { reportNamed } from '@/lib/reports/registry';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse } from '../support/golden';
import { contextOf } from './funnel_support';

describe('two states of a table', () => {
  const report = { columns: [column.text('group'), column.integer('count'), column.rate('share')] };
  it('name what is new, what is gone, and each value that differs', () => {
    const before = [
      { group: 'a', count: 1, share: 0.5 },
      { group: 'b', count: 2, share: null },
    ];
    const now = [
      { group: 'a', count: 3, share: 0.5 },
      { group: null, count: 1, share: null },
    ];
    expect(changesOf(report, ['group'], before, now)).toEqual([
      { fate: 'new', key: '', name: null, field: null, before: null, after: null },
      { fate: 'gone', key: 'b', name: 'b', field: null, before: null, after: null },
      { fate: 'changed', key: 'a', name: 'a', field: 'count', before: '1', after: '3' },
    ]);
    expect(changesOf(report, ['group'], now, now)).toEqual([]);
  });
});

it('every report that can be compared has the columns that tell its rows apart', () => {
  for (const name of comparableNames) {
    const columns = reportNamed(name).columns.map((c) => c.name);
    for (const key of comparable[name]) expect(columns, name).toContain(key);
  }
});

function loaded(db: Warehouse, dir: string, name: string, lines: readonly string[]) {
  const file = path.join(dir, `${name}.csv`);
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
  return importFiles(db, [file], {});
}

describe('what imports changed', () => {
  let db: Warehouse;
  let dir: string;
  const load = (name: string, ...lines: string[]) => loaded(db, dir, name, lines);
  beforeAll(async () => {
    db = await emptyWarehouse();
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-files-'));
    await load(
      'customers',
      'customer_id,name,kind,department,owner,entered_on',
      'C1,甲,trade,一部,张,2026-01-01',
      'C2,乙,trade,一部,张,2026-01-01',
    );
    await load(
      'visits',
      'visit_id,customer_id,salesperson,method,visited_at',
      'V1,C1,张,phone,2026-07-01 09:00',
    );
    await load(
      'visits',
      'visit_id,customer_id,salesperson,method,visited_at',
      'V2,C1,张,phone,2026-08-30 09:00',
    );
  }, 60_000);
  afterAll(() => {
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  const ask = (since: string) =>
    changed.run(contextOf(db), changed.params.parse({ since, report: 'idle', as_of: '2026-08-31' }));

  it('a contact takes a customer off the list of the idle', async () => {
    expect(await ask('3')).toEqual([
      { fate: 'gone', key: 'C1', name: '甲', field: null, before: null, after: null },
    ]);
  });
  it('two imports are taken back together, the latest first', async () => {
    expect((await ask('2')).map((c) => [c.fate, c.key])).toEqual([['gone', 'C1']]);
  });
  it('since a later number there is nothing to compare', async () => expect(await ask('4')).toEqual([]));
  it('since a day, the imports of that day and after it count', async () => {
    const ctx = contextOf(db);
    expect((await sinceImports(ctx, '2000-01-01')).map((i) => i.import_id)).toEqual([3, 2, 1]);
    expect(await sinceImports(ctx, '2999-01-01')).toEqual([]);
  });
  it('nothing is changed by asking', async () => {
    const rows = await idle.run(contextOf(db), idle.params.parse({ as_of: '2026-08-31' }));
    expect(rows.map((r) => r.customer_id)).toEqual(['C2']);
    expect(db.dataVersion()).toBe(3);
  });
  it('names the rows that did it, with the line they stand in', async () => {
    const rows = await changedRows.run(
      contextOf(db),
      changedRows.params.parse({ since: '3', customer_id: 'C1' }),
    );
    expect(rows).toMatchObject([
      { kind: 'visits', source_id: 'V2', source_import: 3, source_file: 'visits.csv', source_line: 2 },
    ]);
  });
});

describe('what imports changed in the reports of sales', () => {
  let db: Warehouse;
  let dir: string;
  const load = (name: string, ...lines: string[]) => loaded(db, dir, name, lines);
  beforeAll(async () => {
    db = await emptyWarehouse();
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-files-'));
    await load(
      'customers',
      'customer_id,name,kind,department,owner,entered_on',
      'C1,甲,trade,一部,张,2026-01-01',
    );
    await load(
      'customers',
      'customer_id,name,kind,department,owner,entered_on',
      'C3,丙,trade,二部,,2026-08-20',
    );
    await load(
      'opportunities',
      'opportunity_id,customer_id,salesperson,stage,stage_entered_on,created_on,closed_on,expected_amount,lost_reason',
      'P1,C1,张,solution,2026-08-02,2026-08-01,,1000,',
      'P2,C1,张,negotiation,2026-07-20,2026-07-01,,500,',
    );
    await load(
      'opportunities',
      'opportunity_id,customer_id,salesperson,stage,stage_entered_on,created_on,closed_on,expected_amount,lost_reason',
      'P2,C1,张,lost,2026-08-10,2026-07-01,2026-08-10,500,价格',
    );
  }, 60_000);
  afterAll(() => {
    db.close();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  it('each report answers for itself: deals, findings, files and what falls due', async () => {
    const questions: Partial<Record<(typeof comparableNames)[number], Record<string, string>>> = {
      funnel: { period: '2026H2' },
      lost: { period: '2026H2' },
      visits: { period: '2026-08' },
      plan: { period: '2026-08' },
      cohorts: { from: '2026-07', to: '2026-08' },
    };
    const undated = ['review', 'bonus'];
    const found = new Map<string, string[]>();
    for (const report of comparableNames.filter((name) => !undated.includes(name))) {
      const asked = { since: '2', report, as_of: '2026-08-31', ...questions[report] };
      const rows = await changed.run(contextOf(db), changed.params.parse(asked));
      found.set(report, [...new Set(rows.map((r) => `${r.fate} ${r.key}`))]);
    }
    expect(found.get('pipeline')).toEqual(['changed ']);
    expect(found.get('lost')).toEqual(['new  / 价格 / identified']);
    expect(found.get('cohorts')).toEqual(['changed 2026-07', 'changed 2026-08']);
    expect(found.get('ownership')).toEqual(['new unowned / C3 / ']);
    expect(found.get('completeness')).toEqual(['new 二部', 'changed 一部']);
    expect(found.get('idle_due')).toContain('new C3');
    expect(found.get('receivables')).toEqual([]);
  });
});
