import { describe, expect, it } from 'vitest';
import { idle } from '@/lib/reports/idle';
import { idleMoves } from '@/lib/reports/idle_moves';
import type { SmallTables } from '../support/golden';
import { ctxOf, customer, sale, visit } from './idle_support';

const [now, before] = ['2026-08-31', '2026-07-31'];

const moved = async (tables: SmallTables, given: Record<string, unknown> = {}) =>
  idleMoves.run(await ctxOf(tables), idleMoves.params.parse({ as_of: now, against: before, ...given }));
const moves = async (...args: Parameters<typeof moved>) =>
  (await moved(...args)).map((r) => [r.customer_id, r.idle_move]);

/** Four prospects, each due 30 days after its last call: on both days, on one of them, on neither. */
const four: SmallTables = {
  customers: ['C1', 'C2', 'C3', 'C4'].map((id) => customer(id)),
  visits: [
    visit('V1', '2026-05-01 10:00:00'),
    visit('V2', '2026-07-20 10:00:00', { customer_id: 'C2' }),
    visit('V3', '2026-05-02 10:00:00', { customer_id: 'C3' }),
    visit('V4', '2026-08-20 10:00:00', { customer_id: 'C3' }),
    visit('V5', '2026-07-25 10:00:00', { customer_id: 'C4' }),
    visit('V6', '2026-08-24 10:00:00', { customer_id: 'C4' }),
  ],
};

describe('between two days', () => {
  it('one became idle, one is no longer, one still is, one never was', async () => {
    expect(await moves(four)).toEqual([
      ['C2', 'became'],
      ['C3', 'recovered'],
      ['C1', 'still'],
    ]);
    expect(await moves(four, { idle_move: ['recovered', 'became'] })).toEqual([
      ['C2', 'became'],
      ['C3', 'recovered'],
    ]);
  });

  it('became and still are the idle of the later day, recovered and still those of the earlier', async () => {
    const ctx = await ctxOf(four);
    const rows = await idleMoves.run(ctx, { as_of: now, against: before });
    const on = async (as_of: string) => (await idle.run(ctx, { as_of })).map((r) => r.customer_id).sort();
    const of = (...names: string[]) =>
      rows
        .filter((r) => names.includes(r.idle_move))
        .map((r) => r.customer_id)
        .sort();
    expect(of('became', 'still')).toEqual(await on(now));
    expect(of('recovered', 'still')).toEqual(await on(before));
  });

  it('what was due then and what is due now stand side by side', async () => {
    const rows = await moved(four);
    expect(rows.find((r) => r.customer_id === 'C3')).toMatchObject({
      reasons_then: ['contact'],
      due_then: '2026-06-01',
      reasons: [],
      due_on: null,
      last_contact_on: '2026-08-20',
      watched: true,
    });
    expect(rows.find((r) => r.customer_id === 'C2')).toMatchObject({
      reasons_then: [],
      due_then: null,
      reasons: ['contact'],
      due_on: '2026-08-19',
    });
  });

  it('whoever was blacklisted in between is idle no longer, and watched no longer', async () => {
    const blacklist = [{ customer_id: 'C1', scope: 'company', listed_on: '2026-08-10' }];
    expect(
      (await moved({ blacklist })).map((r) => [r.idle_move, r.watched, r.class, r.value_at_stake]),
    ).toEqual([['recovered', false, null, null]]);
    expect(await moves({ blacklist: [{ ...blacklist[0], listed_on: '2026-07-10' }] })).toEqual([]);
    // Off the list again, and idle: the later day alone has it.
    const lifted = [{ ...blacklist[0], listed_on: '2026-07-10', removed_on: '2026-08-20' }];
    expect((await moved({ blacklist: lifted })).map((r) => [r.idle_move, r.value_then])).toEqual([
      ['became', null],
    ]);
  });

  it('each day has its own value at stake', async () => {
    const ledger = [sale('L1', '2025-08-15', { amount: 40 }), sale('L2', '2026-03-01', { amount: 2 })];
    expect((await moved({ ledger })).map((r) => [r.idle_move, r.value_then, r.value_at_stake])).toEqual([
      ['still', '42.00', '2.00'],
    ]);
  });
});

describe('filters are asked of each day by itself', () => {
  const ledger = [sale('L1', '2026-05-15')];
  it('a reason that applies only since makes one newly idle for it, though it was idle before', async () => {
    const tables = {
      ledger,
      visits: [visit('V1', '2025-06-01 10:00:00', { method: 'field_visit' })],
    };
    expect(await moves(tables)).toEqual([['C1', 'still']]);
    expect(await moves(tables, { reason: ['trade'] })).toEqual([['C1', 'became']]);
    expect(await moves(tables, { reason: ['visit'] })).toEqual([['C1', 'still']]);
    expect(await moves(tables, { reason: ['contact'] })).toEqual([]);
  });
  it('a tier that was lost in between ends the idleness among those of that tier', async () => {
    const tables = {
      customers: [customer('C1', { admitted_on: '2025-01-01', tier: 'qualified' })],
      tier_history: [
        { customer_id: 'C1', tier: 'vip', effective_on: '2026-01-01' },
        { customer_id: 'C1', tier: 'qualified', effective_on: '2026-08-15' },
      ],
    };
    expect(await moves(tables, { tier: ['vip'] })).toEqual([['C1', 'recovered']]);
    expect(await moves(tables, { tier: ['qualified'] })).toEqual([['C1', 'became']]);
    expect(await moves(tables)).toEqual([['C1', 'still']]);
  });
  it('a product counts from the day on which it was bought', async () => {
    const tables = {
      ledger: [sale('L1', '2026-01-05', { product: '床' }), sale('L2', '2026-08-01', { product: '机' })],
    };
    expect(await moves(tables, { product: ['床'] })).toEqual([['C1', 'recovered']]);
    expect(await moves(tables, { product: ['机'] })).toEqual([]);
  });
});

it('a day that is not before the as-of date is refused by its name', async () => {
  for (const against of [now, '2026-09-01'])
    await expect(moved({}, { against })).rejects.toThrow('Parameter "against"');
});
