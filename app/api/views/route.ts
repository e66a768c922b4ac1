import { z } from 'zod';
import { foreign, refused } from '@/app/_lib/origin';
import { openWorkStore } from '@/lib/work/store';
import {
  deleteView,
  ForeignUrlError,
  NameTakenError,
  renameView,
  savedViews,
  saveView,
} from '@/lib/work/views';

const name = z.string().trim().min(1).max(60);
const saving = z.strictObject({ name, by: name, url: z.string().max(4000) });
const renaming = z.strictObject({ name, by: name, to: name });

const byOf = (request: Request) => new URL(request.url).searchParams.get('by') ?? '';

/** `GET /api/views?by=`: the views that somebody saved, by name. */
export async function GET(request: Request): Promise<Response> {
  const views = await savedViews(await openWorkStore(), byOf(request));
  return Response.json({ views: views.map((v) => ({ name: v.name, url: v.url })) });
}

/** `POST /api/views`: saves an address under a name, in place of one's own of that name; answers what was replaced. */
export async function POST(request: Request): Promise<Response> {
  const wrong = foreign(request);
  if (wrong) return wrong;
  const given = saving.safeParse(await request.json().catch(() => null));
  if (!given.success) return refused('invalid', 400, z.prettifyError(given.error));
  const store = await openWorkStore();
  const before = (await savedViews(store, given.data.by)).find((v) => v.name === given.data.name);
  try {
    await saveView(store, given.data);
  } catch (error) {
    if (error instanceof ForeignUrlError) return refused('foreign_url', 400, error.message);
    throw error;
  }
  return Response.json({ replaced: before?.url ?? null }, { status: 201 });
}

/** `PATCH /api/views`: gives a view another name. */
export async function PATCH(request: Request): Promise<Response> {
  const wrong = foreign(request);
  if (wrong) return wrong;
  const given = renaming.safeParse(await request.json().catch(() => null));
  if (!given.success) return refused('invalid', 400, z.prettifyError(given.error));
  try {
    const found = await renameView(await openWorkStore(), given.data);
    return found ? new Response(null, { status: 204 }) : refused('gone', 404, 'There is no such view.');
  } catch (error) {
    if (error instanceof NameTakenError) return refused('taken', 409, error.message);
    throw error;
  }
}

/** `DELETE /api/views?by=&name=`: takes a view out of use. */
export async function DELETE(request: Request): Promise<Response> {
  const wrong = foreign(request);
  if (wrong) return wrong;
  const asked = new URL(request.url).searchParams.get('name') ?? '';
  const removed = await deleteView(await openWorkStore(), asked, byOf(request));
  return removed ? new Response(null, { status: 204 }) : refused('gone', 404, 'There is no such view.');
}
