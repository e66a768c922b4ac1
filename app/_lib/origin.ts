/** Requests that change something must come from our own pages. */

/**
 * The answer to a request from elsewhere; null where it is ours. Browsers say where a request comes from by
 * themselves and a foreign page cannot forge it; without any word of it the request is no page's.
 */
export function foreign(request: Request): Response | null {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  const ours =
    site === null ? origin !== null && hostOf(origin) === host : site === 'same-origin' || site === 'none';
  return ours ? null : refused('foreign_origin', 403, 'This request did not come from a page of Tierline.');
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** What was refused: a stable code that pages word themselves, and a sentence for programs. */
export const refused = (code: string, status: number, message: string): Response =>
  Response.json({ error: { code, message } }, { status });

/** The headers of a downloaded file; its name may hold any sign. */
export function downloadHeaders(name: string, type: string): Record<string, string> {
  const plain = name.replace(/[^\w.-]+/g, '_').replace(/^[._]+/, '') || 'download';
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}
