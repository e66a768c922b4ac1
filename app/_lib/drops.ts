/** What the addresses and pages of imports share: drops by their number, and how files are to be read. */

import { startReading } from '@/lib/import/drop-jobs';
import type { Drop } from '@/lib/import/drops';
import { readDrop } from '@/lib/import/drops';
import { type Mapping, mappingSchema } from '@/lib/import/recognise';
import type { Warehouse } from '@/lib/reports/open';
import { openData } from '@/lib/reports/open';
import { savedMappings } from '@/lib/work/mappings';
import { openWorkStore, policyBook } from '@/lib/work/store';
import { foreign, refused } from './origin';

/** The mappings of the company, by name. */
export async function companyMappings(): Promise<Mapping[]> {
  return (await savedMappings(await openWorkStore())).map((m) => mappingSchema.parse(m.mapping));
}

/** Starts reading in the background; the page asks how far it is. */
export async function readInBackground(db: Warehouse, drop: Drop): Promise<void> {
  const store = await openWorkStore(db.dir);
  const how = { saved: await companyMappings(), policy: await policyBook(store) };
  // Its failures are kept with the drop.
  void startReading(db, drop, how);
}

export interface DropAddress {
  params: Promise<{ drop: string }>;
}

/** Runs the work of an address on a drop: 403 from elsewhere, 404 where the drop is gone. */
export async function onDrop(
  request: Request,
  { params }: DropAddress,
  work: (db: Warehouse, drop: Drop) => Promise<Response>,
): Promise<Response> {
  const wrong = request.method === 'GET' ? null : foreign(request);
  if (wrong) return wrong;
  const db = await openData();
  const drop = readDrop(db.dir, (await params).drop);
  return drop ? work(db, drop) : refused('gone', 404, 'These files were discarded or loaded.');
}
