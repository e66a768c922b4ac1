import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blacklist, blacklistBusiness } from '@/lib/reports/blacklist';
import { lift, propose, suggestionsAt } from '@/lib/reports/blacklist-keeping';
import { idle } from '@/lib/reports/idle';
import { quota } from '@/lib/reports/quota';
import { review } from '@/lib/reports/review';
import { reportContext, rowsOf } from '@/lib/reports/run';
import { soleViewer, type Viewer } from '@/lib/reports/viewer';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import {
  confirmListing,
  listingEvents,
  listings,
  rejectListing,
  undoLift,
  undoListing,
} from '@/lib/work/blacklist';
import { openWorkStore, type WorkStore } from '@/lib/work/store';
import { fill, smallWarehouse } from '../support/golden';
import { viewerOf } from './quota_support';

const customer = (customer_id: string, department = '一部') => ({
  customer_id,
  name: `客户${customer_id}`,
  department,
  tier: 'qualified',
  assigned_on: '2025-01-01',
  admitted_on: '2025-01-01',
});
const entry = (entry_id: string, customer_id: string, kind: string, date: string, department?: string) => ({
  entry_id,
  customer_id,
  kind,
  date,
  amount: 100,
  ...(department ? { department } : {}),
});

let w: Warehouse;
let store: WorkStore;
beforeEach(async () => {
  w = await smallWarehouse({
    customers: [customer('A1'), customer('A2'), customer('A3'), customer('B1', '二部')],
    blacklist: [
      { customer_id: 'A1', scope: 'company', listed_on: '2026-03-10', removed_on: '2026-05-10' },
      { customer_id: 'A2', scope: 'department', department: '一部', listed_on: '2026-03-10' },
    ],
    ledger: [
      entry('E1', 'A1', 'sale', '2026-03-10'),
      entry('E2', 'A1', 'order', '2026-03-11'),
      entry('E3', 'A1', 'payment', '2026-03-12'),
      entry('E4', 'A1', 'refund', '2026-03-12'),
      entry('E5', 'A1', 'sale', '2026-05-09'),
      entry('E6', 'A1', 'sale', '2026-05-10'),
      entry('E7', 'A2', 'sale', '2026-04-01', '二部'),
      entry('E8', 'A2', 'sale', '2026-04-02'),
    ],
    contracts: [
      { contract_id: 'K1', customer_id: 'A1', kind: 'sales', signed_on: '2026-04-01' },
      { contract_id: 'K2', customer_id: 'A1', kind: 'sales' },
    ],
    opportunities: [
      {
        opportunity_id: 'O1',
        customer_id: 'A1',
        name: 'O1',
        salesperson: 'x',
        stage: 'solution',
        created_on: '2026-03-01',
        stage_entered_on: '2026-04-10',
      },
      {
        opportunity_id: 'O2',
        customer_id: 'A1',
        name: 'O2',
        salesperson: 'x',
        stage: 'lost',
        created_on: '2026-04-05',
        stage_entered_on: '2026-04-20',
        closed_on: '2026-04-20',
      },
    ],
    incidents: [
      { incident_id: 'I1', customer_id: 'B1', kind: 'reputation', occurred_on: '2026-06-01' },
      { incident_id: 'I2', customer_id: 'A2', kind: 'breach', occurred_on: '2026-06-01' },
    ],
  });
  store = await openWorkStore(w.dir);
});
afterEach(async () => {
  w.close();
  await store.close();
  fs.rmSync(w.dir, { recursive: true, force: true });
});

const context = (viewer: Viewer = soleViewer) => reportContext(w, viewer, '2026-07-20');
const on = (today: string) => ({ by: '市场部', today });
const entries = async (as_of: string) =>
  (await rowsOf(blacklist, await context(), { as_of })).map((e) => [
    e.customer_id,
    e.scope,
    e.listed_on,
    e.removed_on,
    e.business_since,
  ]);
const inBase = async (as_of: string) =>
  (await rowsOf(quota, await context(), { as_of, by: 'department' as const }))
    .filter((q) => q.tier === 'vip')
    .map((q) => [q.group, q.base]);
const listOn = async (customer_id: string, department: string | null, day: string) => {
  const scope = department === null ? ('company' as const) : ('department' as const);
  const ctx = await context();
  const id = await propose(ctx, { customer_id, scope, department, reason: '失信', period: null }, on(day));
  await confirmListing(store, id, on(day));
  return id;
};

describe('business with who is listed', () => {
  it('counts orders, sales, contracts and opportunities from the day after the listing to the day before the removal', async () => {
    const rows = await rowsOf(blacklistBusiness, await context(), {
      as_of: '2026-06-30',
      customer_id: ['A1'],
    });
    expect(rows.map((r) => [r.date, r.kind, r.item])).toEqual([
      ['2026-03-11', 'order', 'E2'],
      ['2026-04-01', 'contract', 'K1'],
      ['2026-04-05', 'opportunity', 'O2'],
      ['2026-04-10', 'opportunity_moved', 'O1'],
      ['2026-05-09', 'sale', 'E5'],
    ]);
  });
  it('concerns a department’s list only within that department', async () => {
    const rows = await rowsOf(blacklistBusiness, await context(), {
      as_of: '2026-06-30',
      customer_id: ['A2'],
    });
    expect(rows.map((r) => r.item)).toEqual(['E8']);
  });
  it('is counted beside each entry, as far as the day knows', async () => {
    expect(await entries('2026-04-01')).toEqual([
      ['A1', 'company', '2026-03-10', null, 2],
      ['A2', 'department', '2026-03-10', null, 0],
    ]);
    expect(await entries('2026-06-30')).toEqual([
      ['A1', 'company', '2026-03-10', '2026-05-10', 5],
      ['A2', 'department', '2026-03-10', null, 1],
    ]);
    expect(await entries('2026-03-09')).toEqual([]);
  });
  it('is seen within the viewer’s scope alone', async () => {
    const ctx = await context(viewerOf({ departments: ['二部'] }));
    expect(await rowsOf(blacklist, ctx, { as_of: '2026-06-30' })).toEqual([]);
  });
});

describe('keeping the lists', () => {
  it('a proposal is not in force; confirmed it is, from that day on', async () => {
    const ctx = await context();
    const id = await propose(
      ctx,
      { customer_id: 'A3', scope: 'company', department: null, reason: '失信', period: null },
      on('2026-07-01'),
    );
    expect(await inBase('2026-07-01')).toEqual([
      ['一部', 2],
      ['二部', 1],
    ]);
    await confirmListing(store, id, on('2026-07-03'));
    expect((await inBase('2026-07-02'))[0]).toEqual(['一部', 2]);
    expect((await inBase('2026-07-03'))[0]).toEqual(['一部', 1]);
  });

  it('on the day on which it is lifted a customer is back, made here or loaded', async () => {
    const id = await listOn('A3', null, '2026-07-01');
    const ctx = await context();
    const made = { customer_id: 'A3', scope: 'company' as const, department: null, listed_on: '2026-07-01' };
    expect(await lift(ctx, made, '已和解', on('2026-07-10'))).toEqual({ entry: id });
    const loaded = {
      customer_id: 'A2',
      scope: 'department' as const,
      department: '一部',
      listed_on: '2026-03-10',
    };
    const undone = await lift(await context(), loaded, '已和解', on('2026-07-10'));
    expect((await inBase('2026-07-09'))[0]).toEqual(['一部', 1]);
    expect((await inBase('2026-07-10'))[0]).toEqual(['一部', 3]);
    await undoLift(store, 'lift' in undone ? undone.lift : 0, on('2026-07-10'));
    expect((await inBase('2026-07-10'))[0]).toEqual(['一部', 2]);
  });

  it('changes no past day: what was in force is undone on its own day only', async () => {
    const id = await listOn('A3', '一部', '2026-07-01');
    await expect(undoListing(store, id, on('2026-07-02'))).rejects.toThrow('on its day');
    await undoListing(store, id, on('2026-07-01'));
    expect((await listings(store))[0]).toMatchObject({ state: 'proposed', confirmed_on: null });
    expect((await listingEvents(store, 'A3')).map((e) => e.step)).toEqual([
      'undone',
      'confirmed',
      'proposed',
    ]);
  });

  it('names who and why, and takes nobody twice or unknown', async () => {
    const ctx = await context();
    const a3 = {
      customer_id: 'A3',
      scope: 'company' as const,
      department: null,
      reason: '失信',
      period: null,
    };
    await expect(propose(ctx, { ...a3, reason: ' ' }, on('2026-07-01'))).rejects.toThrow('Give the reason');
    await expect(propose(ctx, a3, { by: '', today: '2026-07-01' })).rejects.toThrow('Say who decides');
    await expect(propose(ctx, { ...a3, customer_id: 'X9' }, on('2026-07-01'))).rejects.toThrow(
      'no customer X9',
    );
    await expect(propose(ctx, { ...a3, scope: 'department' }, on('2026-07-01'))).rejects.toThrow('whose');
    const a2 = { ...a3, customer_id: 'A2', scope: 'department' as const, department: '一部' };
    await expect(propose(ctx, a2, on('2026-07-01'))).rejects.toThrow('already');
    const id = await propose(ctx, a3, on('2026-07-01'));
    await expect(propose(ctx, a3, on('2026-07-01'))).rejects.toThrow('already');
    await rejectListing(store, id, '证据不足', on('2026-07-02'));
    await expect(confirmListing(store, id, on('2026-07-02'))).rejects.toThrow('has changed');
    await propose(ctx, a3, on('2026-07-03'));
  });

  it('who is listed leaves bases, candidates and idle customers, and a further import leaves the list alone', async () => {
    const seen = async () => {
      const ctx = await context();
      return {
        idle: (await rowsOf(idle, ctx, { as_of: '2026-12-31' })).map((r) => r.customer_id),
        review: (await rowsOf(review, ctx, { period: '2026H2' })).map((r) => r.customer_id),
        base: await inBase('2026-12-31'),
      };
    };
    expect(await seen()).toMatchObject({ review: ['A1', 'A3', 'B1'], idle: expect.arrayContaining(['A3']) });
    await listOn('A3', '一部', '2026-07-20');
    await listOn('B1', '一部', '2026-07-20');
    const after = {
      review: ['A1', 'B1'],
      base: [
        ['一部', 1],
        ['二部', 1],
      ],
    };
    expect(await seen()).toMatchObject(after);
    expect((await seen()).idle).not.toContain('A3');
    await fill(w, { customers: [customer('R1', '三部')] });
    expect((await seen()).review).toEqual(['A1', 'B1', 'R1']);
  });

  it('a review with damage to reputation suggests the company’s list, until somebody answers', async () => {
    const suggested = async () =>
      (await suggestionsAt(await context(), '2026-07-20')).map((s) => s.customer_id);
    expect(await suggested()).toEqual(['B1']);
    const id = await propose(
      await context(),
      { customer_id: 'B1', scope: 'company', department: null, reason: '声誉', period: '2026H1' },
      on('2026-07-20'),
    );
    expect(await suggested()).toEqual([]);
    await rejectListing(store, id, '查无实据', on('2026-07-20'));
    expect(await suggested()).toEqual([]);
    await undoListing(store, id, on('2026-07-20'));
    await confirmListing(store, id, on('2026-07-20'));
    expect(await suggested()).toEqual([]);
  });
});
