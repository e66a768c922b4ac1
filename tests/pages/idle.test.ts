import { describe, expect, it } from 'vitest';
import { groupsOf, type IdleSplit, monthEnds, type Sums } from '@/app/idle/_model';

/** Customers at stake in yuan, each with its values of the split. */
const grouped = (split: IdleSplit, rows: readonly [values: (string | null)[], yuan: number][]) => {
  const sums: Sums = new Map();
  for (const [values, stake] of rows) {
    for (const value of values) {
      const sum = sums.get(value) ?? { count: 0, stake: 0 };
      sums.set(value, { count: sum.count + 1, stake: sum.stake + Math.round(stake * 100) });
    }
  }
  return groupsOf(sums, split);
};

describe('beside the list of idle customers', () => {
  it('0.10 and 0.20 yuan at stake in one region are 0.30 yuan, to the cent', () => {
    const rows: [string[], number][] = [
      [['苏南'], 0.1],
      [['苏南'], 0.2],
    ];
    expect(grouped('region', rows)).toEqual([{ value: '苏南', count: 2, stake: '0.30' }]);
  });

  it('a customer with two reasons counts for both', () => {
    const rows: [string[], number][] = [
      [['rhythm', 'trade'], 0],
      [['trade'], 0],
    ];
    expect(grouped('reason', rows).map((g) => [g.value, g.count])).toEqual([
      ['trade', 2],
      ['rhythm', 1],
    ]);
  });

  it('the region with most at stake is first, customers without a region last', () => {
    const rows: [(string | null)[], number][] = [
      [[null], 900],
      [['四川'], 1],
      [['重庆'], 2],
    ];
    expect(grouped('region', rows).map((g) => g.value)).toEqual(['重庆', '四川', null]);
  });

  it('grades stand as K, A, B, C, D, ungraded, whatever is at stake', () => {
    const rows: [(string | null)[], number][] = [
      [[null], 9],
      [['C'], 8],
      [['K'], 1],
    ];
    expect(grouped('grade', rows).map((g) => g.value)).toEqual(['K', 'C', null]);
  });

  it('a return larger than the sales counts against what is at stake', () => {
    const rows: [string[], number][] = [
      [['许辉'], 100],
      [['许辉'], -30],
    ];
    expect(grouped('owner', rows)).toEqual([{ value: '许辉', count: 2, stake: '70.00' }]);
  });
});

describe('the history of a customer', () => {
  it('looks at the month ends before the day, over the turn of the year and through February', () => {
    expect(monthEnds('2026-03-10', 3)).toEqual(['2026-02-28', '2026-01-31', '2025-12-31']);
  });

  it('on a month end begins with the one before', () => {
    expect(monthEnds('2026-08-31', 1)).toEqual(['2026-07-31']);
  });
});
