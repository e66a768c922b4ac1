import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MonthFacts, type MonthPolicy, monthStatement } from '@/lib/rules/bonus_month';
import { PolicyBook } from '@/lib/rules/policy';

const policy = new PolicyBook().on('2026-01-31');
const month = (facts: Partial<MonthFacts>, own: Partial<MonthPolicy> = {}) =>
  monthStatement(
    {
      gross_points: '0',
      repeat_points: '0',
      unpriced_jobs: 0,
      accidents: 0,
      praise: '0',
      savings: '0',
      unsigned: 0,
      complaints: 0,
      ...facts,
    },
    {
      'bonus.base_points': policy['bonus.base_points'],
      'bonus.point_rate': policy['bonus.point_rate'],
      'bonus.safety_points': policy['bonus.safety_points'],
      'bonus.safety_per': policy['bonus.safety_per'],
      'fine.unsigned': policy['fine.unsigned'],
      'fine.complaint': policy['fine.complaint'],
      ...own,
    },
  );

describe('B-04 performance pay', () => {
  it.each([
    ['in 2026-01, 20 points earn 810 yuan', { gross_points: '20' }, '20', '3', '810.00'],
    [
      '21.5 points with one accident earn 675',
      { gross_points: '21.5', accidents: 1 },
      '19.5',
      '2.5',
      '675.00',
    ],
    ['17 points, the base itself, earn nothing', { gross_points: '17' }, '17', '0', '0.00'],
    ['16.9 points earn nothing', { gross_points: '16.9' }, '16.9', '0', '0.00'],
    ['17.01 points earn 2.70', { gross_points: '17.01' }, '17.01', '0.01', '2.70'],
    [
      '30 points less a personal repeat of 4.5 earn 2,295',
      { gross_points: '30', repeat_points: '4.5' },
      '25.5',
      '8.5',
      '2295.00',
    ],
  ])('%s', (_, facts, net, excess, pay) => {
    expect(month(facts)).toMatchObject({ net_points: net, excess_points: excess, performance_pay: pay });
  });

  it('below the base nothing is owed back, even where deductions leave less than nothing', () => {
    const s = month({ gross_points: '1', repeat_points: '4.5', accidents: 3 });
    expect(s).toMatchObject({
      net_points: '-9.5',
      excess_points: '0',
      performance_pay: '0.00',
      total: '0.00',
    });
  });

  it('is rounded half up once: 17.000019 points at 270 are 0.01, 17.000018 nothing', () => {
    expect(month({ gross_points: '17.000018' }).performance_pay).toBe('0.00');
    expect(month({ gross_points: '17.000019' }).performance_pay).toBe('0.01');
  });

  it('keeps points exact where binary numbers would not', () => {
    const s = month({ gross_points: '17.3', repeat_points: '0.1' });
    expect(s).toMatchObject({ net_points: '17.2', excess_points: '0.2', performance_pay: '54.00' });
  });

  it('goes by the base and the rate that it is handed', () => {
    const s = month({ gross_points: '20' }, { 'bonus.base_points': '18', 'bonus.point_rate': '300.5' });
    expect(s.performance_pay).toBe('601.00');
  });
});

describe('B-03 safety accidents', () => {
  it('two accidents take 4 points, or 2 where the sentence is read once a month', () => {
    const facts = { gross_points: '25', accidents: 2 };
    expect(month(facts)).toMatchObject({ accidents: 2, safety_points: '4', net_points: '21' });
    const once = month(facts, { 'bonus.safety_per': 'month' });
    expect(once).toMatchObject({ accidents: 2, safety_points: '2', net_points: '23' });
  });

  it('no accident takes nothing, read either way', () => {
    expect(month({}, { 'bonus.safety_per': 'month' }).safety_points).toBe('0');
    expect(month({}).safety_points).toBe('0');
  });
});

describe('B-06, B-07, B-10 rewards, fines and the total', () => {
  it('two unsigned records and a complaint cost 400, so that a month without pay is negative', () => {
    const s = month({ unsigned: 2, complaints: 1 });
    expect(s).toMatchObject({ fines_unsigned: '200.00', fines_complaint: '200.00', total: '-400.00' });
  });

  it('the total is pay and rewards less fines', () => {
    const s = month({ gross_points: '20', praise: '260.50', savings: '500', unsigned: 1 });
    expect(s.total).toBe('1470.50');
  });
});

describe('B-01 a job that cannot be priced', () => {
  it('leaves everything that rests on points unanswered, and the rest stands', () => {
    const s = month({ gross_points: '30', unpriced_jobs: 1, praise: '300' });
    expect(s).toMatchObject({
      gross_points: null,
      net_points: null,
      performance_pay: null,
      total: null,
      praise: '300.00',
    });
  });
});

describe('whatever happens in a month', () => {
  const points = fc.integer({ min: 0, max: 200_000 }).map((n) => (n / 1000).toFixed(3));
  const facts = fc.record({
    gross_points: points,
    repeat_points: points,
    accidents: fc.nat({ max: 5 }),
    unsigned: fc.nat({ max: 5 }),
    complaints: fc.nat({ max: 5 }),
  });

  it('pay is never negative', () => {
    fc.assert(
      fc.property(facts, (f) => Number(month(f).performance_pay) >= 0),
      { seed: 1 },
    );
  });

  it('more points never earn less, and a repeat or an accident never earns more', () => {
    const pay = (f: Partial<MonthFacts>) => Number(month(f).performance_pay);
    fc.assert(
      fc.property(facts, points, (f, more) => {
        const gross = (Number(f.gross_points) + Number(more)).toFixed(3);
        const repeats = (Number(f.repeat_points) + Number(more)).toFixed(3);
        return (
          pay({ ...f, gross_points: gross }) >= pay(f) &&
          pay({ ...f, repeat_points: repeats }) <= pay(f) &&
          pay({ ...f, accidents: f.accidents + 1 }) <= pay(f)
        );
      }),
      { seed: 1 },
    );
  });
});
