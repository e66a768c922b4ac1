import { currentViewer } from '@/app/_lib/context';
import { type DropAddress, onDrop } from '@/app/_lib/drops';
import { refused } from '@/app/_lib/origin';
import { progressOf, startLoading } from '@/lib/import/drop-jobs';

/** `POST`: loads what the preview showed, all of it or nothing. */
export function POST(request: Request, address: DropAddress): Promise<Response> {
  return onDrop(request, address, async (db, drop) => {
    if (progressOf(drop.id) || drop.state !== 'ready')
      return refused('busy', 409, 'There is no finished preview of these files.');
    // Its failures are kept with the drop.
    void startLoading(db, drop, currentViewer().name);
    return Response.json({ state: 'loading' }, { status: 202 });
  });
}
