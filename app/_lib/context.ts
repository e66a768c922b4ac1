/** What every page and address needs: the data, who asks, and which day it is. */
import { after, connection } from 'next/server';
import { cache } from 'react';
import { type DayContext, openDay } from '@/lib/reports/open';
import { prepareData } from '@/lib/reports/prepare';
import { soleViewer, type Viewer } from '@/lib/reports/viewer';
import { today } from './today';

export { today };
export type PageContext = DayContext;

/** Who asks. One viewer with all rights, until there are accounts. */
export function currentViewer(): Viewer {
  return soleViewer;
}

/** The context of one request; the same object for all parts of a page. What pages stand on is prepared after it. */
export const pageContext = cache(async (): Promise<PageContext> => {
  // Never while building: the data belongs to the server that runs.
  await connection();
  const context = await openDay(currentViewer(), today());
  after(() => prepareData(context));
  return context;
});
