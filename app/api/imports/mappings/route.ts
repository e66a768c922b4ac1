import { currentViewer } from '@/app/_lib/context';
import { foreign, refused } from '@/app/_lib/origin';
import { deleteMapping } from '@/lib/work/mappings';
import { openWorkStore } from '@/lib/work/store';

/** `DELETE /api/imports/mappings?name=`: takes a saved mapping out of use. */
export async function DELETE(request: Request): Promise<Response> {
  const wrong = foreign(request);
  if (wrong) return wrong;
  const name = new URL(request.url).searchParams.get('name') ?? '';
  const removed = await deleteMapping(await openWorkStore(), name, currentViewer().name);
  return removed ? new Response(null, { status: 204 }) : refused('gone', 404, 'There is no such mapping.');
}
