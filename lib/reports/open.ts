/** Opens what reports stand on, for the pages, the addresses and the command line. */
import { dataDates } from '@/lib/queries/data-dates';
import { addDays, daysBetween } from '@/lib/rules/period';
import { openWarehouse, type Warehouse } from '@/lib/warehouse/warehouse';
import type { ReportContext } from './report';
import { reportContext } from './run';
import type { Viewer } from './viewer';

export type { Warehouse };

/** The warehouse of the data folder. */
export const openData = (): Promise<Warehouse> => openWarehouse();

/** The context of a viewer on a day. @param today `YYYY-MM-DD`, supplied by who asks (T-05) */
export async function openReports(viewer: Viewer, today: string): Promise<ReportContext> {
  return reportContext(await openData(), viewer, today);
}

export interface DataAge {
  /** The last day that a loaded row bears, not after today; null while nothing is loaded. */
  through: string | null;
  /** Whole days from then to today. */
  days: number | null;
  /** When data was last published, local time. */
  loadedAt: string | null;
  /** Older than `data.stale_after` allows. */
  stale: boolean;
}

/** How old the data is on a day. */
export async function dataAge(ctx: ReportContext, today: string): Promise<DataAge> {
  const [dates] = await dataDates(ctx.db, { today });
  const through = dates?.last_on ?? null;
  const days = through === null ? null : daysBetween(through, today);
  return {
    through,
    days,
    loadedAt: dates?.loaded_at ?? null,
    stale: days !== null && days > ctx.policy.on(today)['data.stale_after'],
  };
}

/** What is asked of a company on a day: who asks, which day it is, how old the data is. */
export interface DayContext extends ReportContext {
  today: string;
  data: DataAge;
  /**
   * The as-of date of a page whose address gives none: today; where the data ended more than a month ago,
   * the last day of the data, since at today everything would only look idle and overdue.
   */
  defaultAsOf: string;
}

/** The context of a viewer on a day, with the day on which pages open. */
export async function openDay(viewer: Viewer, today: string): Promise<DayContext> {
  const context = await openReports(viewer, today);
  const data = await dataAge(context, today);
  const ended = data.through !== null && data.through < addDays(today, -31);
  return { ...context, today, data, defaultAsOf: ended && data.through ? data.through : today };
}
