/** The working-day calendar of a year: what is public, what the company added and removed. */
import type { PageContext } from '@/app/_lib/context';
import { one, type SearchParams } from '@/app/_lib/url';
import { addDays, periodOf } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';
import { makeCalendar } from '@/lib/rules/calendar';

export type DayKind = 'work' | 'off' | 'holiday' | 'make-up' | 'added' | 'removed';

export interface CalendarMonth {
  /** `2026-03` */
  name: string;
  /** Empty cells before the first day; weeks begin on Monday. */
  before: number;
  days: { day: string; kind: DayKind }[];
  working: number;
}

export interface CalendarModel {
  year: number;
  known: boolean;
  months: CalendarMonth[];
  working: number;
  hours: string;
  added: readonly string[];
  removed: readonly string[];
}

const FIRST = 2000;
const LAST = 2099;

/** @throws BadParameterError on a year out of range */
export function calendarModel(ctx: PageContext, day: string, search: SearchParams): CalendarModel {
  const asked = one(search, 'year') ?? day.slice(0, 4);
  const year = Number(asked);
  if (!/^\d{4}$/.test(asked) || year < FIRST || year > LAST)
    throw new BadParameterError('year', `expected a year from ${FIRST} to ${LAST}`);
  const policy = ctx.policy.on(day);
  const added = policy['calendar.added_days'];
  const removed = policy['calendar.removed_days'];
  const own = makeCalendar(policy);
  const open = makeCalendar({ ...policy, 'calendar.added_days': [], 'calendar.removed_days': [] });
  const kindOf = (d: string): DayKind => {
    const works = own.isWorkingDay(d);
    const publicly = open.isWorkingDay(d);
    if (works !== publicly) return works ? 'added' : 'removed';
    const weekend = [0, 6].includes(new Date(`${d}T00:00:00Z`).getUTCDay());
    if (works) return weekend ? 'make-up' : 'work';
    return weekend ? 'off' : 'holiday';
  };
  const months = Array.from({ length: 12 }, (_, i): CalendarMonth => {
    const { name, start, end } = periodOf(`${year}-${String(i + 1).padStart(2, '0')}-01`, 'month');
    const days = [];
    for (let d = start; d <= end; d = addDays(d, 1)) days.push({ day: d, kind: kindOf(d) });
    const before = (new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7;
    return { name, before, days, working: days.filter((d) => own.isWorkingDay(d.day)).length };
  });
  return {
    year,
    known: own.unknownYears(`${year}-01-01`, `${year}-12-31`).length === 0,
    months,
    working: months.reduce((n, m) => n + m.working, 0),
    hours: policy['calendar.hours'],
    added,
    removed,
  };
}
