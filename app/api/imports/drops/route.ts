import { currentViewer } from '@/app/_lib/context';
import { foreign } from '@/app/_lib/origin';
import { newDrop } from '@/lib/import/drops';
import { prepareWorker } from '@/lib/import/load/worker-process';
import { openData } from '@/lib/reports/open';

/** `POST /api/imports/drops`: a place for files that are about to be uploaded; `{ id }`. */
export async function POST(request: Request): Promise<Response> {
  const wrong = foreign(request);
  if (wrong) return wrong;
  prepareWorker();
  const db = await openData();
  return Response.json({ id: newDrop(db.dir, currentViewer().name).id }, { status: 201 });
}
