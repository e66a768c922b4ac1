/** Opens what reports stand on, for the pages, the addresses and the command line. */
import { dataDates } from '@/lib/queries/data-dates';
import { daysBetween } from '@/lib/rules/period';
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
