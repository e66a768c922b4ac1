/** Saved views as the browser asks for them: kept under the name that is remembered here. */

export interface SavedView {
  name: string;
  url: string;
}

const WHO = 'tierline.who';

/** The name under which this browser saves; empty until one was given. */
export const whoSaves = (): string => localStorage.getItem(WHO) ?? '';

/** A name or an address that the server refuses; `code` as the server gives it. */
export class ViewRefused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

async function send(method: string, path: string, body?: object): Promise<Response> {
  const answer = await fetch(path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (answer.ok) return answer;
  const { error } = (await answer.json()) as { error: { code: string } };
  throw new ViewRefused(error.code);
}

/** One's own views, by name; none before a name was given. */
export async function listViews(): Promise<SavedView[]> {
  const by = whoSaves();
  if (by === '') return [];
  const answer = await send('GET', `/api/views?${new URLSearchParams({ by })}`);
  return ((await answer.json()) as { views: SavedView[] }).views;
}

/** @returns the address that the name had before, or null */
export async function keepView(view: SavedView): Promise<string | null> {
  const answer = await send('POST', '/api/views', { ...view, by: whoSaves() });
  return ((await answer.json()) as { replaced: string | null }).replaced;
}

export const renameSaved = (name: string, to: string): Promise<Response> =>
  send('PATCH', '/api/views', { name, to, by: whoSaves() });

export const removeView = (name: string): Promise<Response> =>
  send('DELETE', `/api/views?${new URLSearchParams({ name, by: whoSaves() })}`);

/** The address of the page without what is open on it: a view is a question, not a drawer. */
export function addressOf(pathname: string, search: string): string {
  const params = new URLSearchParams(search);
  params.delete('row');
  params.delete('tab');
  const query = params.toString();
  return query ? `${pathname}?${query}` : pathname;
}
