import { type DropAddress, onDrop, readInBackground } from '@/app/_lib/drops';
import { refused } from '@/app/_lib/origin';
import { progressOf } from '@/lib/import/drop-jobs';

/** `POST`: reads the files that have come and prepares the preview. */
export function POST(request: Request, address: DropAddress): Promise<Response> {
  return onDrop(request, address, async (db, drop) => {
    if (drop.files.length === 0) return refused('no_files', 400, 'No file has come.');
    if (progressOf(drop.id) || drop.state === 'loaded')
      return refused('busy', 409, 'These files are being read or were loaded.');
    await readInBackground(db, drop);
    return Response.json({ state: 'reading' }, { status: 202 });
  });
}
