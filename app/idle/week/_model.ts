/** Everything the page of proposed visits shows, from the address (I-08, I-09, V-07). */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { href, type SearchParams } from '@/app/_lib/url';
import { idleOwners } from '@/lib/reports/idle_owners';
import { idleWeek } from '@/lib/reports/idle_week';
import { rowsOf } from '@/lib/reports/run';
import { nextWorkingWeek } from '@/lib/rules/idle_plan';

export type VisitRow = Awaited<ReturnType<typeof idleWeek.run>>[number];
export type OwnerRow = Awaited<ReturnType<typeof idleOwners.run>>[number];
type Params = Parameters<typeof idleWeek.run>[1];

export const weekFilters = ['department', 'region', 'owner', 'grade', 'tier'] as const;

export interface WeekModel {
  params: Params;
  days: string[];
  visits: VisitRow[];
  owners: OwnerRow[];
  needed: number;
  capacity: number;
  short: number;
  overdue: number;
  unowned: number;
  /** Of the proposed visits, yuan. */
  stake: string;
  horizon: { days: number; until: string };
  urgentDays: number;
  paceDays: number;
  minPerDay: string;
  /** Years of these days that the public calendar does not know (T-01). */
  unknownYears: readonly number[];
  options: Record<(typeof weekFilters)[number], string[]>;
  file: string;
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function weekModel(ctx: PageContext, search: SearchParams): Promise<WeekModel> {
  const params = ask(idleWeek, search, { as_of: ctx.defaultAsOf });
  const { as_of } = params;
  const policy = ctx.policy.on(as_of);
  const [visits, owners, everyVisit, everyOwner] = await Promise.all([
    rowsOf(idleWeek, ctx, params),
    rowsOf(idleOwners, ctx, params),
    rowsOf(idleWeek, ctx, { as_of }),
    rowsOf(idleOwners, ctx, { as_of }),
  ]);
  const until = ctx.calendar.deadline(as_of, policy['idle.horizon']);
  const days = nextWorkingWeek(as_of, ctx.calendar);
  const total = (of: (o: OwnerRow) => number) => owners.reduce((n, o) => n + of(o), 0);
  const named = (values: readonly (string | null)[]) => [...new Set(values.flatMap((v) => v ?? []))].sort();
  return {
    params,
    days,
    visits,
    owners,
    needed: total((o) => o.needed),
    capacity: total((o) => o.capacity),
    short: total((o) => o.short),
    overdue: total((o) => o.overdue),
    unowned: owners.find((o) => o.owner === null)?.needed ?? 0,
    stake: visits.reduce((sum, v) => sum.plus(v.value_at_stake), new Decimal(0)).toFixed(2),
    horizon: { days: policy['idle.horizon'], until },
    urgentDays: policy['idle.urgent_days'],
    paceDays: policy['visit.pace_days'],
    minPerDay: policy['visit.min_per_day'],
    unknownYears: ctx.calendar.unknownYears(as_of, [until, days.at(-1) ?? until].sort().at(-1) ?? until),
    options: {
      owner: named(everyOwner.map((o) => o.owner)),
      region: named(everyVisit.map((v) => v.region)),
      grade: named(everyVisit.map((v) => v.grade)),
      department: params.department ?? [],
      tier: params.tier ?? [],
    },
    file: href('/api/reports/idle_week', {}, asked(params)),
  };
}
