/** What the overview shows a regional manager beside the idle: what falls due, and how the visits of the last month went. */
import type { PageContext } from '@/app/_lib/context';
import { lastComplete } from '@/app/_lib/periods';
import { idleStandings } from '@/lib/reports/idle_due';
import { visitsWhole } from '@/lib/reports/visits_summary';
import type { OverviewParams } from './_model';

export interface RegionModel {
  /** Customers whose next contact falls due within `idle.horizon` working days and is not planned. */
  due: { count: number; days: number; until: string };
  /** The last month that is over: coverage (V-06) and minutes (V-02). */
  visits: {
    period: string;
    coverage: number | null;
    visited: number;
    assigned: number;
    late: number;
    minutes: number;
  };
}

/** @throws NotInForceError, QueryError */
export async function regionModel(ctx: PageContext, params: OverviewParams): Promise<RegionModel> {
  const { as_of, department, region, owner } = params;
  const days = ctx.policy.on(as_of)['idle.horizon'];
  const period = lastComplete(as_of, 'month');
  const [standings, [now]] = await Promise.all([
    idleStandings(ctx, { as_of }),
    // Split like the page of visits, which then finds it counted.
    visitsWhole(ctx, { period, as_of, department, region, owner }, 'salesperson'),
  ]);
  if (!now) throw new Error('The summary of visits has no row');
  const within = standings.within({ state: ['due'], department, region, owner });
  let count = 0;
  for (let i = 0; i < standings.judged.length; i++) if (within(i)) count += 1;
  return {
    due: { count, days, until: ctx.calendar.deadline(as_of, days) },
    visits: {
      period,
      coverage: now.coverage,
      visited: now.customers_visited,
      assigned: now.customers_assigned,
      late: now.minutes_late,
      minutes: now.minutes_due,
    },
  };
}
