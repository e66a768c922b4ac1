import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadParameterError } from '@/lib/reports/params';
import { quota } from '@/lib/reports/quota';
import { quotaAhead, quotaForecast } from '@/lib/reports/quota_forecast';
import { quotaOutside } from '@/lib/reports/quota_outside';
import { quotaTrend } from '@/lib/reports/quota_trend';
import { quotaMoves, quotaWhatIf } from '@/lib/reports/quota_what_if';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { keepScenario, removeScenario, restoreScenario, scenario, scenarios } from '@/lib/work/scenarios';
import { openWorkStore, type WorkStore } from '@/lib/work/store';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf, rowsFor, viewerOf } from './quota_support';

const D = '2026-06-30';
const customer = (customer_id: string, more: Record<string, string | null> = {}) => ({
  customer_id,
  name: `客户${customer_id}`,
  department: '一部',
  tier: 'qualified',
  admitted_on: '2025-01-01',
  ...more,
});
const sale = (entry_id: string, customer_id: string, date: string, product: string) => ({
  entry_id,
  customer_id,
  date,
  product,
  kind: 'sale',
  amount: 100,
});

/** A department of 20 with exactly 3 VIP (15.0 %); four customers outside; another department. */
const tables: SmallTables = {
  customers: [
    ...Array.from({ length: 19 }, (_, i) =>
      customer(`C${String(i + 1).padStart(2, '0')}`, i < 3 ? { tier: 'vip' } : {}),
    ),
    customer('C20', { admitted_on: D, licence_expires_on: '2026-10-01' }),
    customer('N1', { admitted_on: '2026-07-01', tier: 'preferred' }),
    customer('N2', { admitted_on: null }),
    customer('N3'),
    customer('N4', { admitted_on: '2027-01-01' }),
    customer('Z1', { department: '二部', tier: null }),
    customer('R1', { kind: 'retail' }),
  ],
  blacklist: [
    { customer_id: 'N3', scope: 'company', listed_on: '2026-01-01', removed_on: '2026-08-15' },
    { customer_id: 'C19', scope: 'department', department: '一部', listed_on: '2026-09-01' },
  ],
  tier_history: [{ customer_id: 'C04', tier: 'vip', effective_on: '2026-12-31' }],
  contracts: [
    { contract_id: 'K1', customer_id: 'C05', kind: 'sales', expires_on: '2026-06-30' },
    { contract_id: 'K2', customer_id: 'C06', kind: 'sales', expires_on: '2026-12-30' },
    { contract_id: 'K3', customer_id: 'C07', kind: 'sales', expires_on: '2026-12-31' },
    { contract_id: 'K4', customer_id: 'C08', kind: 'sales', expires_on: '2026-09-01', renewed_by: 'K9' },
    { contract_id: 'K5', customer_id: 'C09', kind: 'sales', expires_on: '2026-09-01' },
    { contract_id: 'K6', customer_id: 'C09', kind: 'sales', expires_on: '2027-09-01' },
    { contract_id: 'K7', customer_id: 'C10', kind: 'quality', expires_on: '2026-09-01' },
    { contract_id: 'K8', customer_id: 'C11', kind: 'sales', expires_on: '2026-06-29' },
  ],
  ledger: [sale('S1', 'C01', D, '轮椅'), sale('S2', 'C04', D, '轮椅'), sale('S3', 'C04', D, '脚板')],
};

describe('what if, on data', () => {
  let w: Warehouse;
  let store: WorkStore;
  beforeAll(async () => {
    w = await smallWarehouse(tables);
    store = await openWorkStore(w.dir);
  });
  afterAll(async () => {
    await store.close();
    w.close();
  });
  const rows = (given: Record<string, string | string[]>, ctx = contextOf(w)) =>
    rowsFor(quotaWhatIf, ctx, { as_of: D, ...given });
  const vip = async (...args: Parameters<typeof rows>) =>
    (await rows(...args))
      .filter((r) => r.tier === 'vip')
      .map(
        (r) =>
          `${r.group} ${r.held}/${r.places} ${r.status} → ${r.held_after}/${r.places_after} ${r.status_after}`,
      );

  it('shows the quota itself where nothing is moved', async () => {
    const plain = await rowsFor(quota, contextOf(w), { as_of: D });
    expect(
      (await rows({})).map((r) => [r.group, r.tier, r.base, r.held, r.base_after, r.held_after]),
    ).toEqual(plain.map((r) => [r.group, r.tier, r.base, r.held, r.base, r.held]));
  });
  it('counts who is admitted on the day, and goes over with one VIP more than 15.0 %', async () => {
    expect(await vip({ department: '一部' })).toEqual(['一部 3/3 full → 3/3 full']);
    expect(await vip({ department: '一部', move: 'C20:vip' })).toEqual(['一部 3/3 full → 4/3 over']);
    expect(await vip({ department: '一部', move: ['C20:vip', 'C01:preferred'] })).toEqual([
      '一部 3/3 full → 3/3 full',
    ]);
  });
  it('takes a place away where the base shrinks, and gives none back for a retail customer', async () => {
    expect(await vip({ department: '一部', move: 'C20:drop' })).toEqual(['一部 3/3 full → 3/2 over']);
    expect(await vip({ department: '一部', move: 'R1:vip' })).toEqual(['一部 3/3 full → 3/3 full']);
  });
  it('moves the quotas of the products that a customer bought', async () => {
    expect(await vip({ by: 'product', move: 'C04:vip' })).toEqual([
      '脚板 0/0 full → 1/0 warning',
      '轮椅 1/0 warning → 2/0 warning',
    ]);
    expect(await vip({ by: 'department_product', move: 'C04:drop' })).toEqual([
      '一部 / 脚板 0/0 full → 0/0 none',
      '一部 / 轮椅 1/0 warning → 1/0 warning',
    ]);
  });
  it('says of each customer what its move does', async () => {
    const moved = await rowsFor(quotaMoves, contextOf(w), {
      as_of: D,
      move: ['C01:drop', 'C04:vip', 'N1:vip', 'N3:vip', 'C02:vip', 'C04:preferred', 'X9:vip'],
    });
    expect(moved.map((m) => `${m.customer_id} ${m.deed} ${m.scratch_tier}`)).toEqual([
      'C01 drop drop',
      'C04 promote preferred',
      'N1 admit vip',
      'N3 listed vip',
      'C02 none vip',
    ]);
  });
  it('names a move that is none, and a scenario that was never kept', async () => {
    await expect(rows({ move: 'C01:gold' })).rejects.toBeInstanceOf(BadParameterError);
    await expect(rows({ scenario: '999' })).rejects.toBeInstanceOf(BadParameterError);
  });
  it('shows a viewer of another department no customer of this one', async () => {
    const ctx = contextOf(w, [], viewerOf({ departments: ['二部'] }));
    expect(await vip({ move: 'C20:vip' }, ctx)).toEqual(['二部 0/0 full → 0/0 full']);
    expect(await rowsFor(quotaMoves, ctx, { as_of: D, move: 'C20:vip' })).toEqual([]);
  });
  it('starts from a kept scenario; its own moves come after', async () => {
    const kept = { name: '试一试', asOf: D, moves: ['C20:vip'], by: '王芳', why: '' };
    const id = await keepScenario(store, kept);
    expect(await vip({ department: '一部', scenario: String(id) })).toEqual(['一部 3/3 full → 4/3 over']);
    expect(await vip({ department: '一部', scenario: String(id), move: 'C20:preferred' })).toEqual([
      '一部 3/3 full → 3/3 full',
    ]);
    expect((await scenarios(store)).map((s) => [s.id, s.name, s.moves, s.keptBy])).toEqual([
      [id, '试一试', ['C20:vip'], '王芳'],
    ]);
    expect(await removeScenario(store, id, '李强')).toBe(true);
    expect(await removeScenario(store, id, '李强')).toBe(false);
    expect(await scenarios(store)).toEqual([]);
    // Its link still answers: nothing is deleted.
    expect((await scenario(store, id))?.name).toBe('试一试');
    expect(await restoreScenario(store, id)).toBe(true);
    expect(await scenarios(store)).toHaveLength(1);
  });
  it('lists who is in no base, and why', async () => {
    const outside = await rowsFor(quotaOutside, contextOf(w), { as_of: D });
    expect(outside.map((c) => `${c.customer_id} ${c.outside}`)).toEqual([
      'N1 later',
      'N2 never',
      'N3 listed',
      'N4 later',
    ]);
    // On the day of admission it is in the base.
    const next = await rowsFor(quotaOutside, contextOf(w), { as_of: '2026-07-01' });
    expect(next.map((c) => c.customer_id)).not.toContain('N1');
  });
  it('tells the quotas of past days as they were: nobody was admitted, then N3 was not listed yet', async () => {
    const trend = await rowsFor(quotaTrend, contextOf(w), { as_of: D, department: '一部', tier: 'vip' });
    expect(trend.map((r) => `${r.day} ${r.held}/${r.base}`)).toEqual([
      '2022-12-31 0/0',
      '2023-06-30 0/0',
      '2023-12-31 0/0',
      '2024-06-30 0/0',
      '2024-12-31 0/0',
      '2025-06-30 3/20',
      '2025-12-31 3/20',
      '2026-06-30 3/20',
    ]);
  });
  it('looks ahead: dated admissions, decisions and lists, and papers that lapse before the end', async () => {
    const events = await rowsFor(quotaAhead, contextOf(w), { as_of: D, until: '2026-12-31' });
    // K1 holds through the day itself; K3 through the last; K4 is renewed, K5 followed by another, K8 over already.
    expect(events.map((e) => `${e.date} ${e.customer_id} ${e.event}${e.lapses ? ' lapses' : ''}`)).toEqual([
      '2026-06-30 C05 contract lapses',
      '2026-07-01 N1 admission',
      '2026-08-15 N3 delisting',
      '2026-09-01 C19 listing',
      '2026-10-01 C20 licence lapses',
      '2026-12-30 C06 contract lapses',
      '2026-12-31 C04 tier',
    ]);
    const [now] = await rowsFor(quotaForecast, contextOf(w), { as_of: D, tier: 'vip', department: '一部' });
    // N1 and N3 come, C19 goes; C04 rises; without C05, C06 and C20 three fewer.
    expect(now).toMatchObject({ base: 20, held: 3, base_later: 21, held_later: 4, places_later: 3 });
    expect(now).toMatchObject({ base_lapsed: 18, held_lapsed: 4, places_lapsed: 2, status_lapsed: 'over' });
    await expect(rowsFor(quotaAhead, contextOf(w), { as_of: D, until: D })).rejects.toBeInstanceOf(
      BadParameterError,
    );
  });
});
