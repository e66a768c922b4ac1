import { describe, expect, it } from 'vitest';
import { makeCalendar } from '@/lib/rules/calendar';
import { attainment, elapsed, runRate, workingDays } from '@/lib/rules/plan';
import { PolicyBook } from '@/lib/rules/policy';

const calendar = makeCalendar(new PolicyBook().on('2026-01-01'));
const july = { start: '2026-07-01', end: '2026-07-31' };

describe('working days gone (P-01)', () => {
  it('July 2026 has 23', () => expect(workingDays(calendar, july.start, july.end)).toBe(23));
  it('the as-of date itself is gone at its end', () => {
    expect(elapsed(calendar, july, '2026-07-01')).toBe(1 / 23);
    expect(elapsed(calendar, july, '2026-06-30')).toBe(0);
  });
  it('all of them from the end of the month on', () => {
    expect(elapsed(calendar, july, '2026-07-31')).toBe(1);
    expect(elapsed(calendar, july, '2026-09-01')).toBe(1);
  });
});

describe('attainment and run rate (P-01)', () => {
  it('60,000 of 100,000 yuan are 60 %', () => expect(attainment('60000.00', '100000.00')).toBe(0.6));
  it('without a plan, or with one of nothing, there is none', () => {
    expect(attainment('60000.00', null)).toBeNull();
    expect(attainment('60000.00', '0.00')).toBeNull();
  });
  it('60,000 yuan in half of the working days lead to 120,000', () =>
    expect(runRate('60000.00', 0.5)).toBe('120000.00'));
  it('before the first working day nothing leads anywhere', () => {
    expect(runRate('0.00', 0)).toBeNull();
    expect(runRate('0.00', null)).toBeNull();
  });
});
