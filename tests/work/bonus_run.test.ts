/** Steps, decisions and closings as the work store keeps them: nothing is deleted. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workFile } from '@/lib/warehouse/paths';
import {
  BonusRunError,
  decideRest,
  restsOf,
  stepHistory,
  stepsTaken,
  takeStep,
  takeStepBack,
  waive,
  waivedFindings,
} from '@/lib/work/bonus_runs';
import {
  closePeriod,
  closingsOf,
  DamagedStatementError,
  frozenStatement,
  frozenStatements,
  reopenPeriod,
  standingClosing,
} from '@/lib/work/bonus_runs_closing';
import { decisionsVersion, openWorkStore, type WorkStore } from '@/lib/work/store';

let dir: string;
let store: WorkStore;
beforeEach(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-work-'));
  store = await openWorkStore(dir);
});
afterEach(() => store.close());

const made = { by: '钱会计', why: '核对过', now: new Date('2026-07-05T01:00:00Z') };
const problem = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (e) => (e instanceof BonusRunError ? e.problem : String(e)),
  );
const period = '2026-06';
const take = (step: string) => takeStep(store, 'month', period, step, 'hash', made);
async function verified() {
  for (const step of ['compiled', 'finance', 'hr']) await take(step);
}
const close = () =>
  closePeriod(
    store,
    {
      period,
      dataVersion: 7,
      shared: '{}',
      statements: [
        { technician_id: 'T1', figures: '{"a":1}', body: '{"total":"1350.00"}' },
        { technician_id: 'T2', figures: '{"a":2}', body: '{"总":"270.00"}' },
      ],
      settled: [],
    },
    made,
  );

describe('steps', () => {
  it('stand with who, when and on which figures; one taken back stays in the history', async () => {
    await take('compiled');
    await take('finance');
    expect(await problem(takeStepBack(store, 'month', period, 'compiled', made))).toBe('not_the_last');
    expect(await problem(takeStepBack(store, 'month', period, 'finance', { ...made, why: '' }))).toBe(
      'why_missing',
    );
    await takeStepBack(store, 'month', period, 'finance', made);
    expect(await stepsTaken(store, 'month', period)).toEqual([
      { step: 'compiled', by: '钱会计', at: '2026-07-05T01:00:00.000Z', note: '核对过', figuresHash: 'hash' },
    ]);
    expect((await stepHistory(store, 'month', period)).map((s) => [s.step, s.withdrawnWhy])).toEqual([
      ['compiled', null],
      ['finance', '核对过'],
    ]);
    await take('finance');
    expect(await problem(take('finance'))).toBe('not_its_turn');
  });

  it('need a name, and are those of their process', async () => {
    expect(await problem(takeStep(store, 'month', period, 'compiled', '', { ...made, by: ' ' }))).toBe(
      'who_missing',
    );
    expect(await problem(takeStep(store, 'month', period, 'reviewed', '', made))).toBe('no_step');
    expect(await problem(takeStep(store, 'month', period, 'closed', '', made))).toBe('no_step');
    await takeStep(store, 'parts', '2026Q2', 'compiled', '', made);
    expect(await stepsTaken(store, 'month', '2026Q2')).toEqual([]);
  });
});

describe('a closing', () => {
  it('is refused with a step open, gives back what was frozen, and lets nothing be decided any more', async () => {
    await take('compiled');
    expect(await problem(close())).toBe('steps_open');
    await take('finance');
    await take('hr');
    const before = decisionsVersion(dir);
    const id = await close();
    expect(decisionsVersion(dir)).toBe(before + 1);
    expect(await frozenStatement(store, id, 'T2')).toEqual({ figures: '{"a":2}', body: '{"总":"270.00"}' });
    expect((await frozenStatements(store, id)).map((s) => s.technician_id)).toEqual(['T1', 'T2']);
    expect(await frozenStatement(store, id, 'T3')).toBeNull();
    expect((await stepsTaken(store, 'month', period)).map((s) => s.step)).toEqual([
      'compiled',
      'finance',
      'hr',
      'closed',
    ]);
    expect(await problem(close())).toBe('is_closed');
    expect(await problem(takeStepBack(store, 'month', period, 'hr', made))).toBe('is_closed');
    const rest = { decision: 'waive', amount: '-1' } as const;
    expect(await problem(decideRest(store, period, 'T1', rest, made))).toBe('is_closed');
  });

  it('is reopened with a reason: the version stays, its steps are taken anew', async () => {
    await verified();
    await close();
    expect(await problem(reopenPeriod(store, period, { ...made, why: '' }))).toBe('why_missing');
    await reopenPeriod(store, period, { ...made, why: '补录' });
    expect(await problem(reopenPeriod(store, period, made))).toBe('not_closed');
    expect(await standingClosing(store, period)).toBeNull();
    expect(await stepsTaken(store, 'month', period)).toEqual([]);
    await verified();
    await close();
    expect((await closingsOf(store, period)).map((c) => [c.version, c.reopenedWhy])).toEqual([
      [1, '补录'],
      [2, null],
    ]);
  });

  it('that somebody changed in the file is an error, not an answer', async () => {
    await verified();
    const id = await close();
    const client = createClient({ url: pathToFileURL(workFile(dir)).href });
    await client.execute(`update bonus_frozen set figures = '{"a":9}' where technician_id = 'T1'`);
    client.close();
    await expect(frozenStatement(store, id, 'T1')).rejects.toThrow(DamagedStatementError);
    await expect(frozenStatements(store, id)).rejects.toThrow('does not fit');
  });
});

describe('decisions before the closing', () => {
  const key = { finding: 'unsigned', technician_id: 'T1', source_kind: 'jobs', source_id: 'J1' };

  it('a finding waved through counts once, and counts again when it is taken back', async () => {
    await waive(store, period, [key, key], made);
    expect(await waivedFindings(store, period)).toEqual([
      { ...key, by: '钱会计', at: '2026-07-05T01:00:00.000Z', why: '核对过' },
    ]);
    await waive(store, period, [key], made, true);
    expect(await waivedFindings(store, period)).toEqual([]);
    expect(await problem(waive(store, period, [], made))).toBe('nothing_there');
  });

  it('a later decision on a rest replaces the earlier one; null takes it back', async () => {
    await decideRest(store, period, 'T1', { decision: 'carry', amount: '-5.00' }, made);
    await decideRest(store, period, 'T1', { decision: 'waive', amount: '-5.00' }, made);
    expect((await restsOf(store, period)).map((r) => r.decision)).toEqual(['waive']);
    await decideRest(store, period, 'T1', null, made);
    expect(await restsOf(store, period)).toEqual([]);
    expect(await problem(decideRest(store, period, 'T1', null, made))).toBe('nothing_there');
  });
});
