import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerTiers } from '@/lib/reports/customer_tiers';
import { quota } from '@/lib/reports/quota';
import type { ReportContext } from '@/lib/reports/report';
import { reportContext, rowsOf } from '@/lib/reports/run';
import { soleViewer } from '@/lib/reports/viewer';
import { buildModel } from '@/lib/warehouse/model';
import { openWarehouse, type Warehouse } from '@/lib/warehouse/warehouse';
import { DecisionError } from '@/lib/work/decision_error';
import { openWorkStore, type WorkStore } from '@/lib/work/store';
import {
  decideTiers,
  type Made,
  type NewTierDecision,
  revokeTiers,
  tierDecisionsOf,
} from '@/lib/work/tier_decisions';
import { fill, smallWarehouse } from '../support/golden';

const customer = (customer_id: string) => ({
  customer_id,
  name: customer_id,
  department: '一部',
  tier: 'qualified',
  admitted_on: '2025-01-01',
});

let w: Warehouse;
let store: WorkStore;
beforeEach(async () => {
  w = await smallWarehouse({
    customers: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'].map(customer),
    tier_history: [{ customer_id: 'A2', tier: 'preferred', effective_on: '2026-07-20' }],
  });
  store = await openWorkStore(w.dir);
});
afterEach(async () => {
  w.close();
  await store.close();
  fs.rmSync(w.dir, { recursive: true, force: true });
});

const context = (): Promise<ReportContext> => reportContext(w, soleViewer, '2026-07-20');
const decision = (
  customer_id: string,
  tier: string | null,
  more: Partial<NewTierDecision> = {},
): NewTierDecision => ({
  customer_id,
  department: '一部',
  decision: 'accepted',
  proposal: 'promote',
  tier_before: 'qualified',
  proposed_tier: tier,
  tier,
  score: '85.00',
  figures: { score: '85.00' },
  ...more,
});
const on = (today: string, more: Partial<Made> = {}): Made => ({
  period: '2026H1',
  effective_on: today,
  by: '陈总',
  reason: null,
  today,
  ...more,
});
const tierAt = async (customer_id: string, as_of: string) =>
  (await rowsOf(customerTiers, await context(), { as_of, customer_id }))[0]?.tier ?? 'register';
const vips = async (as_of: string) =>
  (await rowsOf(quota, await context(), { as_of, by: 'department' })).map((r) => r.held);

describe('a decision on a tier', () => {
  it('holds from its day on, and changes nothing before it', async () => {
    expect(await vips('2026-07-20')).toEqual([0, 1]);
    await decideTiers(store, [decision('A1', 'vip')], on('2026-07-20', { effective_on: '2026-08-01' }));
    expect([await tierAt('A1', '2026-07-31'), await tierAt('A1', '2026-08-01')]).toEqual(['register', 'vip']);
    expect([await vips('2026-07-31'), await vips('2026-08-01')]).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('is refused before the day on which it is made, without a name, and overridden without a reason', async () => {
    const late = decideTiers(
      store,
      [decision('A1', 'vip')],
      on('2026-07-20', { effective_on: '2026-07-19' }),
    );
    await expect(late).rejects.toThrow(DecisionError);
    await expect(decideTiers(store, [decision('A1', 'vip')], on('2026-07-20', { by: ' ' }))).rejects.toThrow(
      'Say who decides',
    );
    const overridden = decision('A1', 'vip', { decision: 'overridden' });
    await expect(decideTiers(store, [overridden], on('2026-07-20'))).rejects.toThrow('Give the reason');
    expect(await tierDecisionsOf(store, 'A1')).toEqual([]);
  });

  it('goes before an imported one of the same day', async () => {
    expect(await tierAt('A2', '2026-07-20')).toBe('preferred');
    await decideTiers(store, [decision('A2', 'vip')], on('2026-07-20'));
    expect(await tierAt('A2', '2026-07-20')).toBe('vip');
  });

  it('leaves a later imported one in force', async () => {
    await decideTiers(store, [decision('A2', 'vip')], on('2026-07-19'));
    expect([await tierAt('A2', '2026-07-19'), await tierAt('A2', '2026-07-20')]).toEqual([
      'vip',
      'preferred',
    ]);
  });

  it('revoked on its day never was, and stays on record', async () => {
    const [id = 0] = await decideTiers(store, [decision('A1', 'vip')], on('2026-07-20'));
    await revokeTiers(store, [{ id, restored_tier: 'qualified' }], {
      by: '陈总',
      why: '点错',
      today: '2026-07-20',
    });
    expect(await tierAt('A1', '2026-07-20')).toBe('register');
    expect(await tierDecisionsOf(store, 'A1')).toMatchObject([
      {
        tier: 'vip',
        made_by: '陈总',
        revoked_by: '陈总',
        revoked_on: '2026-07-20',
        revoked_why: '点错',
        restored_tier: null,
      },
    ]);
  });

  it('revoked later holds up to the day before, then the tier before it holds again', async () => {
    const [id = 0] = await decideTiers(store, [decision('A1', 'vip')], on('2026-07-20'));
    await revokeTiers(store, [{ id, restored_tier: 'qualified' }], {
      by: '王',
      why: '申诉',
      today: '2026-07-25',
    });
    expect([await tierAt('A1', '2026-07-24'), await tierAt('A1', '2026-07-25')]).toEqual([
      'vip',
      'qualified',
    ]);
  });

  it('goes before an earlier one that has yet to take effect; revoked, that one stands again', async () => {
    await decideTiers(store, [decision('A1', 'vip')], on('2026-07-20', { effective_on: '2026-08-01' }));
    const [id = 0] = await decideTiers(store, [decision('A1', 'preferred')], on('2026-07-21'));
    expect(await tierAt('A1', '2026-08-01')).toBe('preferred');
    await revokeTiers(store, [{ id, restored_tier: null }], { by: '王', why: '申诉', today: '2026-07-21' });
    expect([await tierAt('A1', '2026-07-31'), await tierAt('A1', '2026-08-01')]).toEqual(['register', 'vip']);
  });

  it('outlives further imports and a warehouse that is made anew', async () => {
    await decideTiers(store, [decision('A1', 'vip')], on('2026-07-20'));
    await context();
    await fill(w, { customers: [customer('A8')] });
    expect(await tierAt('A1', '2026-07-20')).toBe('vip');
    const dir = w.dir;
    w.close();
    for (const file of fs.readdirSync(dir)) if (file.includes('duckdb')) fs.rmSync(path.join(dir, file));
    w = await openWarehouse(dir);
    await fill(w, { customers: ['A1', 'A2'].map(customer) });
    expect(await tierAt('A1', '2026-07-20')).toBe('vip');
    expect(await vips('2026-07-20')).toEqual([1, 0]);
  });

  it('can be made while a long write is under way', async () => {
    await context();
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const long = w.write(async (c) => {
      await c.run("insert into raw.customers (customer_id, name, kind) values ('Z', 'Z', 'trade')");
      await buildModel(c);
      await held;
    });
    await decideTiers(store, [decision('A1', 'vip')], on('2026-07-20'));
    expect(await tierAt('A1', '2026-07-20')).toBe('vip');
    free();
    await long;
    expect(await tierAt('A1', '2026-07-20')).toBe('vip');
  });
});
