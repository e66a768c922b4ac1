import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from '@/lib/rules/calendar';
import {
  type Judged,
  nextWorkingWeek,
  paceOf,
  proposeWeek,
  roomFor,
  standingOf,
  workingDaysIn,
} from '@/lib/rules/idle_plan';
import { PolicyBook } from '@/lib/rules/policy';

const asOf = '2026-08-31';
const until = '2026-09-14';
const calendar = makeCalendar(new PolicyBook().on(asOf));
const judged = (f: Partial<Judged>): Judged => ({
  class: 'customer',
  last_contact_on: '2026-01-01',
  due_on: null,
  reasons: [],
  next_due_on: '2026-12-01',
  next_reasons: ['trade'],
  planned_for: null,
  ...f,
});
const standing = (f: Partial<Judged>) => standingOf(judged(f), asOf, until);

describe('how a customer stands', () => {
  it('overdue when a reason applies: the days left are below zero', () => {
    expect(standing({ due_on: '2026-08-30', reasons: ['trade'] })).toMatchObject({
      state: 'overdue',
      due_on: '2026-08-30',
      days_left: -1,
      reasons: ['trade'],
    });
  });
  it('due on the last day of the horizon, covered the day after', () => {
    expect(standing({ next_due_on: until }).state).toBe('due');
    expect(standing({ next_due_on: '2026-09-15' }).state).toBe('covered');
  });
  it('due today has no day left and is not overdue', () => {
    expect(standing({ next_due_on: asOf })).toMatchObject({ state: 'due', days_left: 0 });
  });
  it('planned goes before overdue and due', () => {
    expect(standing({ due_on: '2026-08-30', reasons: ['visit'], planned_for: '2026-09-02' })).toMatchObject({
      state: 'planned',
      due_on: '2026-08-30',
    });
    expect(standing({ planned_for: asOf }).state).toBe('planned');
  });
  it('without any date nothing is ever due', () => {
    expect(standing({ class: 'new', last_contact_on: null, next_due_on: null })).toMatchObject({
      state: 'undated',
      days_left: null,
      list: 'never',
    });
  });
});

describe('the three lists', () => {
  const fresh = { class: 'new' as const, last_contact_on: null };
  it('a new customer within its first week is a first contact, past it it was never contacted', () => {
    expect(standing({ ...fresh, next_due_on: asOf, next_reasons: ['first_contact'] }).list).toBe(
      'first_contact',
    );
    expect(standing({ ...fresh, due_on: '2026-08-30', reasons: ['first_contact'] }).list).toBe('never');
  });
  it('one that bought and was never contacted was never contacted; all others are contacted again', () => {
    expect(standing({ last_contact_on: null }).list).toBe('never');
    expect(standing({ class: 'prospect' }).list).toBe('again');
  });
});

describe('working days (T-01)', () => {
  it('the week after Sunday 2026-11-22 begins the next day, after Monday the 23rd a week later', () => {
    expect(nextWorkingWeek('2026-11-22', calendar)[0]).toBe('2026-11-23');
    expect(nextWorkingWeek('2026-11-23', calendar)[0]).toBe('2026-11-30');
  });
  it('a week without a working day is passed over; a make-up Saturday is one', () => {
    const none = { isWorkingDay: (day: string) => day > '2026-10-04' };
    expect(nextWorkingWeek('2026-09-25', none)[0]).toBe('2026-10-05');
    // 2026-10-01 to 07 are holidays, 2026-10-10 is a make-up Saturday.
    expect(nextWorkingWeek('2026-10-02', calendar)).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
  });
  it('both ends of a span count', () => {
    expect(workingDaysIn('2026-08-31', '2026-09-04', calendar)).toBe(5);
    expect(workingDaysIn('2026-09-05', '2026-09-06', calendar)).toBe(0);
  });
});

describe('pace and room', () => {
  it('45 visits in 63 working days are 0.71 a day, half up; none without working days', () => {
    expect(paceOf(45, 63)).toBe('0.71');
    expect(paceOf(1, 8)).toBe('0.13');
    expect(paceOf(3, 0)).toBe('0.00');
  });
  it('at 0.71 a day and at least 0.5, five days have room for 4; at least 1 makes 5; what is planned is taken off', () => {
    expect(roomFor('0.71', '0.5', 5, 0)).toBe(4);
    expect(roomFor('0.71', '1', 5, 0)).toBe(5);
    expect(roomFor('0.71', '1', 5, 2)).toBe(3);
    expect(roomFor('0.71', '1', 5, 9)).toBe(0);
  });
});

describe('a proposed week', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  const task = (customer_id: string, value_at_stake: string, due_on: string, owner = '张') => ({
    customer_id,
    owner,
    value_at_stake,
    due_on,
  });
  it('takes the most valuable that there is room for, and goes to the earliest due first', () => {
    const tasks = [
      task('C1', '10.00', '2026-11-25'),
      task('C2', '900.00', '2026-11-27'),
      task('C3', '20.00', '2026-10-01'),
    ];
    expect(proposeWeek(tasks, days, () => 2).map((v) => [v.task.customer_id, v.day, v.position])).toEqual([
      ['C3', '2026-11-23', 1],
      ['C2', '2026-11-24', 1],
    ]);
  });
  it('of equal values the earlier due date goes, then the customer number', () => {
    const tasks = [
      task('C3', '5.00', '2026-11-02'),
      task('C2', '5.00', '2026-11-02'),
      task('C1', '5.00', '2026-11-03'),
    ];
    expect(proposeWeek(tasks, days, () => 2).map((v) => v.task.customer_id)).toEqual(['C2', 'C3']);
  });
  it('six visits in five days are two a day', () => {
    const tasks = Array.from({ length: 6 }, (_, i) => task(`C${i}`, '1.00', `2026-11-0${i + 1}`));
    const week = proposeWeek(tasks, days, () => 6);
    expect(week.map((v) => v.day)).toEqual([0, 0, 1, 1, 2, 2].map((i) => days[i]));
    expect(week.map((v) => v.position)).toEqual([1, 2, 1, 2, 1, 2]);
  });
  it('is the same in whatever order the tasks come, keeps to the room, and drops nobody who fits', () => {
    const anyTask = fc.record({
      owner: fc.constantFrom('张', '李', '王'),
      value_at_stake: fc.integer({ min: 0, max: 300 }).map((n) => (n / 100).toFixed(2)),
      due_on: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-25'),
    });
    fc.assert(
      fc.property(
        fc.array(anyTask, { maxLength: 25 }),
        fc.integer({ min: 0, max: 8 }),
        fc.infiniteStream(fc.nat()),
        (drafts, room, order) => {
          const tasks = drafts.map((d, i) => ({ ...d, customer_id: `C${String(i).padStart(3, '0')}` }));
          const shuffled = tasks
            .map((t) => ({ t, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ t }) => t);
          const week = proposeWeek(tasks, days, () => room);
          expect(proposeWeek(shuffled, days, () => room)).toEqual(week);
          for (const owner of ['张', '李', '王']) {
            const own = tasks.filter((t) => t.owner === owner).length;
            expect(week.filter((v) => v.task.owner === owner)).toHaveLength(Math.min(room, own));
          }
          expect(new Set(week.map((v) => v.task.customer_id)).size).toBe(week.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});
