import { describe, expect, it } from 'vitest';
import { countRemainder, remainder } from '@/lib/rules/bridge';
import { flowRemainder } from '@/lib/rules/funnel_flow';
import {
  meanSignedAmount,
  type Past,
  velocity,
  weightedAmount,
  weightedShare,
  weights,
  winRate,
} from '@/lib/rules/pipeline';

describe('win rate, mean and velocity (F-06)', () => {
  const closed = {
    signed: 3,
    lost: 1,
    with_amount: 2,
    signed_amount: '300000.00',
    cycles: 3,
    cycle_days: 90,
  };

  it('of 3 signed and 1 lost 75 % were won; of none closed there is no rate', () => {
    expect(winRate(closed)).toBe(0.75);
    expect(winRate({ signed: 0, lost: 0 })).toBeNull();
    expect(winRate({ signed: 0, lost: 2 })).toBe(0);
  });
  it('the mean is over those that bear an amount, rounded half up once', () => {
    expect(meanSignedAmount(closed)).toBe('150000.00');
    expect(meanSignedAmount({ with_amount: 3, signed_amount: '0.05' })).toBe('0.02');
    expect(meanSignedAmount({ with_amount: 0, signed_amount: '0.00' })).toBeNull();
  });
  it('8 open × 75 % × 150,000 yuan / 30 days = 30,000 yuan a day', () => {
    expect(velocity(8, closed)).toBe('30000.00');
    expect(velocity(0, closed)).toBe('0.00');
  });
  it('without closed ones, amounts, dated creations or days there is no velocity', () => {
    expect(velocity(8, { ...closed, signed: 0, lost: 0 })).toBeNull();
    expect(velocity(8, { ...closed, with_amount: 0 })).toBeNull();
    expect(velocity(8, { ...closed, cycles: 0 })).toBeNull();
    expect(velocity(8, { ...closed, cycle_days: 0 })).toBeNull();
  });
});

describe('the share an open amount is weighed by (F-07)', () => {
  const policy = { 'funnel.weight_min_closed': 30 };
  const past = (a: number): Past[] => [
    { grade: 'A', position: 5, closed: 20, signed: 20 },
    { grade: 'A', position: 3, closed: a - 20, signed: 0 },
    { grade: 'A', position: 1, closed: 50, signed: 0 },
    { grade: 'B', position: 3, closed: 70, signed: 0 },
  ];

  it('30 closed ones of the grade that reached the stage are enough', () => {
    const weight = weights(past(30), policy)('A', 3);
    expect(weight).toEqual({ share: 20 / 30, signed: 20, closed: 30, basis: 'grade' });
  });
  it('29 are not: the share is that over all grades', () => {
    const weight = weights(past(29), policy)('A', 3);
    expect(weight).toEqual({ share: 20 / 99, signed: 20, closed: 99, basis: 'all' });
  });
  it('only those that reached the stage count, a lost one as far as it came', () => {
    expect(weights(past(30), policy)('A', 1)).toMatchObject({ signed: 20, closed: 80 });
    expect(weights(past(30), policy)('A', 5)).toMatchObject({ signed: 20, closed: 20, basis: 'all' });
  });
  it('one without a stage is weighed as at the first; the ungraded are a grade of their own', () => {
    const weigh = weights(past(30), policy);
    expect(weigh('A', null)).toEqual(weigh('A', 1));
    expect(weigh(null, 3)).toMatchObject({ basis: 'all' });
  });
  it('amounts are weighed exactly and their sum is rounded once', () => {
    const third = { share: 1 / 3, signed: 1, closed: 3, basis: 'all' as const };
    const lines = [1, 2, 3].map(() => ({ amount: '0.01', weight: third }));
    expect(weightedAmount(lines)).toBe('0.01');
    expect(weightedShare({ amount: '100.00', weight: third })).toBe('33.33333333');
    expect(weightedAmount([])).toBe('0.00');
  });
  it('where nothing like it was ever closed an amount has no worth, and no amount needs none', () => {
    const none = { share: null, signed: 0, closed: 0, basis: 'all' as const };
    expect(weightedAmount([{ amount: '5.00', weight: none }])).toBeNull();
    expect(weightedAmount([{ amount: null, weight: none }])).toBe('0.00');
  });
});

describe('what has to add up', () => {
  it('the bridge: opening + new + grown − shrunk − signed − lost = closing', () => {
    const rows = (closing: string) => [
      { movement: 'opening' as const, amount: '100.00', count: 2 },
      { movement: 'new' as const, amount: '50.00', count: 1 },
      { movement: 'grown' as const, amount: '5.00', count: 1 },
      { movement: 'shrunk' as const, amount: '10.00', count: 2 },
      { movement: 'signed' as const, amount: '45.00', count: 1 },
      { movement: 'lost' as const, amount: '0.00', count: 1 },
      { movement: 'closing' as const, amount: closing, count: 1 },
    ];
    expect(remainder(rows('100.00'))).toBe('0.00');
    expect(countRemainder(rows('100.00'))).toBe(0);
    expect(remainder(rows('99.99'))).toBe('0.01');
  });
  it('the second funnel: entered = advanced + lost + moved back + still there', () => {
    const row = { entered: 10, advanced: 4, lost: 3, moved_back: 1, still_there: 2 };
    expect(flowRemainder(row)).toBe(0);
    expect(flowRemainder({ ...row, lost: 2 })).toBe(1);
  });
});
