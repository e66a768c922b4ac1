import { currentViewer } from '@/app/_lib/context';
import { foreign, refused } from '@/app/_lib/origin';
import { listImports, undoImport } from '@/lib/import/imports';
import { openData } from '@/lib/reports/open';

/** `POST /api/imports/<number>/undo`: takes an import back as if it had never been. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ import: string }> },
): Promise<Response> {
  const wrong = foreign(request);
  if (wrong) return wrong;
  const id = Number((await params).import);
  const db = await openData();
  const found = (await listImports(db)).find((i) => i.import_id === id);
  if (!found) return refused('gone', 404, 'There is no such import.');
  if (found.state === 'undone') return refused('undone', 409, 'This import is undone already.');
  return Response.json({ data_version: await undoImport(db, id, currentViewer().name) });
}
