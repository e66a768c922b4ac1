import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyBook } from '@/lib/rules/policy';
import { halfYearEnds, nextHalfYearEnd } from '@/lib/rules/quota_days';
import {
  type Counts,
  countsAfter,
  deedOf,
  destinations,
  lastMoves,
  moveText,
  quotaBy,
  readMove,
  type ScratchCustomer,
} from '@/lib/rules/quota_what_if';

const policy = new PolicyBook().on('2026-06-30');
const customer = (customer_id: string, more: Partial<ScratchCustomer> = {}): ScratchCustomer => ({
  customer_id,
  tier: 'qualified',
  in_base: true,
  listed: false,
  ...more,
});
const tried = (base: number, vip: number, customers: ScratchCustomer[], moves: string[]) => {
  const before = new Map<string | null, Counts>([['一部', { base, vip, preferred: 0 }]]);
  const read = moves.map((text) => readMove(text) ?? { customer_id: '?', to: 'drop' as const });
  const counts = countsAfter(before, customers, read, () => ['一部']).get('一部');
  if (!counts) throw new Error('the group is gone');
  const { places, headroom, status } = quotaBy(counts, 'vip', policy, true);
  return { ...counts, places, headroom, status };
};

describe('a move', () => {
  it('is a customer number and where it goes; the number may bear colons', () => {
    expect(readMove('C1:vip')).toEqual({ customer_id: 'C1', to: 'vip' });
    expect(readMove('华东:C1:drop')).toEqual({ customer_id: '华东:C1', to: 'drop' });
    expect([readMove('C1'), readMove(':vip'), readMove('C1:gold'), readMove('C1:VIP')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(readMove(moveText({ customer_id: 'a:b', to: 'preferred' }))).toEqual({
      customer_id: 'a:b',
      to: 'preferred',
    });
  });

  it('of a customer counts once, the last one', () => {
    const moves = ['C1:vip', 'C2:drop', 'C1:preferred'].flatMap((t) => readMove(t) ?? []);
    expect(lastMoves(moves).map(moveText)).toEqual(['C1:preferred', 'C2:drop']);
  });

  it('promotes, demotes, admits, drops, or does nothing; a blacklisted customer cannot come in', () => {
    expect(deedOf(customer('C1'), 'vip')).toBe('promote');
    expect(deedOf(customer('C1', { tier: 'vip' }), 'preferred')).toBe('demote');
    expect(deedOf(customer('C1', { tier: null }), 'qualified')).toBe('promote');
    expect(deedOf(customer('C1'), 'qualified')).toBe('none');
    expect(deedOf(customer('C1'), 'drop')).toBe('drop');
    expect(deedOf(customer('C1', { in_base: false }), 'drop')).toBe('none');
    expect(deedOf(customer('C1', { in_base: false }), 'vip')).toBe('admit');
    expect(deedOf(customer('C1', { in_base: false, listed: true }), 'vip')).toBe('listed');
  });
});

describe('quotas after a what-if', () => {
  it('are full at exactly 15.0 %: 3 of 20, and over with one more', () => {
    expect(tried(20, 2, [customer('C1')], ['C1:vip'])).toMatchObject({ vip: 3, places: 3, status: 'full' });
    expect(tried(20, 3, [customer('C1')], ['C1:vip'])).toMatchObject({
      vip: 4,
      headroom: -1,
      status: 'over',
    });
  });

  it('give 6 customers no VIP place, 7 one', () => {
    expect(tried(6, 0, [], [])).toMatchObject({ places: 0, status: 'full' });
    const newcomer = customer('C7', { in_base: false, tier: null });
    expect(tried(6, 0, [newcomer], ['C7:qualified'])).toMatchObject({ base: 7, places: 1, status: 'ok' });
  });

  it('lose their base with the last customer', () => {
    expect(tried(1, 1, [customer('C1', { tier: 'vip' })], ['C1:drop'])).toMatchObject({
      base: 0,
      vip: 0,
      status: 'none',
    });
  });

  it('lose a place when somebody leaves: 14 of 100 hold, 93 have room for 13', () => {
    const leaving = Array.from({ length: 7 }, (_, i) => customer(`C${i}`));
    const moves = leaving.map((c) => `${c.customer_id}:drop`);
    expect(tried(100, 14, leaving, moves)).toMatchObject({ base: 93, places: 13, status: 'over' });
  });

  it('let a blacklisted customer change nothing', () => {
    const listed = customer('C1', { in_base: false, listed: true });
    expect(tried(20, 2, [listed], ['C1:vip'])).toMatchObject({ base: 20, vip: 2 });
  });

  const people = fc.array(
    fc.record({
      tier: fc.constantFrom('vip', 'preferred', 'qualified', null),
      in_base: fc.boolean(),
      listed: fc.boolean(),
      to: fc.option(fc.constantFrom(...destinations), { nil: null }),
    }),
    { maxLength: 30 },
  );
  const tally = (of: readonly { tier: string | null; in_base: boolean }[]): Counts => ({
    base: of.filter((c) => c.in_base).length,
    vip: of.filter((c) => c.in_base && c.tier === 'vip').length,
    preferred: of.filter((c) => c.in_base && c.tier === 'preferred').length,
  });

  it('are those of a company that is really like that', () => {
    fc.assert(
      fc.property(people, (given) => {
        // On a blacklist nobody is in a base.
        const customers = given.map((c, i) => ({
          ...c,
          customer_id: `C${i}`,
          in_base: c.in_base && !c.listed,
        }));
        const moves = customers.flatMap(({ customer_id, to }) => (to ? [{ customer_id, to }] : []));
        const real = customers.map((c) => {
          if (!c.to || (c.listed && !c.in_base)) return c;
          return c.to === 'drop' ? { ...c, in_base: false } : { ...c, in_base: true, tier: c.to };
        });
        const before = new Map<string | null, Counts>([[null, tally(customers)]]);
        expect(countsAfter(before, customers, moves, () => [null]).get(null)).toEqual(tally(real));
      }),
      { seed: 7 },
    );
  });

  it('do not change what they began with', () => {
    const before = new Map<string | null, Counts>([['一部', { base: 5, vip: 1, preferred: 1 }]]);
    countsAfter(before, [customer('C1')], [{ customer_id: 'C1', to: 'vip' }], () => ['一部']);
    expect(before.get('一部')).toEqual({ base: 5, vip: 1, preferred: 1 });
  });
});

describe('the days of a trend', () => {
  it('are the last half-year ends, and the day itself where it ends none', () => {
    expect(halfYearEnds('2026-11-22', 3)).toEqual(['2025-06-30', '2025-12-31', '2026-06-30', '2026-11-22']);
    expect(halfYearEnds('2026-06-30', 2)).toEqual(['2025-12-31', '2026-06-30']);
    expect(halfYearEnds('2026-06-29', 2)).toEqual(['2025-06-30', '2025-12-31', '2026-06-29']);
  });
  it('look ahead to the end of the next half-year', () => {
    expect([
      nextHalfYearEnd('2026-11-22'),
      nextHalfYearEnd('2026-06-30'),
      nextHalfYearEnd('2026-07-01'),
    ]).toEqual(['2027-06-30', '2026-12-31', '2027-06-30']);
  });
});
