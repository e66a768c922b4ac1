/** What every page and address needs: the data, who asks, and which day it is. */
import { connection } from 'next/server';
import { cache } from 'react';
import { type DataAge, dataAge, openReports } from '@/lib/reports/open';
import type { ReportContext } from '@/lib/reports/report';
import { soleViewer, type Viewer } from '@/lib/reports/viewer';
import { addDays } from '@/lib/rules/period';

/** Who asks. One viewer with all rights, until there are accounts. */
export function currentViewer(): Viewer {
  return soleViewer;
}

/** Today in the company's time zone, `YYYY-MM-DD`. `TIERLINE_TODAY` sets it for demonstrations and tests. */
export function today(): string {
  const set = process.env.TIERLINE_TODAY;
  if (set) return set;
  const zone = process.env.TIERLINE_TIME_ZONE ?? 'Asia/Shanghai';
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}

export interface PageContext extends ReportContext {
  today: string;
  data: DataAge;
  /**
   * The as-of date of a page whose address gives none: today; where the data ended more than a month ago,
   * the last day of the data, since at today everything would only look idle and overdue.
   */
  defaultAsOf: string;
}

/** The context of one request; the same object for all parts of a page. */
export const pageContext = cache(async (): Promise<PageContext> => {
  // Never while building: the data belongs to the server that runs.
  await connection();
  const now = today();
  const context = await openReports(currentViewer(), now);
  const data = await dataAge(context, now);
  const ended = data.through !== null && data.through < addDays(now, -31);
  return { ...context, today: now, data, defaultAsOf: ended && data.through ? data.through : now };
});
