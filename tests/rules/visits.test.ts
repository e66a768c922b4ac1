import { describe, expect, it } from 'vitest';
import { makeCalendar } from '@/lib/rules/calendar';
import { parseWeek, weekOf } from '@/lib/rules/period';
import { PolicyBook } from '@/lib/rules/policy';
import { approvalOf, dueAfter, minutesOf, struck, topDecileShare } from '@/lib/rules/visits';

const calendar = makeCalendar(new PolicyBook().on('2026-01-01'));
const rule = { calendar, within: 2 };

describe('approval before leaving (V-01)', () => {
  const form = {
    approvedAt: '2026-07-01 08:30:00',
    attendanceAt: null,
    departedAt: '2026-07-01 08:30:00',
    visitedAt: '2026-07-01 09:00:00',
  };
  it('in the minute of leaving is before', () => expect(approvalOf(form)).toBe('before'));
  it('a second later is late', () =>
    expect(approvalOf({ ...form, approvedAt: '2026-07-01 08:30:01' })).toBe('late'));
  it('where leaving is unknown, the visit counts', () => {
    const unknown = { ...form, departedAt: null };
    expect(approvalOf({ ...unknown, approvedAt: '2026-07-01 09:00:00' })).toBe('before');
    expect(approvalOf({ ...unknown, approvedAt: '2026-07-01 09:00:01' })).toBe('late');
  });
  it('without an approval there is none', () =>
    expect(approvalOf({ ...form, approvedAt: null })).toBe('none'));
  it('handing in the form comes before leaving too, where it is recorded', () => {
    expect(approvalOf({ ...form, attendanceAt: '2026-07-01 08:30:00' })).toBe('before');
    expect(approvalOf({ ...form, attendanceAt: '2026-07-01 08:30:01' })).toBe('attendance_late');
  });
});

describe('minutes within two working days (V-02)', () => {
  it('of a Friday evening before a make-up Saturday are due on the Monday after', () => {
    // Saturday 2026-02-14 is worked for the Spring Festival, which then lasts to 23 February.
    expect(calendar.isWorkingDay('2026-02-14')).toBe(true);
    expect(minutesOf('2026-02-13', '2026-02-24', '2026-02-28', rule)).toBe('on_time');
    expect(minutesOf('2026-02-13', '2026-02-25', '2026-02-28', rule)).toBe('late');
  });
  it('of 30 September are due after National Day', () => {
    const due = calendar.deadline('2026-09-30', 2);
    expect(due).toBe('2026-10-09');
    expect(minutesOf('2026-09-30', due, '2026-10-31', rule)).toBe('on_time');
    expect(minutesOf('2026-09-30', '2026-10-10', '2026-10-31', rule)).toBe('late');
  });
  it('not filed are pending on the day of the deadline, late the day after', () => {
    // Met on Wednesday 2026-07-01, due on Friday.
    expect(minutesOf('2026-07-01', null, '2026-07-03', rule)).toBe('pending');
    expect(minutesOf('2026-07-01', null, '2026-07-04', rule)).toBe('late');
  });
  it('filed after the as-of date are not known yet (T-05)', () =>
    expect(minutesOf('2026-07-01', '2026-07-04', '2026-07-03', rule)).toBe('pending'));
  it('handed to a query as days to add, they are the same deadlines', () => {
    expect(dueAfter('2026-09-29', '2026-10-01', rule)).toEqual([9, 9, 8]);
    expect(dueAfter('2026-09-02', '2026-09-01', rule)).toEqual([]);
  });
});

describe('the most visited tenth (V-06)', () => {
  it('of 10 customers is one, of 11 two', () => {
    expect(topDecileShare([5, 3, 2, 0, 0, 0, 0, 0, 0, 0])).toBe(0.5);
    expect(topDecileShare([5, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0])).toBe(0.8);
  });
  it('of one customer is that one', () => expect(topDecileShare([3])).toBe(1));
  it('without a visit there is no share', () => expect(topDecileShare([0, 0])).toBeNull());
});

describe('a visit that led to a sale (V-07)', () => {
  it('on the day and on the seventh day after, not on the eighth or before', () => {
    const at = (sale: string) => struck(['2026-07-10'], [sale], 7, '2026-07-31');
    expect(at('2026-07-10')).toBe(true);
    expect(at('2026-07-17')).toBe(true);
    expect(at('2026-07-18')).toBe(false);
    expect(at('2026-07-09')).toBe(false);
  });
  it('not after the as-of date', () =>
    expect(struck(['2026-07-10'], ['2026-07-15'], 7, '2026-07-14')).toBe(false));
});

describe('ISO weeks (T-04)', () => {
  it('run from Monday to Sunday and belong to the year of their Thursday', () => {
    expect(weekOf('2026-12-31')).toEqual({ name: '2026-W53', start: '2026-12-28', end: '2027-01-03' });
    expect(weekOf('2027-01-03').name).toBe('2026-W53');
    expect(weekOf('2027-01-04').name).toBe('2027-W01');
  });
  it('are read by their names, and a week that the year has not is none', () => {
    expect(parseWeek('2026-W31')).toEqual({ name: '2026-W31', start: '2026-07-27', end: '2026-08-02' });
    expect(parseWeek('2026-W53')?.start).toBe('2026-12-28');
    expect(parseWeek('2025-W53')).toBeNull();
    expect(parseWeek('2026-W00')).toBeNull();
  });
});
