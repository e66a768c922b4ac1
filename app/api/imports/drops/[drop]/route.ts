import { type DropAddress, onDrop } from '@/app/_lib/drops';
import { refused } from '@/app/_lib/origin';
import { dismissDrop, progressOf } from '@/lib/import/drop-jobs';

/** `GET`: how far the work on these files is: `{ state, progress, importId }`. */
export function GET(request: Request, address: DropAddress): Promise<Response> {
  return onDrop(request, address, async (_, drop) => {
    const progress = progressOf(drop.id);
    const working = drop.state === 'reading' || drop.state === 'loading';
    // Nobody works on it any more: the server was started again meanwhile.
    const state = working && !progress ? 'interrupted' : drop.state;
    const body = { state, progress, importId: drop.importId, files: drop.files.length };
    return Response.json(body, { headers: { 'cache-control': 'no-store' } });
  });
}

/** `DELETE`: cancels the reading and forgets the files. What is being loaded cannot be cancelled, only undone. */
export function DELETE(request: Request, address: DropAddress): Promise<Response> {
  return onDrop(request, address, async (db, drop) => {
    if (drop.state === 'loading' && progressOf(drop.id))
      return refused('loading', 409, 'These files are being loaded; undo the import afterwards.');
    dismissDrop(db.dir, drop);
    return new Response(null, { status: 204 });
  });
}
