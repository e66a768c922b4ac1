import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendar, parseHours } from '@/lib/rules/calendar';
import { addDays } from '@/lib/rules/period';
import { PolicyBook } from '@/lib/rules/policy';

const values = new PolicyBook().on('2026-06-30');
const calendar = makeCalendar(values);
const with_ = (own: { added?: string[]; removed?: string[]; hours?: string }) =>
  makeCalendar({
    'calendar.hours': own.hours ?? values['calendar.hours'],
    'calendar.added_days': own.added ?? [],
    'calendar.removed_days': own.removed ?? [],
  });

describe('T-01 working days', () => {
  it('National Day 2026 is off from 1 to 7 October, and 8 October works', () => {
    for (let d = 1; d <= 7; d++) expect(calendar.isWorkingDay(`2026-10-0${d}`)).toBe(false);
    expect(calendar.isWorkingDay('2026-10-08')).toBe(true);
    expect(calendar.isWorkingDay('2026-09-30')).toBe(true);
  });

  it('Saturday 10 October 2026 and Sunday 4 January 2026 are worked to make up', () => {
    expect(calendar.isWorkingDay('2026-10-10')).toBe(true);
    expect(calendar.isWorkingDay('2026-01-04')).toBe(true);
    expect(calendar.isWorkingDay('2026-10-11')).toBe(false);
  });

  it('in 2027, which the public calendar does not know, 1 October is a Friday like any other', () => {
    expect(calendar.isWorkingDay('2027-10-01')).toBe(true);
    expect(calendar.isWorkingDay('2027-10-02')).toBe(false);
    expect(calendar.unknownYears('2026-12-31', '2028-01-01')).toEqual([2027, 2028]);
    expect(calendar.unknownYears('2004-01-01', '2026-12-31')).toEqual([]);
    expect(calendar.unknownYears('2003-01-01', '2004-12-31')).toEqual([2003]);
  });

  it('takes the days that the company adds and removes, also in a year that nobody knows', () => {
    const own = with_({ added: ['2026-10-11'], removed: ['2026-10-12', '2027-10-01'] });
    expect(own.isWorkingDay('2026-10-11')).toBe(true);
    expect(own.isWorkingDay('2026-10-12')).toBe(false);
    expect(own.isWorkingDay('2027-10-01')).toBe(false);
    expect(with_({ added: ['2026-10-11'], removed: ['2026-10-11'] }).isWorkingDay('2026-10-11')).toBe(false);
  });

  it('answers the same in every time zone of the machine', () => {
    const script = `import { makeCalendar } from '@/lib/rules/calendar';
      const c = makeCalendar({ 'calendar.hours': '09:00-12:00', 'calendar.added_days': [], 'calendar.removed_days': [] });
      console.log(['2026-09-30', '2026-10-01', '2026-10-08', '2026-10-10'].map((d) => c.isWorkingDay(d)).join());`;
    for (const TZ of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
      const out = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      expect(out.trim()).toBe('true,false,true,true');
    }
  });
});

describe('T-02 deadlines', () => {
  it('two working days after Friday 17 July 2026 is Tuesday 21 July', () => {
    expect(calendar.deadline('2026-07-17', 2)).toBe('2026-07-21');
  });

  it('two working days after a Saturday count from Monday', () => {
    expect(calendar.deadline('2026-07-18', 2)).toBe('2026-07-21');
  });

  it('two working days after 30 September 2026 is Friday 9 October; three is the make-up Saturday', () => {
    expect(calendar.deadline('2026-09-30', 2)).toBe('2026-10-09');
    expect(calendar.deadline('2026-09-30', 3)).toBe('2026-10-10');
  });

  it('never counts the day itself, and none at all is the day itself', () => {
    expect(calendar.deadline('2026-07-20', 1)).toBe('2026-07-21');
    expect(calendar.deadline('2026-07-20', 0)).toBe('2026-07-20');
  });

  it('has exactly n working days after the day and up to the deadline', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 25 }), (offset, n) => {
        const day = addDays('2025-01-01', offset);
        const end = calendar.deadline(day, n);
        let working = 0;
        for (let d = addDays(day, 1); d <= end; d = addDays(d, 1)) if (calendar.isWorkingDay(d)) working++;
        return working === n && calendar.isWorkingDay(end);
      }),
      { seed: 1 },
    );
  });
});

describe('T-03 working time', () => {
  const hours = (from: string, to: string) => calendar.workingSeconds(from, to) / 3600;

  it('from 11:00 to 14:00 is two hours, lunch left out', () => {
    expect(hours('2026-07-16 11:00:00', '2026-07-16 14:00:00')).toBe(2);
  });

  it('from Friday 17:30 to Monday 09:30 is one hour', () => {
    expect(hours('2026-07-17 17:30:00', '2026-07-20 09:30:00')).toBe(1);
  });

  it('before 09:00, after 18:00, at lunch and on a Sunday nothing passes', () => {
    expect(hours('2026-07-16 06:00:00', '2026-07-16 09:00:00')).toBe(0);
    expect(hours('2026-07-16 18:00:00', '2026-07-17 09:00:00')).toBe(0);
    expect(hours('2026-07-16 12:00:00', '2026-07-16 13:00:00')).toBe(0);
    expect(hours('2026-07-19 09:00:00', '2026-07-19 18:00:00')).toBe(0);
  });

  it('counts to the second, and backwards is nothing', () => {
    expect(calendar.workingSeconds('2026-07-16 09:00:00', '2026-07-16 09:00:01')).toBe(1);
    expect(calendar.workingSeconds('2026-07-16 10:00:00', '2026-07-16 09:00:00')).toBe(0);
  });

  it('a whole week of five working days has forty hours', () => {
    expect(hours('2026-07-13 00:00:00', '2026-07-20 00:00:00')).toBe(40);
  });

  it('adds up over any instant between', () => {
    const instant = fc
      .integer({ min: 0, max: 86_400 * 20 })
      .map((s) => new Date(Date.UTC(2026, 8, 25) + s * 1000).toISOString().slice(0, 19).replace('T', ' '));
    fc.assert(
      fc.property(instant, instant, instant, (x, y, z) => {
        const [a = x, b = y, c = z] = [x, y, z].sort();
        return (
          calendar.workingSeconds(a, b) + calendar.workingSeconds(b, c) === calendar.workingSeconds(a, c)
        );
      }),
      { seed: 1 },
    );
  });

  it('reads the hours of the policy and refuses others', () => {
    expect(parseHours('08:30-12:00, 13:00-17:30')).toHaveLength(2);
    expect(parseHours('09:00-24:00')).toHaveLength(1);
    for (const wrong of ['', '9-12', '12:00-09:00', '09:00-12:00,11:00-18:00', '09:00-24:30'])
      expect(parseHours(wrong)).toBeNull();
    expect(() => with_({ hours: 'always' })).toThrow('always');
  });
});
