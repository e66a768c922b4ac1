import { describe, expect, it } from 'vitest';
import { makeCalendar } from '@/lib/rules/calendar';
import { completenessOf, isStale, marketReportDue, marketState } from '@/lib/rules/completeness';
import { PolicyBook } from '@/lib/rules/policy';

const calendar = makeCalendar(new PolicyBook().on('2026-01-01'));

describe('customer files (D-01, D-02)', () => {
  it('8 of 11 required fields are 8/11; none required is no rate', () => {
    expect(completenessOf(11, 3)).toBeCloseTo(8 / 11, 15);
    expect(completenessOf(3, 0)).toBe(1);
    expect(completenessOf(0, 0)).toBeNull();
  });
  it('updated 365 days ago is fresh, 366 days ago stale; never dated is stale', () => {
    expect(isStale(365, 365)).toBe(false);
    expect(isStale(366, 365)).toBe(true);
    expect(isStale(null, 365)).toBe(true);
  });
});

describe('market reports (D-04)', () => {
  it('are due on the first Monday: 2026-06-01 is one itself, of July it is the 6th', () => {
    expect(marketReportDue('2026-06', 1, calendar)).toBe('2026-06-01');
    expect(marketReportDue('2026-07', 1, calendar)).toBe('2026-07-06');
  });
  it('over National Day on the next working day: 2026-10-05 becomes 2026-10-08', () => {
    expect(marketReportDue('2026-10', 1, calendar)).toBe('2026-10-08');
  });
  it('another weekday is the company’s choice: the first Friday of July is the 3rd', () => {
    expect(marketReportDue('2026-07', 5, calendar)).toBe('2026-07-03');
  });
  it('on the day itself in time, the day after one day late', () => {
    expect(marketState('2026-07-06', '2026-07-06', '2026-07-31')).toEqual({
      state: 'on_time',
      days_late: null,
    });
    expect(marketState('2026-07-06', '2026-07-07', '2026-07-31')).toEqual({ state: 'late', days_late: 1 });
  });
  it('not handed in: pending on the day itself, missing the day after; a later one is none yet', () => {
    expect(marketState('2026-07-06', null, '2026-07-06').state).toBe('pending');
    expect(marketState('2026-07-06', null, '2026-07-07')).toEqual({ state: 'missing', days_late: 1 });
    expect(marketState('2026-07-06', '2026-07-20', '2026-07-10')).toEqual({ state: 'missing', days_late: 4 });
  });
});
