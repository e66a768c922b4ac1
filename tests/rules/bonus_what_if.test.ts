import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, bandsOf, widthOf } from '@/lib/rules/bonus_bands';
import { monthStatement } from '@/lib/rules/bonus_month';
import {
  bookWith,
  differenceOf,
  outcomeOf,
  repriced,
  tried,
  triedParameters,
  withinRange,
} from '@/lib/rules/bonus_what_if';
import { parameters } from '@/lib/rules/parameters';
import { PolicyBook } from '@/lib/rules/policy';

const facts = {
  gross_points: '20',
  repeat_points: '0',
  unpriced_jobs: 0,
  accidents: 0,
  praise: '0',
  savings: '0',
  unsigned: 0,
  complaints: 0,
};
const own = (from: string, value: string) => ({
  parameter: 'bonus.point_rate' as const,
  from,
  value,
  setBy: 'li',
  setAt: '2026-01-01T00:00:00Z',
  why: '2026',
});

describe('a book with other values', () => {
  it('pays 20 points 500 yuan with a base of 18 and a rate of 250, by the same rule', () => {
    const book = bookWith(
      new PolicyBook(),
      new Map([
        ['bonus.base_points', '18'],
        ['bonus.point_rate', '250'],
      ]),
    );
    expect(monthStatement(facts, book.on('2026-03-31')).performance_pay).toBe('500.00');
  });

  it('holds on every day, whatever was set from which day; all else stays as it was set', () => {
    const book = new PolicyBook([own('2026-04-01', '300'), own('2026-07-01', '310')]);
    const other = bookWith(book, new Map([['bonus.point_rate', '100']]));
    for (const day of ['2026-03-31', '2026-04-01', '2026-07-01'])
      expect(other.on(day)['bonus.point_rate']).toBe('100');
    const base = bookWith(book, new Map([['bonus.base_points', '10']]));
    expect(base.on('2026-03-31')['bonus.point_rate']).toBe('270');
    expect(base.on('2026-07-01')['bonus.point_rate']).toBe('310');
    expect(base.version).not.toBe(book.version);
  });

  it('without values is the book as it stands', () => {
    const book = new PolicyBook([own('2026-04-01', '300')]);
    expect(bookWith(book, new Map()).version).toBe(book.version);
  });

  it('tries parameters of the rule under which they stand', () => {
    for (const [rule, names] of Object.entries(triedParameters))
      for (const name of names) expect([name, parameters[name].rule]).toEqual([name, rule]);
    expect(new Set(tried).size).toBe(tried.length);
  });
});

describe('B-01 other coefficients', () => {
  it('change the points of who earns them and of who bears the repeat, and price what had none', () => {
    const unpriced = { ...facts, unpriced_jobs: 2 };
    expect(repriced(unpriced, { gross_points: '-1.5', repeat_points: '0.5', priced: 2 })).toMatchObject({
      gross_points: '18.5',
      repeat_points: '0.5',
      unpriced_jobs: 0,
    });
    expect(repriced(facts, undefined)).toBe(facts);
  });
});

describe('B-06 other ranges', () => {
  const range = { least: '300', most: '400' };
  it.each([
    ['200', '300'],
    ['299.99', '300'],
    ['300', '300'],
    ['350.5', '350.5'],
    ['400', '400'],
    ['400.01', '400'],
  ])('a reward of %s within 300 to 400 is %s', (granted, worth) => {
    expect(withinRange(granted, range).toFixed()).toBe(worth);
  });
});

describe('who gains and who loses', () => {
  it('a cent more gains, a cent less loses; without an answer on either side nobody knows', () => {
    expect(outcomeOf('100.00', '100.01')).toBe('gains');
    expect(outcomeOf('100.00', '99.99')).toBe('loses');
    expect(outcomeOf('-100.00', '-50.00')).toBe('gains');
    expect(outcomeOf('100.00', '100')).toBe('same');
    expect(outcomeOf(null, '1')).toBe('unknown');
    expect(differenceOf('0.10', '0.30')).toBe('0.20');
    expect(differenceOf('1', null)).toBeNull();
  });
});

describe('bands of differences', () => {
  it('are of a round width that gives at most six on a side', () => {
    expect(widthOf(['600'])).toBe(100);
    expect(widthOf(['600.01'])).toBe(200);
    expect(widthOf(['-1595.5', '98'])).toBe(500);
    expect(widthOf(['0'])).toBe(1);
  });

  it('never hold both who gains and who loses: 0 stands alone', () => {
    expect(['-100.01', '-100', '-0.01', '0', '0.01', '100', '100.01'].map((d) => bandOf(d, 100))).toEqual([
      -2, -1, -1, 0, 1, 1, 2,
    ]);
  });

  it('count everybody once, and every band of a side lies on it', () => {
    const cents = fc.integer({ min: -500_000, max: 500_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 40 }), (differences) => {
        const { bands } = bandsOf(differences);
        return (
          bands.reduce((n, b) => n + b.people, 0) === differences.length &&
          bands.every((b) => (b.index > 0 ? b.from >= 0 : b.to <= 0)) &&
          bands.filter((b) => b.index > 0).length <= 6
        );
      }),
      { seed: 1 },
    );
  });
});

describe('whatever is tried', () => {
  const points = fc.integer({ min: 0, max: 60_000 }).map((n) => (n / 1000).toFixed(3));
  it('pay is never negative; a higher base never pays more, a higher rate never less', () => {
    const yuan = fc.integer({ min: 0, max: 1000 }).map(String);
    const base = fc.integer({ min: 0, max: 40 }).map(String);
    fc.assert(
      fc.property(points, base, yuan, fc.nat({ max: 10 }), (gross_points, least, rate, more) => {
        const pay = (b: string, r: string) =>
          Number(
            monthStatement(
              { ...facts, gross_points },
              bookWith(
                new PolicyBook(),
                new Map([
                  ['bonus.base_points', b],
                  ['bonus.point_rate', r],
                ]),
              ).on('2026-03-31'),
            ).performance_pay,
          );
        const now = pay(least, rate);
        return (
          now >= 0 &&
          pay(String(Number(least) + more), rate) <= now &&
          pay(least, String(Number(rate) + more)) >= now
        );
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});
